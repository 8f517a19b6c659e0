// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What people read whose room is closed, for now or for good. */
class FarewellTest extends ServedRooms {
    private static final String WHY = "Ann meets the others elsewhere now.";

    private final Told<CommsEvent> told = new Told<>(() -> {});

    private CommsAdapter adapter(Identity who) {
        return new Adapters(List.of(new WsRoomProtocol()))
                .adapter(server.connection("room"), who, told);
    }

    private void enter() {
        adapter(FRIEND).connect().join();
    }

    private CommsException refused() {
        var refused = assertThrows(CompletionException.class, adapter(OTHER).connect()::join);
        return assertInstanceOf(CommsException.class, refused.getCause());
    }

    private void checkFarewell(String words) {
        var ends = told.until(all -> !all(CommsEvent.Disconnected.class).isEmpty());
        var end = assertInstanceOf(CommsEvent.Disconnected.class, ends.getLast());
        assertFalse(end.isKicked());
        var error = end.error().orElseThrow();
        assertEquals(words, error.getMessage());
        assertTrue(error.isFarewell());
    }

    private <K extends CommsEvent> List<K> all(Class<K> kind) {
        return told.all(kind);
    }

    @Test
    void whoEndsTheServerSaysWhy() {
        enter();
        server.end(WHY);
        checkFarewell(WHY);
    }

    @Test
    void whoIsInARoomThatIsClosedReadsWhy() {
        enter();
        server.shut(WHY);
        checkFarewell(WHY);
    }

    @Test
    void whoComesToAClosedRoomReadsWhy() {
        server.shut(WHY);
        var refused = refused();
        assertEquals(WHY, refused.getMessage());
        assertTrue(refused.isFarewell());
    }

    @Test
    void aRoomThatIsOpenedAgainLetsPeopleIn() {
        server.shut(WHY);
        server.reopen();
        enter();
    }

    @Test
    void whatIsTooLongIsCutOffBetweenCharacters() {
        enter();
        server.end("\u00e4" + "\ud83d\ude00".repeat(40));
        checkFarewell("\u00e4" + "\ud83d\ude00".repeat(30));
    }

    @Test
    void whoSaysNothingIsNoMoreThanGone() {
        enter();
        server.close();
        var ends = told.until(all -> !all(CommsEvent.Disconnected.class).isEmpty());
        var end = assertInstanceOf(CommsEvent.Disconnected.class, ends.getLast());
        assertEquals(Optional.of(false), end.error().map(CommsException::isFarewell));
    }
}
