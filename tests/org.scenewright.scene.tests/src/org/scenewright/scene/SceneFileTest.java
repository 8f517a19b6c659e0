// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Edits of a document, and what they leave in its file. */
class SceneFileTest {
    private static final ComponentTypes CORE = CoreComponents.load();
    private static final String EMPTY =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "inspector::Nodes",
                  "data": {
                    "0": {
                      "json": {
                        "value": [
                          {
                            "entity": 0,
                            "open": true,
                            "children": []
                          },
                          {
                            "entity": 1,
                            "children": []
                          }
                        ]
                      }
                    }
                  }
                }
              ]
            }\
            """;

    private static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static CompositeFile file(byte[] text) {
        return CompositeFile.of(text, "x", CORE);
    }

    private static SceneSnapshot read(byte[] text) {
        var file = file(text);
        return file.fill(SceneSnapshot.empty(file.types()));
    }

    private static byte[] grown(long seed) {
        var file = file(EMPTY.getBytes(StandardCharsets.UTF_8));
        var scene = new Scene(file.fill(SceneSnapshot.empty(file.types())));
        edit(scene, new Random(seed), 20);
        return file.write(scene.snapshot());
    }

    private static void edit(Scene scene, Random random, int steps) {
        for (int i = 0; i < steps; i++) {
            scene.apply(edit(scene.snapshot(), random), Origin.USER);
        }
    }

    private static Edit edit(SceneSnapshot scene, Random random) {
        var entity = any(scene, random);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                    new Edit.Spawn(
                            "n" + random.nextInt(9), place(scene, random), new LinkedHashMap<>());
            case 3 -> new Edit.Despawn(List.of(entity));
            case 4 -> new Edit.Reparent(List.of(entity), place(scene, random));
            case 5 -> new Edit.Duplicate(List.of(entity));
            case 6 -> new Edit.Rename(entity, "m" + random.nextInt(9));
            default ->
                    new Edit.Set(
                            entity,
                            SceneSnapshot.TRANSFORM,
                            FieldPath.of("position", "x"),
                            Value.of(random.nextInt(100)));
        };
    }

    private static Entity any(SceneSnapshot scene, Random random) {
        var all = scene.entities();
        return all.get(random.nextInt(all.size()));
    }

    private static Edit.Place place(SceneSnapshot scene, Random random) {
        var parent = random.nextBoolean() ? Entity.ROOT : any(scene, random);
        var siblings = scene.children(parent);
        Optional<Entity> before =
                siblings.isEmpty() || random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(siblings.get(random.nextInt(siblings.size())));
        return new Edit.Place(parent, before);
    }

    private static void assertSame(SceneSnapshot expected, SceneSnapshot actual) {
        assertEquals(expected.entities(), actual.entities());
        for (var entity : expected.entities()) {
            assertEquals(expected.parent(entity), actual.parent(entity), "above " + entity);
            assertEquals(listed(expected, entity), listed(actual, entity), "below " + entity);
            for (var name : List.of(SceneSnapshot.NAME, SceneSnapshot.TRANSFORM)) {
                assertEquals(expected.value(entity, name), actual.value(entity, name));
            }
        }
    }

    /** Where player and camera stand among the children is not part of the file. */
    private static List<Entity> listed(SceneSnapshot scene, Entity parent) {
        return scene.children(parent).stream().filter(child -> !child.isReserved()).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenReadsAsTheDocument(long seed) {
        byte[] text = grown(seed);
        var file = file(text);
        var scene = new Scene(file.fill(SceneSnapshot.empty(file.types())));
        var random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            edit(scene, random, 3);
            assertSame(scene.snapshot(), read(file.write(scene.snapshot())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoneEditsLeaveNoTrace(long seed) {
        byte[] text = grown(seed);
        var file = file(text);
        var scene = new Scene(file.fill(SceneSnapshot.empty(file.types())));
        edit(scene, new Random(seed + 1), 30);
        while (scene.undo().isPresent()) {
            // Until nothing is left.
        }
        assertArrayEquals(text, file.write(scene.snapshot()));
    }

    @Test
    void aSpawnedEntityIsWrittenAsTheSdkWritesIt() {
        var file = file(EMPTY.getBytes(StandardCharsets.UTF_8));
        var scene = new Scene(file.fill(SceneSnapshot.empty(file.types())));
        var edit = new Edit.Spawn("Box", Edit.Place.TOP, new LinkedHashMap<>());
        assertInstanceOf(Outcome.Accepted.class, scene.apply(edit, Origin.USER));
        String written = new String(file.write(scene.snapshot()), StandardCharsets.UTF_8);
        String children =
                "                \"children\": [\n                  512\n                ]\n";
        String entry =
                "              {\n"
                        + "                \"entity\": 512,\n"
                        + "                \"children\": []\n"
                        + "              }\n";
        assertTrue(written.contains(children), written);
        assertTrue(written.contains(entry), written);
        assertTrue(written.contains("\"serializationType\": \"transform\""), written);
    }
}
