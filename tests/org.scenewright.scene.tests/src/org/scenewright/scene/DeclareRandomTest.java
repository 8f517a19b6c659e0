// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;

/** A scene is edited, saved, killed, opened again and shared while its sources change. */
class DeclareRandomTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final int STEPS = 60;

    @TempDir Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static String start(RandomVelocity velocities) {
        return Velocity.named(
                Velocity.composite(
                        Velocity.schema(velocities.fields()),
                        "{\"x\":1,\"y\":\"2\"}",
                        "{\"z\":true}",
                        "{\"fast\":false,\"x\":3}"));
    }

    /** The scene on disk, open with a journal. */
    private final class Yard {
        final Path composite = directory.resolve("yard/assets/scene/main.composite");
        LoadedScene files;
        Journal.Opened opened;
        boolean isSaved;
        boolean isRewritten;

        Yard(String text) throws IOException {
            Files.createDirectories(composite.resolveSibling(""));
            Files.writeString(composite, text);
            Files.writeString(directory.resolve("yard/scene.json"), "{}");
            open(Velocity.CORE);
        }

        void open(ComponentTypes types) {
            isRewritten |= isSaved;
            files = LoadedScene.open(SceneProject.of(directory.resolve("yard")), types);
            opened = Journal.open(directory.resolve("journal"), files, () -> types);
        }

        Scene scene() {
            return opened.scene();
        }

        void close(boolean isKept) {
            try {
                opened.journal().orElseThrow().close(isKept).get();
            } catch (InterruptedException | ExecutionException failure) {
                Assertions.fail(failure);
            }
        }

        void save() {
            var saved = files.save(scene().snapshot());
            Assertions.assertInstanceOf(SaveResult.Written.class, saved);
            opened.journal().orElseThrow().files(files, scene().state());
            isSaved = true;
        }

        String onDisk() {
            try {
                return Files.readString(composite);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static List<Object> content(Scene scene) {
        var now = scene.snapshot();
        return List.of(SceneInvariants.content(now), now.value(Entity.ROOT, StoredSchemas.NAME));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoingAllRestoresTheFileByteForByte(long seed) throws IOException {
        var random = new Random(seed);
        var velocities = new RandomVelocity(random);
        // As the product writes it, so that it is written so again after it was opened anew.
        String text =
                new String(
                        Velocity.file("", Velocity.CORE)
                                .write(
                                        Velocity.scene(
                                                        Velocity.file(
                                                                start(velocities), Velocity.CORE))
                                                .snapshot()),
                        StandardCharsets.UTF_8);
        var yard = new Yard(text);
        for (int i = 0; i < STEPS; i++) {
            step(yard, velocities, random);
        }
        while (yard.scene().undoLabel().isPresent()) {
            yard.scene().undo();
        }
        yard.save();
        assertEquals(ValueJson.parse(text), ValueJson.parse(yard.onDisk()));
        // Of a text that was written and read again nobody knows how its fields were sorted before.
        if (!yard.isRewritten) {
            assertEquals(text, yard.onDisk());
        }
        yard.close(true);
    }

    private static void step(Yard yard, RandomVelocity velocities, Random random) {
        switch (random.nextInt(14)) {
            case 0, 1 -> yard.scene().declare(velocities.project());
            case 2 -> yard.scene().undo();
            case 3 -> yard.scene().redo();
            case 4 -> yard.save();
            case 5 -> {
                var before = content(yard.scene());
                yard.close(true);
                yard.open(velocities.project());
                assertEquals(before, content(yard.scene()));
            }
            default -> yard.scene().apply(velocities.edit(yard.scene().snapshot()), Origin.USER);
        }
    }

    /** A replica with what it wrote. */
    private static final class Node {
        final Scene scene;
        final List<Batch> sent = new ArrayList<>();
        final List<Batch> pending = new ArrayList<>();

        Node(String name, String text) {
            scene = Velocity.scene(Velocity.file(text, Velocity.CORE));
            scene.share(name, batch -> sent.add(overTheWire(batch)));
        }

        private static Batch overTheWire(Batch batch) {
            try {
                return BatchCodec.read(BatchCodec.write(batch));
            } catch (IOException wrong) {
                throw new UncheckedIOException(wrong);
            }
        }
    }

    private static void send(Node from, Node to) {
        to.pending.addAll(from.sent);
        from.sent.clear();
    }

    private static void hear(Node node, int count, Random random) {
        Collections.shuffle(node.pending, random);
        for (int i = 0; i < count && !node.pending.isEmpty(); i++) {
            node.scene.merge(node.pending.removeFirst(), PEER);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replicasConvergeOfWhichOneGetsTheTypesFirst(long seed) {
        var random = new Random(seed);
        var velocities = new RandomVelocity(random);
        String text = start(velocities);
        var ann = new Node("ann", text);
        var bob = new Node("bob", text);
        for (int i = 0; i < STEPS; i++) {
            var node = random.nextBoolean() ? ann : bob;
            switch (random.nextInt(10)) {
                case 0 -> node.scene.declare(velocities.project());
                case 1 -> node.scene.undo();
                case 2 -> node.scene.redo();
                case 3, 4 -> hear(node, 2, random);
                default -> node.scene.apply(velocities.edit(node.scene.snapshot()), Origin.USER);
            }
            send(ann, bob);
            send(bob, ann);
        }
        settle(ann, bob, random);
        assertEquals(content(ann.scene), content(bob.scene));
        var project = velocities.project();
        ann.scene.declare(project);
        bob.scene.declare(project);
        assertEquals(velocity(ann), velocity(bob));
    }

    private static Optional<ComponentType> velocity(Node node) {
        return node.scene.snapshot().types().find(Velocity.NAME);
    }

    private static void settle(Node ann, Node bob, Random random) {
        ann.scene.present(Set.of("ann", "bob"));
        bob.scene.present(Set.of("ann", "bob"));
        for (int round = 0; round < 10; round++) {
            send(ann, bob);
            send(bob, ann);
            hear(ann, Integer.MAX_VALUE, random);
            hear(bob, Integer.MAX_VALUE, random);
        }
    }
}
