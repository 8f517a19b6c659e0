// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.junit.jupiter.api.Assertions;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.content.ContentCache;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Somebody with a scene on disk that is open, and with an identity; whoever opens it closes it. */
final class Workplace implements AutoCloseable {
    static final Entity BOX = new Entity(512);

    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core-schema::Name",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {
                      "value": {
                        "type": "string",
                        "serializationType": "utf8-string"
                      }
                    },
                    "serializationType": "map"
                  },
                  "data": {
                    "512": {"json": {"value": "Box"}}
                  }
                },
                {
                  "name": "core::Transform",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {},
                    "serializationType": "transform"
                  },
                  "data": {
                    "512": {
                      "json": {
                        "position": {"x": 0, "y": 0, "z": 1},
                        "rotation": {"x": 0, "y": 0, "z": 0, "w": 1},
                        "scale": {"x": 1, "y": 1, "z": 1},
                        "parent": 0
                      }
                    }
                  }
                }
              ]
            }
            """;

    final OwnIdentity identity = OwnIdentity.generate();
    private final SceneSession scene;
    private final Path directory;
    private final Path composite;
    private final Adapters adapters;

    Workplace(Path directory, Adapters adapters) throws IOException {
        this.adapters = adapters;
        this.directory = directory;
        composite = furnish(directory);
        scene = now(SceneSession.open(SceneProject.of(directory)));
    }

    /** Puts a scene with a box there; its composite. */
    static Path furnish(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("assets/scene"));
        Files.writeString(
                directory.resolve("scene.json"),
                """
                {"display": {"title": "Yard"}, "scene": {"base": "2,-3", "parcels": ["2,-3"]}}
                """);
        return Files.writeString(directory.resolve("assets/scene/main.composite"), COMPOSITE);
    }

    /** Waits for what must come soon; a test that hangs would tell nothing. */
    static <T> T now(CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            return Assertions.fail(failure);
        }
    }

    SceneSession scene() {
        return scene;
    }

    Path directory() {
        return directory;
    }

    /** Puts a file into the project. */
    void write(String path, byte[] bytes) throws IOException {
        var file = directory.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, bytes);
    }

    /** Waits until the project has a file. */
    void awaitFile(String path) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(directory.resolve(path))) {
            Assertions.assertTrue(System.nanoTime() < end, path + " comes");
            Thread.onSpinWait();
        }
    }

    SharedSession.Access access(String name) {
        return new SharedSession.Access(
                adapters,
                identity,
                new Profile(name, 0xFF0000),
                new ContentCache(directory.resolveSibling(name + " cache"), 1 << 30),
                Optional.empty());
    }

    /** Somebody who waits for the document to be as it should. */
    private record Waiting(Predicate<SceneSnapshot> wanted, CompletableFuture<Boolean> there)
            implements Link {
        @Override
        public String name() {
            return "";
        }

        @Override
        public void changed(SceneSnapshot snapshot, Changes changes) {
            look(snapshot);
        }

        void look(SceneSnapshot snapshot) {
            if (wanted.test(snapshot)) {
                there.complete(true);
            }
        }
    }

    /** Waits until the document is as it should be. */
    void await(Predicate<SceneSnapshot> wanted) {
        await(scene, wanted);
    }

    /** Waits until a document is as it should be. */
    static void await(SceneSession scene, Predicate<SceneSnapshot> wanted) {
        var waiting = new Waiting(wanted, new CompletableFuture<>());
        try (var registration = scene.link(waiting)) {
            waiting.look(scene.snapshot());
            now(waiting.there());
        }
    }

    /** Waits until the box stands somewhere. */
    void awaitAt(double x) {
        await(s -> s.holds(BOX) && s.pose(BOX).position().x() == x);
    }

    static void await(SharedSession session, Predicate<SharedStatus> wanted) {
        var there = new CompletableFuture<SharedStatus>();
        Consumer<SharedStatus> look =
                status -> {
                    if (wanted.test(status)) {
                        there.complete(status);
                    }
                };
        try (var registration = session.onStatus(look)) {
            look.accept(session.status());
            now(there);
        }
    }

    /** Waits until so many people are there. */
    static void awaitPeople(SharedSession session, int count) {
        awaitPeople(session, people -> people.size() == count);
    }

    /** Waits until those who are there are as they should be. */
    static void awaitPeople(SharedSession session, Predicate<List<Person>> wanted) {
        var there = new CompletableFuture<Boolean>();
        Consumer<List<Person>> look =
                people -> {
                    if (wanted.test(people)) {
                        there.complete(true);
                    }
                };
        try (var registration = session.onPeople(look)) {
            look.accept(session.people());
            now(there);
        }
    }

    /** Waits until there are numbers for new entities. */
    void awaitNumbers() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (now(scene.sharing().leases().unspent()) == 0) {
            Assertions.assertTrue(System.nanoTime() < end, "numbers come");
            Thread.onSpinWait();
        }
    }

    Outcome move(String axis, double to) {
        return edit(
                new Edit.Set(
                        BOX,
                        SceneSnapshot.TRANSFORM,
                        FieldPath.of("position", axis),
                        Value.of(to)));
    }

    Outcome spawn(String name) {
        return edit(new Edit.Spawn(name, Edit.Place.TOP, new LinkedHashMap<>()));
    }

    /** Lets the box show a model. */
    Outcome show(String model) {
        return edit(new Edit.Put(BOX, "core::GltfContainer", Value.fields("src", Value.of(model))));
    }

    private Outcome edit(Edit edit) {
        return now(scene.post(edit, Origin.USER));
    }

    List<String> saved() throws IOException {
        now(scene.save());
        return Files.readAllLines(composite);
    }

    @Override
    public void close() {
        scene.close();
        now(scene.ended());
    }
}
