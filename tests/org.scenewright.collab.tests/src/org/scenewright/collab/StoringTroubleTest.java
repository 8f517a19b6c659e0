// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What becomes of a session where what keeps its copy answers late, wrongly or not at all. */
class StoringTroubleTest {
    private static final long LONG = 20_000;

    private final Company company = new Company(1, Samples.scene(), Role.EDITOR);
    private final Member ann = company.owner();

    /** Keeps nothing, and answers as a test wants it. */
    private static final class Shelf implements RoomStorage {
        private final List<String> asked = new ArrayList<>();
        private CompletableFuture<Optional<byte[]>> found =
                CompletableFuture.completedFuture(Optional.empty());
        private CompletableFuture<Void> put = CompletableFuture.completedFuture(null);

        static Shelf failing(CommsException why) {
            var shelf = new Shelf();
            shelf.found = CompletableFuture.failedFuture(why);
            return shelf;
        }

        @Override
        public int mostBytes() {
            return 1 << 20;
        }

        @Override
        public CompletableFuture<Void> put(String name, byte[] bytes) {
            asked.add("put");
            return put;
        }

        @Override
        public CompletableFuture<Optional<byte[]>> get(String name, int most) {
            asked.add("get");
            return found;
        }

        boolean holdsACopy() {
            return asked.contains("put");
        }
    }

    private void come(Shelf shelf) {
        ann.keeper = room -> new KeepingRoom(room, shelf);
        ann.connect();
        company.pass(LONG);
    }

    private void check(Shelf shelf, String... asked) {
        assertEquals(List.of(asked), shelf.asked);
    }

    @Test
    void whatIsFoundInAFormerRoomSaysNothingOfTheNext() {
        var former = new Shelf();
        former.found = new CompletableFuture<>();
        come(former);
        ann.disconnect();
        var next = new Shelf();
        come(next);
        former.found.complete(Optional.empty());
        company.pass(LONG);
        check(former, "get");
        check(next, "get", "put");
    }

    @Test
    void whatAFormerRoomTookTheNextDoesNotHave() {
        var former = new Shelf();
        former.put = new CompletableFuture<>();
        come(former);
        ann.disconnect();
        var next = new Shelf();
        come(next);
        former.put.complete(null);
        company.pass(2 * LONG);
        check(former, "get", "put");
        check(next, "get", "put");
    }

    @Test
    void whoLeavesTheNextRoomAtOnceLeavesACopyThere() {
        come(new Shelf());
        ann.disconnect();
        var next = new Shelf();
        ann.keeper = room -> new KeepingRoom(room, next);
        ann.connect();
        company.pass(200);
        ann.leave();
        company.pass(1000);
        check(next, "get", "put");
    }

    @Test
    void whatIsOutOfReachIsNeverReplacedAndToldOnce() {
        var slow = Shelf.failing(new CommsException("The server does not answer in time."));
        come(slow);
        ann.move("Box", "x", 3);
        company.pass(10 * LONG);
        assertFalse(slow.holdsACopy());
        assertTrue(slow.asked.size() > 3);
        assertEquals(1, ann.notices().size(), ann.notices().toString());
    }

    @Test
    void whatCanNeverBeHadIsReplaced() {
        var spoilt = Shelf.failing(CommsException.lasting("What the room keeps has no label."));
        come(spoilt);
        company.pass(10 * LONG);
        assertTrue(spoilt.holdsACopy());
    }
}
