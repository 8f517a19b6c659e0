// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Somebody with a copy of a scene that is open, whose times are taken. */
final class Desk implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int AT_ONCE = 200;

    final OwnIdentity identity = OwnIdentity.generate();
    private final CountedRooms rooms = new CountedRooms();
    private final SceneSession scene;
    private final String name;
    private Optional<SharedSession> session = Optional.empty();

    private Desk(SceneSession scene, String name) {
        this.scene = scene;
        this.name = name;
    }

    /**
     * Copies a scene and opens the copy.
     *
     * @param folder where there is none yet
     */
    static Desk open(Path project, Path folder) throws IOException {
        try (var files = Files.walk(project)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(project.relativize(file).toString()));
            }
        }
        var scene = SceneSession.open(SceneProject.of(folder)).join();
        return new Desk(scene, String.valueOf(folder.getFileName()));
    }

    SceneSession scene() {
        return scene;
    }

    SharedSession session() {
        return session.orElseThrow();
    }

    /** How many bytes came from others. */
    long bytes() {
        return rooms.bytes();
    }

    private SharedSession.Access access() {
        return new SharedSession.Access(
                new Adapters(List.of(rooms)),
                identity,
                new Profile(name, 0xFF8800),
                Optional.empty());
    }

    void share(SessionLink link) {
        session = Optional.of(SharedSession.share(scene, link, access(), Role.EDITOR).join());
    }

    void join(SessionLink link) {
        session = Optional.of(SharedSession.join(scene, link, access()).join());
    }

    /** Waits until the document of the session is here. */
    void awaitLive() {
        var live = new CompletableFuture<SharedStatus>();
        try (var registration = session().onStatus(status -> look(status, live))) {
            look(session().status(), live);
            live.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private static void look(SharedStatus status, CompletableFuture<SharedStatus> live) {
        if (status.stage() == SharedStatus.Stage.LIVE) {
            live.complete(status);
        }
    }

    /** Waits until there are so many people at least. */
    void awaitPeople(int count) {
        var there = new CompletableFuture<Integer>();
        try (var registration = session().onPeople(people -> look(people.size(), count, there))) {
            look(session().people().size(), count, there);
            there.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private static void look(int people, int count, CompletableFuture<Integer> there) {
        if (people >= count) {
            there.complete(people);
        }
    }

    /** Waits until nobody else is there. */
    void awaitAlone() {
        var alone = new CompletableFuture<Integer>();
        try (var registration = session().onPeople(people -> look(-people.size(), -1, alone))) {
            look(-session().people().size(), -1, alone);
            alone.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    void move(Entity box, double x) {
        scene.post(
                new Edit.Set(
                        box, SceneSnapshot.TRANSFORM, FieldPath.of("position", "x"), Value.of(x)),
                Origin.USER);
    }

    /**
     * Moves boxes about, and one of them to that place last.
     *
     * @return which one
     */
    Entity edit(List<Entity> boxes, int count, double x, Random random) {
        for (int i = 1; i < count; i++) {
            move(boxes.get(random.nextInt(boxes.size())), -i);
            if (i % AT_ONCE == 0) {
                scene.sharing().heard().join();
            }
        }
        var box = boxes.get(random.nextInt(boxes.size()));
        move(box, x);
        return box;
    }

    /** Waits until the session knows of so many edits that nobody else has. */
    void awaitWaiting(int count) {
        var known = new CompletableFuture<Integer>();
        try (var registration =
                session().onStatus(status -> look((int) status.waiting(), count, known))) {
            look((int) session().status().waiting(), count, known);
            known.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            throw new IllegalStateException(
                    "Not %d: %s".formatted(count, session().status()), late);
        }
    }

    /** Waits for a box to stand somewhere, on the thread of the scene. */
    private record Arrival(Entity box, double x, CompletableFuture<Long> at) implements Link {
        @Override
        public String name() {
            return "";
        }

        @Override
        public void changed(SceneSnapshot snapshot, Changes changes) {
            if (snapshot.holds(box) && snapshot.pose(box).position().x() == x) {
                at.complete(System.nanoTime());
            }
        }
    }

    /** How many nanoseconds it takes until what is done here now is in the document there. */
    long reach(Desk there, Entity box, double x) {
        var arrival = new Arrival(box, x, new CompletableFuture<>());
        try (var registration = there.scene.link(arrival)) {
            long begin = System.nanoTime();
            move(box, x);
            return there.await(arrival) - begin;
        }
    }

    /** Waits for a box to stand somewhere; when that was. */
    long await(Entity box, double x, Runnable begin) {
        var arrival = new Arrival(box, x, new CompletableFuture<>());
        try (var registration = scene.link(arrival)) {
            begin.run();
            return await(arrival);
        }
    }

    private long await(Arrival arrival) {
        return arrival.at().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        session.ifPresent(SharedSession::close);
        scene.close();
        scene.ended().join();
    }
}
