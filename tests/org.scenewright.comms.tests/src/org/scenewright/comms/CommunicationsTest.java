// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.testing.Participant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Who is bound when, on a network and in a time of our own. */
class CommunicationsTest {
    private final Identity me = OwnIdentity.generate();
    private final HandDriven time = new HandDriven();
    private final SimulatedNetwork network = new SimulatedNetwork(time);
    private final Counted rooms = new Counted(new NetworkRooms());
    private final List<CommunicationsEvent> events = new ArrayList<>();
    private final ConnectionList list = new ConnectionList(List.of(to("room:a")));
    private final Communications communications =
            new Communications(
                    new Adapters(List.of(rooms, new BrokenRooms(), new LivekitProtocol())),
                    me,
                    time,
                    events::add);

    /** Rooms of the network. */
    private final class NetworkRooms implements CommsProtocol {
        @Override
        public String name() {
            return "room";
        }

        @Override
        public CommsAdapter adapter(
                ConnectionString to, Identity who, Consumer<CommsEvent> listener) {
            return network.adapter(to.parameters(), Conditions.parse("delay=10"), who, listener);
        }
    }

    private static ConnectionString to(String text) {
        return ConnectionString.parse(text);
    }

    private List<String> told() {
        List<String> lines = events.stream().map(Chronicle::line).toList();
        events.clear();
        return lines;
    }

    private boolean send(String text) {
        return communications.send(ByteBuffer.wrap(text.getBytes()), SendHints.RELIABLE);
    }

    private void choose(String connection) {
        list.choose(to(connection));
        time.advance(100);
    }

    /** In room a, and all that was told of it forgotten. */
    private void begin() {
        communications.direct(list);
        time.advance(100);
        assertEquals(List.of("bound 1", "connected 1"), told().subList(1, 3));
    }

    private Participant other(String room) {
        Identity identity = OwnIdentity.generate();
        var participant =
                new Participant(
                        identity,
                        listener ->
                                network.adapter(room, Conditions.parse(""), identity, listener));
        participant.connect();
        time.advance(100);
        return participant;
    }

    private long pause() {
        return events.stream()
                .filter(CommunicationsEvent.AdapterFailed.class::isInstance)
                .map(CommunicationsEvent.AdapterFailed.class::cast)
                .reduce((former, later) -> later)
                .orElseThrow()
                .againMillis()
                .orElseThrow();
    }

    @Test
    void whatTheDirectorNamesIsBoundAndConnected() {
        communications.direct(list);
        time.advance(100);
        assertEquals(List.of("directed", "bound 1", "connected 1"), told());
        assertEquals(1, rooms.alive());
    }

    @Test
    void trafficGoesBothWays() {
        begin();
        Participant other = other("a");
        assertTrue(send("hello"));
        other.send("welcome", SendHints.RELIABLE);
        time.advance(100);
        assertEquals(
                1, other.events().stream().filter(CommsEvent.Message.class::isInstance).count());
        assertEquals(List.of("heard 1 came", "heard 1 welcome"), told());
    }

    @Test
    void whereNothingIsConnectedNothingIsSent() {
        assertFalse(send("to nobody"));
        communications.direct(list);
        time.advance(5);
        assertFalse(send("too early"));
        time.advance(100);
        assertTrue(send("in time"));
    }

    @Test
    void anotherOneIsBoundWhenTheFormerIsUnbound() {
        begin();
        Participant former = other("a");
        told();
        choose("room:b");
        former.send("too late", SendHints.RELIABLE);
        time.advance(100);
        assertEquals(List.of("unbound 1", "bound 2", "connected 2"), told());
        assertEquals(1, rooms.most());
        assertFalse(former.sees(new Participant(me, listener -> new BrokenRoom(""))));
    }

    @Test
    void nothingIsSentWhileTheFormerLeaves() {
        begin();
        rooms.leaveForEver();
        choose("room:b");
        assertFalse(send("between"));
    }

    @Test
    void whoNeverLeavesIsGivenUp() {
        begin();
        rooms.leaveForEver();
        choose("room:b");
        assertEquals(List.of(), told());
        time.advance(Succession.LEAVE_MILLIS);
        assertEquals(List.of("unbound 1", "bound 2", "connected 2"), told());
    }

    @Test
    void ofManyDecisionsTheLastHolds() {
        begin();
        for (int i = 0; i < 100; i++) {
            list.choose(to("room:" + i));
        }
        time.advance(100);
        assertEquals(List.of("unbound 1", "bound 2", "connected 2"), told());
        assertTrue(other("99").sees(new Participant(me, listener -> new BrokenRoom(""))));
    }

    @Test
    void theSameOnceMoreChangesNothingAndIsTold() {
        begin();
        choose("room:a");
        assertEquals(List.of("stayed"), told());
    }

    @Test
    void whatFailsIsToldAndTriedAgainAfterLongerAndLongerPauses() {
        communications.direct(list);
        choose("broken:door");
        long longest = Succession.SHORTEST_PAUSE;
        for (int i = 0; i < 10; i++) {
            long pause = pause();
            assertTrue(pause >= longest / 2 && pause <= longest, "pause of " + pause);
            time.advance(pause);
            longest = Math.min(Succession.LONGEST_PAUSE, 2 * longest);
        }
        choose("room:a");
        assertEquals(1, rooms.alive());
    }

    @Test
    void aFailureIsUnboundBeforeItIsTriedAgain() {
        begin();
        choose("broken:door");
        assertEquals(List.of("unbound 1", "bound 2", "failed, again", "unbound 2"), told());
        communications.retry();
        time.advance(10);
        assertEquals(List.of("bound 3", "failed, again", "unbound 3"), told());
    }

    @Test
    void pausesDifferSoThatNotAllComeAtOnce() {
        var pauses = new HashSet<Long>();
        communications.direct(list);
        for (int i = 0; i < 20; i++) {
            choose("broken:" + i);
            pauses.add(pause());
        }
        assertTrue(pauses.size() > 5, pauses::toString);
    }

    @Test
    void whoDoesNotAnswerIsGivenUpAndTriedAgain() {
        begin();
        choose("broken:is silent");
        assertEquals(List.of("unbound 1", "bound 2"), told());
        time.advance(Succession.CONNECT_MILLIS);
        assertEquals(List.of("failed, again", "unbound 2"), told());
    }

    @Test
    void whatIsNotSupportedIsToldAndNotTriedAgain() {
        begin();
        choose("livekit:wss://host");
        assertEquals(List.of("unbound 1", "failed"), told());
        time.advance(100_000);
        assertEquals(List.of(), told());
        choose("room:a");
        assertEquals("connected 3", told().getLast());
    }

    @Test
    void aBrokenConnectionComesBack() {
        begin();
        network.cut(me.address());
        time.advance(10);
        assertFalse(send("to nobody"));
        time.advance(2000);
        assertEquals(List.of("failed, again", "unbound 1", "bound 2", "connected 2"), told());
        assertTrue(send("again"));
    }

    @Test
    void whoBreaksAtOnceAgainAndAgainWaitsLonger() {
        begin();
        for (int i = 0; i < 5; i++) {
            network.cut(me.address());
            time.advance(1);
            time.advance(pause() + 100);
        }
        network.cut(me.address());
        time.advance(1);
        assertTrue(pause() >= 15_000, () -> "pause of " + pause());
        time.advance(100 + pause() + Succession.LASTING_MILLIS);
        network.cut(me.address());
        time.advance(1);
        assertTrue(pause() <= 1000, () -> "pause of " + pause());
    }

    @Test
    void kickedStaysKicked() {
        begin();
        new Participant(me, heard -> network.adapter("a", Conditions.parse(""), me, heard))
                .connect();
        time.advance(100);
        assertEquals(List.of("kicked", "unbound 1"), told());
        choose("room:b");
        time.advance(1_000_000);
        assertEquals(List.of(), told());
        assertEquals(0, rooms.alive());
    }

    @Test
    void whoWasKickedComesBackWhenAPersonSaysSo() {
        begin();
        choose("broken:kicks");
        assertEquals(List.of("unbound 1", "bound 2", "kicked", "unbound 2"), told());
        list.choose(to("room:b"));
        communications.retry();
        time.advance(100);
        assertEquals(List.of("directed", "bound 3", "connected 3"), told());
    }

    @Test
    void anotherDirectorEndsTheFormer() {
        begin();
        var other = new ConnectionList(List.of(to("room:b")));
        communications.direct(other);
        time.advance(100);
        assertEquals(List.of("directed", "unbound 1", "bound 2", "connected 2"), told());
        choose("room:c");
        assertEquals(List.of(), told());
        other.choose(to("room:d"));
        time.advance(100);
        assertEquals(List.of("unbound 2", "bound 3", "connected 3"), told());
    }

    @Test
    void theAdapterStaysWhileTheDirectorIsAway() {
        begin();
        communications.direct(listener -> new ConnectionList(List.of()).director(listener));
        time.advance(100);
        assertEquals(List.of("directed"), told());
        assertTrue(send("still there"));
    }

    @Test
    void whoClosesIsToldNothingMore() {
        begin();
        CompletableFuture<Void> closed = communications.close();
        time.advance(100);
        assertTrue(closed.isDone());
        assertEquals(List.of("unbound 1"), told());
        communications.retry();
        communications.direct(list);
        time.advance(100_000);
        assertEquals(List.of(), told());
        assertEquals(0, rooms.alive());
    }
}
