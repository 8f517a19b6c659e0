// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentCodec;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages whose values are read before they are merged. */
class DecodedTest {
    private static final Origin SCRIPT = Origin.link(Origin.Kind.SCRIPT, "script");
    private static final ComponentTypes CORE = CoreComponents.load();
    private static final ComponentType TEXT = CORE.find("core::TextShape").orElseThrow();
    private static final ComponentType PLACE = CORE.find(SceneSnapshot.TRANSFORM).orElseThrow();

    /** Counts how often somebody reads values of TextShapes. */
    private static final class Counting implements ComponentCodec {
        private int reads;

        @Override
        public byte[] toBytes(Value value) {
            return TEXT.codec().toBytes(value);
        }

        @Override
        public Value fromBytes(byte[] bytes) {
            reads++;
            return TEXT.codec().fromBytes(bytes);
        }

        ComponentTypes types() {
            return CORE.with(
                    new ComponentType(TEXT.name(), TEXT.id(), TEXT.schema(), this, TEXT.role()));
        }
    }

    private static CrdtMessage text(int entity, int timestamp, String text) {
        var value = ValueJson.parse("{\"text\":\"%s\"}".formatted(text));
        return put(entity, TEXT, timestamp, TEXT.codec().toBytes(value));
    }

    private static CrdtMessage put(int entity, ComponentType type, int timestamp, byte[] data) {
        return new CrdtMessage.PutComponent(new Entity(entity), type.id(), timestamp, data);
    }

    private static ByteBuffer bytes(List<CrdtMessage> messages) {
        return ByteBuffer.wrap(CrdtCodec.toBytes(messages));
    }

    private static Merged merge(Fork fork, ComponentTypes by, List<CrdtMessage> messages) {
        var bytes = bytes(messages);
        return fork.merge(bytes, Decoded.of(bytes, by), SCRIPT);
    }

    private static String text(Fork fork, int entity) {
        return fork.snapshot()
                .value(new Entity(entity), TEXT.name())
                .map(value -> value.text("text", ""))
                .orElse("none");
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        var counting = new Counting();
        var types = counting.types();
        var fork = new Fork(SceneSnapshot.empty(types));
        var messages = bytes(List.of(text(512, 1, "a"), text(513, 1, "b"), text(512, 2, "c")));
        var decoded = Decoded.of(messages, types);
        assertEquals(3, counting.reads);
        fork.merge(messages, decoded, SCRIPT);
        assertEquals(3, counting.reads);
        assertEquals("c b", text(fork, 512) + " " + text(fork, 513));
    }

    @Test
    void theNewestHoldsWhereverInTheBatchItIs() {
        var fork = new Fork(SceneSnapshot.empty(CORE));
        merge(fork, CORE, List.of(text(512, 3, "new"), text(512, 2, "old"), text(513, 1, "b")));
        assertEquals("new b", text(fork, 512) + " " + text(fork, 513));
    }

    @Test
    void whatOtherTypesReadIsReadAgain() {
        var counting = new Counting();
        var fork = new Fork(SceneSnapshot.empty(CORE));
        merge(fork, counting.types(), List.of(text(512, 1, "a")));
        assertEquals("a", text(fork, 512));
    }

    @Test
    void bytesThatAreNoValueAreRefusedWithTheReason() {
        var fork = new Fork(SceneSnapshot.empty(CORE));
        merge(fork, CORE, List.of(text(512, 1, "a")));
        var broken = put(512, PLACE, 1, new byte[3]);
        var merged = merge(fork, CORE, List.of(broken, text(512, 2, "b")));
        assertEquals(
                List.of(
                        "What others wrote of "
                                + new Entity(512)
                                + " is ignored, core::Transform: a Transform of 3 bytes, not 44."),
                merged.complaints());
        assertEquals("b", text(fork, 512));
    }

    @Test
    void aPartIsReadAsTheWholeIs() {
        var fork = new Fork(SceneSnapshot.empty(CORE));
        var all = List.of(text(512, 1, "a"), text(513, 1, "b"), text(514, 1, "c"));
        var values = Decoded.of(bytes(all), CORE);
        fork.merge(bytes(all.subList(1, 3)), values.part(1, 2), SCRIPT);
        assertEquals("none b c", text(fork, 512) + " " + text(fork, 513) + " " + text(fork, 514));
    }

    @Test
    void readBeforeOrNotTheSceneIsTheSame() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var before = new Fork(SceneSnapshot.empty(CORE));
            var plain = new Fork(SceneSnapshot.empty(CORE));
            for (int batch = 0; batch < 20; batch++) {
                var messages = messages(random);
                var one = merge(before, CORE, messages);
                var other = plain.merge(bytes(messages), SCRIPT);
                assertEquals(other.complaints(), one.complaints(), "seed " + seed);
                assertEquals(other.changes().list(), one.changes().list(), "seed " + seed);
            }
            assertEquals(SceneText.print(plain.snapshot()), SceneText.print(before.snapshot()));
        }
    }

    private static List<CrdtMessage> messages(Random random) {
        var messages = new ArrayList<CrdtMessage>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            messages.add(message(random, 512 + random.nextInt(4), 1 + random.nextInt(30)));
        }
        return messages;
    }

    private static CrdtMessage message(Random random, int entity, int timestamp) {
        return switch (random.nextInt(6)) {
            case 0 -> put(entity, PLACE, timestamp, new byte[random.nextInt(2) * 44]);
            case 1 -> new CrdtMessage.DeleteComponent(new Entity(entity), TEXT.id(), timestamp);
            case 2 -> put(entity, TEXT, timestamp, new byte[] {(byte) random.nextInt(256)});
            case 3 -> new CrdtMessage.DeleteEntity(new Entity(entity + random.nextInt(3) * 65536));
            default -> text(entity, timestamp, "t" + random.nextInt(5));
        };
    }
}
