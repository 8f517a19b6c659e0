// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class ConvergenceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverTheOrderAllReplicasEndUpAlike(long seed) {
        var random = new Random(seed);
        var edits = new RandomEdits(seed);
        var replicas = new ArrayList<Scene>();
        var mail = new ArrayList<List<List<CrdtMessage>>>();
        var start =
                SceneText.read("Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2 at 0,1,0\nLamp\n");
        for (int i = 0; i < 3; i++) {
            replicas.add(new Scene(start));
            mail.add(new ArrayList<>());
        }
        for (int i = 0; i < 150; i++) {
            int who = random.nextInt(3);
            var sent = edited(replicas.get(who), edits, random);
            for (int other = 0; other < 3; other++) {
                if (other != who && !sent.isEmpty()) {
                    mail.get(other).add(sent);
                }
            }
            if (random.nextInt(4) == 0) {
                deliver(replicas.get(who), mail.get(who), random);
            }
        }
        for (int i = 0; i < 3; i++) {
            deliver(replicas.get(i), mail.get(i), random);
        }
        assertEquals(bytes(replicas.get(0).snapshot()), bytes(replicas.get(1).snapshot()));
        assertEquals(bytes(replicas.get(0).snapshot()), bytes(replicas.get(2).snapshot()));
    }

    private static List<CrdtMessage> edited(Scene scene, RandomEdits edits, Random random) {
        if (random.nextInt(12) == 0) {
            return deletion(scene, random);
        }
        if (random.nextInt(6) == 0) {
            return scene.undo().map(scene::messages).orElse(List.of());
        }
        return switch (scene.apply(edits.next(scene.snapshot()), Origin.USER)) {
            case Outcome.Accepted(var changes) -> scene.messages(changes);
            case Outcome.Refused r -> List.of();
        };
    }

    /** A script deletes an entity for good. */
    private static List<CrdtMessage> deletion(Scene scene, Random random) {
        var entities = scene.snapshot().entities();
        CrdtMessage gone =
                new CrdtMessage.DeleteEntity(entities.get(random.nextInt(entities.size())));
        merge(scene, List.of(gone));
        return List.of(gone);
    }

    private static void deliver(Scene scene, List<List<CrdtMessage>> mail, Random random) {
        Collections.shuffle(mail, random);
        for (var batch : mail) {
            var shuffled = new ArrayList<>(batch);
            Collections.shuffle(shuffled, random);
            merge(scene, shuffled);
            if (random.nextInt(5) == 0) {
                assertEquals(List.of(), merge(scene, shuffled).list());
            }
        }
        mail.clear();
    }

    /** What every replica must agree on: bytes of components and parents. */
    private static Map<String, String> bytes(SceneSnapshot snapshot) {
        var bytes = new TreeMap<String, String>();
        for (var entity : snapshot.entities()) {
            bytes.put(entity + " parent", snapshot.parent(entity).toString());
            for (String component : snapshot.components(entity)) {
                var value = snapshot.value(entity, component).orElse(Value.EMPTY);
                var type = snapshot.types().find(component).orElseThrow();
                bytes.put(
                        entity + " " + component,
                        HexFormat.of().formatHex(type.codec().toBytes(value)));
            }
        }
        return bytes;
    }

    private static Changes merge(Scene scene, List<CrdtMessage> batch) {
        var changes = scene.merge(batch, Origin.link(Origin.Kind.SCRIPT, "script")).changes();
        SceneInvariants.check(scene.snapshot());
        return changes;
    }
}
