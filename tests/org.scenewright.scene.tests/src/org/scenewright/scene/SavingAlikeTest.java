// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Ann opened the files, Bob has others and adopted what Ann has; both edit, hear of each other and
 * save when they like, each on a disk of their own.
 */
class SavingAlikeTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final int STEPS = 250;

    private static final List<String> COMPOSITES =
            List.of(
                    """
                    {
                      "version": 1,
                      "components": [
                        { "name": "core::Transform",
                          "jsonSchema": {"type":"object","properties":{},"serializationType":"transform"},
                          "data": { "512": { "json": { "scale": {"x":1,"y":1.50,"z":1},
                             "position":{"z":3,"y":0.123456789,"x":1e0}, "mine": [1, {"b":1,"a":2}],
                             "rotation":{"x":0,"y":0,"z":0,"w":1}, "parent":0}},
                             "513": {"json":{"position":{"x":0,"y":0,"z":0},"rotation":{"x":0,"y":0,"z":0,"w":1},"scale":{"x":1,"y":1,"z":1},"parent":512}} } },
                        {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}},
                           "513":{"json":{"value":"Lid"}}, "514":{"json":{"value":"Crate"}}}},
                        {"name":"my::Thing","jsonSchema":{"type":"object","properties":{"b":{"type":"number","serializationType":"float32"},
                            "a":{"type":"string","serializationType":"utf8-string"}},"serializationType":"map"},
                          "data":{"512":{"json":{"b":0.5,"a":"x"}}}},
                        {"name":"strange::One","data":{"514":{"json":{"z":1,"a":[{"y":1,"b":2}]}}}}
                      ],
                      "more": {"kept": true}
                    }
                    """,
                    "{\"version\":1,\"components\":[]}",
                    "",
                    "\t{\"components\":[{\"data\":{\"512\":{\"json\":{\"value\":\"Box\"}}},\"name\":\"core-schema::Name\"}]"
                        + "  ,\n"
                        + "\"version\":1}\n\n");
    private static final List<String> SETTINGS =
            List.of(
                    "{\n"
                            + "   \"display\": {\"title\": \"Yard\"},\n\n"
                            + "   \"zebra\": 1.50,"
                            + " \"scene\":{\"parcels\":[\"0,0\"],\"base\":\"0,0\"}}\n",
                    "{}",
                    "{\"b\":1,\r\n  \"display\" :{ }}",
                    "{\"spawnPoints\":[{\"position\":{\"x\":1,\"y\":2,\"z\":3},\"name\":\"s\"}]}");

    @TempDir Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    /** Somebody with a document, files, and what they sent. */
    private static final class Person {
        final List<Batch> sent = new ArrayList<>();
        final LoadedScene opened;
        final Scene scene;
        LoadedScene files;

        Person(Path folder, String composite, String settings) throws IOException {
            var path = folder.resolve("assets/scene/main.composite");
            Files.createDirectories(path.getParent());
            Files.writeString(path, composite);
            Files.writeString(folder.resolve("scene.json"), settings);
            opened = LoadedScene.open(SceneProject.of(folder), SceneText.TYPES);
            files = opened;
            scene = new Scene(files.snapshot());
        }

        void save() {
            assertInstanceOf(SaveResult.Written.class, files.save(scene.snapshot()));
        }

        byte[] composite() throws IOException {
            return Files.readAllBytes(files.project().composite());
        }

        byte[] settings() throws IOException {
            return Files.readAllBytes(files.project().sceneJson());
        }
    }

    /** Edits that leave their traces in texts: numbers that no float holds, new and odd fields. */
    private static Edit odd(Random random, SceneSnapshot now) {
        var entities = now.entities();
        var entity = entities.get(random.nextInt(entities.size()));
        String key = List.of("b", "a", "title", "description", "z").get(random.nextInt(5));
        return switch (random.nextInt(9)) {
            case 0 ->
                    new Edit.Set(
                            entity,
                            SceneSnapshot.TRANSFORM,
                            FieldPath.parse("position.x"),
                            Value.of(random.nextDouble()));
            case 1 -> new Edit.Configure(FieldPath.of("display", key), Value.of(key));
            case 2 -> new Edit.Configure(FieldPath.of(key, key), Value.of(random.nextDouble()));
            case 3 ->
                    new Edit.Put(
                            entity,
                            "my::Thing",
                            ValueJson.parse(
                                    random.nextBoolean()
                                            ? "{\"a\":\"q\",\"b\":0.1}"
                                            : "{\"b\":0.123456789,\"a\":\"r\"}"));
            case 4 ->
                    new Edit.Put(
                            entity,
                            "core::MeshRenderer",
                            ValueJson.parse(
                                    "{\"mesh\":{\"box\":{\"uvs\":[0.1,0.123456789]},\"$case\":\"box\"}}"));
            case 5 -> new Edit.Remove(entity, "my::Thing");
            case 6 ->
                    new Edit.Set(
                            entity, "my::Thing", FieldPath.of("b"), Value.of(random.nextFloat()));
            case 7 ->
                    new Edit.Put(
                            entity,
                            "core::Material",
                            ValueJson.parse(
                                    "{\"material\":{\"pbr\":{\"roughness\":0.3,\"metallic\":"
                                            + random.nextDouble()
                                            + "},\"$case\":\"pbr\"}}"));
            default ->
                    new Edit.Put(
                            entity,
                            "core::TextShape",
                            ValueJson.parse("{\"fontSize\":0.7,\"text\":\"" + key + "\"}"));
        };
    }

    private static void deliver(Person from, Person to, int last) {
        var all = List.copyOf(from.sent);
        to.scene.shared().merge(all.subList(0, Math.max(0, all.size() - last)), PEER);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatBothSaveInTheEndIsTheSame(long seed) throws IOException {
        var random = new Random(seed);
        var ann =
                new Person(
                        directory.resolve("ann"),
                        COMPOSITES.get((int) (seed % 4)),
                        SETTINGS.get((int) (seed / 4 % 4)));
        var bob =
                new Person(
                        directory.resolve("bob"),
                        COMPOSITES.get(random.nextInt(4)),
                        SETTINGS.get(random.nextInt(4)));
        ann.scene.share("ann", ann.sent::add);
        bob.scene.share("bob", bob.sent::add);
        ann.scene.lease(new NumberBlock(1000, 3000));
        var edits = new RandomEdits(seed);
        step(ann, edits, random, 20);
        var state = ann.scene.shared().state().with(ann.files.texts());
        var read = SharedState.read(state.toBytes(SceneText.TYPES), SceneText.TYPES);
        bob.scene.shared().adopt(read, List.of(), PEER);
        bob.files = bob.opened.rewriting(read.texts().orElseThrow(), () -> SceneText.TYPES);
        bob.scene.lease(new NumberBlock(5000, 3000));
        for (int i = 0; i < STEPS; i++) {
            step(random.nextBoolean() ? ann : bob, edits, random, 1);
            if (random.nextInt(6) == 0) {
                deliver(ann, bob, random.nextInt(5));
                deliver(bob, ann, random.nextInt(5));
            }
            if (random.nextInt(25) == 0) {
                (random.nextBoolean() ? ann : bob).save();
            }
        }
        settle(ann, bob);
        SharedStateTest.checkSame(ann.scene, bob.scene);
        ann.save();
        bob.save();
        assertEquals(new String(ann.composite()), new String(bob.composite()));
        assertArrayEquals(ann.composite(), bob.composite());
        assertEquals(new String(ann.settings()), new String(bob.settings()));
        var again = LoadedScene.open(bob.files.project(), SceneText.TYPES);
        var lost =
                Difference.between(again.snapshot(), ann.scene.snapshot()).stream()
                        .filter(d -> !d.component().equals(TreeOrder.NODES))
                        .toList();
        assertEquals(List.of(), lost);
        assertEquals(Optional.empty(), again.objection(again));
    }

    private static void step(Person person, RandomEdits edits, Random random, int times) {
        for (int i = 0; i < times; i++) {
            var now = person.scene.snapshot();
            var edit = random.nextInt(3) == 0 ? odd(random, now) : edits.next(now);
            person.scene.apply(edit, Origin.USER);
            if (random.nextInt(6) == 0) {
                person.scene.undo();
            }
        }
    }

    private static void settle(Person ann, Person bob) {
        ann.scene.present(Set.of("ann", "bob"));
        bob.scene.present(Set.of("ann", "bob"));
        for (int i = 0; i < 4; i++) {
            deliver(ann, bob, 0);
            deliver(bob, ann, 0);
        }
    }
}
