// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

class MessageLogTest {
    private static final Entity BOX = Entity.of(512, 0);
    private static final ComponentId POSE = new ComponentId(1);

    private final MessageLog log = new MessageLog();
    private Registration reader = () -> {};

    @BeforeEach
    void look() {
        reader = log.open();
    }

    private void sends(Consumer<CrdtWriter> messages) {
        var out = new CrdtWriter();
        messages.accept(out);
        log.note(LoggedMessage.Direction.FROM_SCENE, out.bytes());
    }

    private void puts(int first, int count, int length) {
        sends(
                out -> {
                    for (int i = first; i < first + count; i++) {
                        out.put(BOX, POSE, i, ByteBuffer.allocate(length));
                    }
                });
    }

    private void check(String... expected) {
        var told =
                log.list().stream()
                        .map(
                                m ->
                                        "%d tick %d %s e%d c%d @%d %d bytes"
                                                .formatted(
                                                        m.number(),
                                                        m.tick(),
                                                        m.deed(),
                                                        m.entity().number(),
                                                        m.component().toLong(),
                                                        m.timestamp(),
                                                        m.bytes()))
                        .toList();
        assertEquals(List.of(expected), told);
    }

    private void checkStamps(int first, int last) {
        var list = log.list();
        assertEquals(last - first + 1, list.size());
        assertEquals(first, list.getFirst().timestamp());
        assertEquals(last, list.getLast().timestamp());
    }

    @Test
    void everyKindIsTold() {
        log.ticked(6);
        sends(
                out -> {
                    out.put(BOX, POSE, 3, ByteBuffer.allocate(2));
                    out.delete(BOX, POSE, 4);
                    out.delete(BOX);
                });
        check(
                "1 tick 7 put e512 c1 @3 26 bytes",
                "2 tick 7 delete e512 c1 @4 20 bytes",
                "3 tick 7 delete entity e512 c0 @0 12 bytes");
    }

    @Test
    void whileNobodyLooksNothingIsNoted() {
        reader.close();
        puts(1, 1, 4);
        check();
    }

    @Test
    void inAPauseNothingIsNoted() {
        puts(1, 1, 0);
        log.pause(true);
        puts(2, 1, 0);
        log.pause(false);
        puts(3, 1, 0);
        check("1 tick 1 put e512 c1 @1 24 bytes", "2 tick 1 put e512 c1 @3 24 bytes");
    }

    @Test
    void theOldestAreForgotten() {
        puts(1, 6000, 4);
        puts(6001, 6000, 4);
        checkStamps(2001, 12000);
        assertEquals(2001, log.first());
    }

    @Test
    void ofAFloodTheLastAreKept() {
        puts(1, 1_000_000, 0);
        checkStamps(990_001, 1_000_000);
        assertEquals(1_000_000, log.list().getLast().number());
    }

    @Test
    void largeOnesAreForgottenSooner() {
        for (int i = 1; i <= 300; i++) {
            puts(i, 1, 1 << 20);
        }
        assertEquals(128, log.list().size());
        assertEquals(LoggedMessage.LONGEST, log.list().getLast().data().length);
        assertEquals((1 << 20) + 24, log.list().getLast().bytes());
    }

    @Test
    void whoKnowsSomeHearsOfTheLaterOnesOnly() {
        puts(1, 5, 0);
        var seen = log.list().getLast().number();
        assertEquals(List.of(), log.after(seen));
        puts(6, 2, 0);
        assertEquals(List.of(6L, 7L), log.after(seen).stream().map(m -> m.number()).toList());
    }

    @Test
    void clearedItGoesOn() {
        puts(1, 5, 0);
        log.clear();
        assertEquals(6, log.first());
        puts(6, 1, 0);
        checkStamps(6, 6);
    }

    @Test
    void garbageEndsABufferAndNothingElse() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            log.note(LoggedMessage.Direction.TO_SCENE, ByteBuffer.wrap(bytes));
        }
        puts(1, 1, 0);
        assertTrue(log.list().getLast().direction() == LoggedMessage.Direction.FROM_SCENE);
    }
}
