// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.LoggedMessage;
import org.scenewright.runtime.MessageLog;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

class MessageRowsTest {
    private final MessageLog log = new MessageLog();
    private final MessageRows rows = new MessageRows();

    @BeforeEach
    void look() {
        log.open();
    }

    private void puts(int... components) {
        var out = new CrdtWriter();
        for (int component : components) {
            out.put(Entity.of(512, 0), new ComponentId(component), 1, ByteBuffer.allocate(0));
        }
        log.note(LoggedMessage.Direction.FROM_SCENE, out.bytes());
    }

    private void check(Integer... expected) {
        var shown = rows.list().stream().map(row -> row.component().value()).toList();
        assertEquals(List.of(expected), shown);
    }

    @Test
    void whatComesIsAdded() {
        puts(1, 2);
        assertTrue(rows.update(log));
        puts(3);
        rows.update(log);
        check(1, 2, 3);
    }

    @Test
    void nothingNewIsNoNews() {
        puts(1);
        rows.update(log);
        assertFalse(rows.update(log));
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        puts(1, 2, 1);
        rows.update(log);
        rows.filter(message -> message.component().value() == 1);
        rows.update(log);
        puts(2, 1);
        rows.update(log);
        check(1, 1, 1);
    }

    @Test
    void whatTheLogForgetsGoes() {
        puts(7);
        rows.update(log);
        puts(IntStream.range(0, MessageLog.MOST).map(i -> 8).toArray());
        rows.update(log);
        assertEquals(MessageLog.MOST, rows.count());
        assertEquals(8, rows.get(0).component().value());
    }

    @Test
    void aMessageIsFoundWhereItStandsNow() {
        puts(1, 2, 3);
        rows.filter(message -> message.component().value() != 1);
        rows.update(log);
        assertEquals(1, rows.index(3));
        assertEquals(-1, rows.index(1));
    }

    @Test
    void clearedThereIsNothing() {
        puts(1, 2);
        rows.update(log);
        log.clear();
        assertTrue(rows.update(log));
        check();
    }
}
