// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.RoomStorage.Said;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What anybody who has access to the server may have put where a room keeps things. */
class NatsStorageTest {
    private static final int PIECE = 8 << 10;

    private final HandDriven time = new HandDriven();
    private final Hub hub = new Hub(time);

    private RoomStorage storage() {
        hub.takesAtOnce(PIECE);
        return connected().storage().orElseThrow();
    }

    private CommsAdapter connected() {
        var adapter = hub.adapter(OwnIdentity.generate(), event -> {});
        var connected = adapter.connect();
        time.advance(100);
        connected.join();
        return adapter;
    }

    private void say(CommsAdapter adapter, String text, SendHints hints) {
        adapter.send(StandardCharsets.UTF_8.encode(text), hints);
        time.advance(100);
    }

    private void label(int length, long... numbers) {
        var label = ByteBuffer.allocate(Integer.BYTES + numbers.length * Long.BYTES);
        label.putInt(length);
        for (long number : numbers) {
            label.putLong(number);
        }
        hub.labels().put("thing", label.array());
    }

    private static void check(RoomStorage storage, String why) {
        var failure =
                assertThrows(CompletionException.class, () -> storage.get("thing", 100_000).join());
        assertTrue(String.valueOf(failure.getMessage()).contains(why), failure.getMessage());
    }

    @Test
    void piecesThatAreGoneAreTold() {
        RoomStorage storage = storage();
        label(10, 1);
        check(storage, "not complete");
    }

    @Test
    void aPieceThatIsLongerThanTheLabelSaysIsTold() {
        RoomStorage storage = storage();
        hub.pieces().add(new byte[11]);
        label(10, 1);
        check(storage, "not complete");
    }

    @Test
    void lessThanTheLabelSaysIsTold() {
        RoomStorage storage = storage();
        hub.pieces().add(new byte[9]);
        label(10, 1);
        check(storage, "not complete");
        label(10);
        check(storage, "not complete");
    }

    @Test
    void noMoreIsAllocatedThanIsWanted() {
        RoomStorage storage = storage();
        label(Integer.MAX_VALUE, 1);
        check(storage, "more than 100000 bytes");
        label(-1, 1);
        check(storage, "more than 100000 bytes");
    }

    @Test
    void whatIsNoLabelIsTold() {
        RoomStorage storage = storage();
        hub.labels().put("thing", new byte[3]);
        check(storage, "no label");
        hub.labels().put("thing", new byte[4 + 8 * (NatsStorage.MOST_PIECES + 1)]);
        check(storage, "no label");
    }

    @Test
    void piecesOfAThingThatWasNeverLabelledHideNoneThatIs() {
        RoomStorage storage = storage();
        byte[] thing = new byte[3 * PIECE + 5];
        thing[3 * PIECE] = 1;
        storage.put("thing", thing).join();
        hub.pieces().add(new byte[PIECE]);
        assertArrayEquals(thing, storage.get("thing", thing.length).join().orElseThrow());
        assertEquals(4 + 1, hub.pieces().size());
    }

    @Test
    void whatIsReplacedGoesAndNotWhatWaitsForItsLabel() {
        RoomStorage storage = storage();
        storage.put("thing", new byte[2 * PIECE]).join();
        hub.pieces().add(new byte[PIECE]);
        storage.put("thing", new byte[PIECE]).join();
        assertEquals(Map.of("thing", 3L), hub.cleared());
    }

    @Test
    void noLabelThatSomebodyMadeUpTakesTheNewThingAway() {
        RoomStorage storage = storage();
        label(10, Long.MAX_VALUE - 1);
        storage.put("thing", new byte[PIECE]).join();
        label(10, Long.MAX_VALUE);
        storage.put("thing", new byte[PIECE]).join();
        assertEquals(Map.of("thing", 1L), hub.cleared());
    }

    private static List<String> texts(RoomStorage storage) {
        return Guests.texts(storage.said(Said.BEGINNING, 1 << 20).join());
    }

    @Test
    void whatWasSaidToAllIsTold() {
        var ann = connected();
        say(ann, "one", SendHints.RELIABLE);
        say(ann, "two", SendHints.UNRELIABLE);
        say(ann, "three", SendHints.RELIABLE.to(OwnIdentity.generate().address()));
        ann.disconnect(Optional.empty());
        time.advance(3000);
        say(connected(), "four", SendHints.RELIABLE);
        assertEquals(List.of("one", "four"), texts(storage()));
    }

    @Test
    void whoKnowsWhatWasSaidIsToldWhatWasSaidSince() {
        var ann = connected();
        say(ann, "one", SendHints.RELIABLE);
        var storage = storage();
        String end = storage.said(Said.BEGINNING, 1 << 20).join().end();
        say(ann, "two", SendHints.RELIABLE);
        assertEquals(List.of("two"), Guests.texts(storage.said(end, 1 << 20).join()));
    }

    @Test
    void whatNobodySealedIsNotTold() {
        var ann = connected();
        say(ann, "one", SendHints.RELIABLE);
        byte[] forged = hub.kept().getLast().clone();
        forged[forged.length - 1] ^= 1;
        hub.kept().addFirst(forged);
        hub.kept().add(new byte[] {1, 2, 3});
        hub.kept().add(hub.kept().get(1));
        assertEquals(List.of("one"), texts(storage()));
    }
}
