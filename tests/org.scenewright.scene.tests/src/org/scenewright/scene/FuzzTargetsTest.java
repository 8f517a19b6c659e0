// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.Consumer;

/** What the fuzzer runs for minutes, for a moment and with fixed seeds. */
class FuzzTargetsTest {
    private static final String COMPOSITE =
            """
            {"version": 1, "components": [
              {"name": "core-schema::Name", "jsonSchema": {"type": "object", "properties":
                {"value": {"type": "string", "serializationType": "utf8-string"}}, "serializationType": "map"},
               "data": {"512": {"json": {"value": "Box"}}, "513": {"json": {"value": "Lid"}}}},
              {"name": "core::Transform", "jsonSchema": {"type": "object", "serializationType": "transform"},
               "data": {"513": {"json": {"position": {"x": 1.50, "y": -0, "z": 1e2}, "parent": 512}}}}
            ]}
            """;

    private static byte[] batch() {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Box at 1,2,3\n  Lid\nCrate\n"));
        scene.share("ann", sent::add);
        SceneCheck.accepted(scene, SceneCheck.despawn("Lid"));
        SceneCheck.accepted(scene, SceneCheck.set("Box", "core::Transform.position.x", "3"));
        return BatchCodec.write(sent.getFirst());
    }

    private static void damage(byte[] start, long seed, Consumer<byte[]> target) {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            var bytes = start.clone();
            for (int hits = random.nextInt(3); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] = bytes[random.nextInt(bytes.length)];
            }
            target.accept(bytes);
        }
    }

    @Test
    void theSamplesAreWhatTheyAreTakenFor() {
        var bytes = COMPOSITE.getBytes(StandardCharsets.UTF_8);
        assertTrue(CompositeFile.of(bytes, "sample", SceneText.TYPES).isReadable());
        CompositeFuzz.fuzzerTestOneInput(bytes);
        BatchFuzz.fuzzerTestOneInput(batch());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedCompositesAreReadOrRefused(long seed) {
        damage(COMPOSITE.getBytes(StandardCharsets.UTF_8), seed, CompositeFuzz::fuzzerTestOneInput);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedBatchesLeaveTheDocumentSound(long seed) {
        damage(batch(), seed, BatchFuzz::fuzzerTestOneInput);
    }
}
