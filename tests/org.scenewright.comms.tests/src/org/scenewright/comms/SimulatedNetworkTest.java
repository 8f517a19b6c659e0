// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.testing.Participant;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class SimulatedNetworkTest {
    private static final int MANY = 2000;
    private final HandDriven time = new HandDriven();
    private final SimulatedNetwork network = new SimulatedNetwork(time);

    private Participant joined(String room, String conditions) {
        Identity identity = OwnIdentity.generate();
        var participant =
                new Participant(
                        identity,
                        listener ->
                                network.adapter(
                                        room, Conditions.parse(conditions), identity, listener));
        participant.connect();
        time.advance(1000);
        return participant;
    }

    /** How many of many messages that need not arrive do, and in which order. */
    private List<String> loose(String conditions) {
        Participant sender = joined("room", conditions);
        Participant receiver = joined("room", conditions);
        for (int i = 0; i < MANY; i++) {
            sender.send(Integer.toString(i), SendHints.UNRELIABLE);
            time.advance(1);
        }
        time.advance(1000);
        return receiver.textsOf(sender);
    }

    private static List<String> all() {
        return IntStream.range(0, MANY).mapToObj(Integer::toString).toList();
    }

    @Test
    void aPerfectNetworkLosesNothing() {
        assertEquals(all(), loose(""));
    }

    @Test
    void aShareIsLost() {
        int size = loose("loss=0.25").size();
        assertTrue(size > MANY * 0.7 && size < MANY * 0.8, () -> size + " arrived");
    }

    @Test
    void aShareComesTwice() {
        int size = loose("duplicate=0.25").size();
        assertTrue(size > MANY * 1.2 && size < MANY * 1.3, () -> size + " arrived");
    }

    @Test
    void someComeOutOfOrder() {
        List<String> texts = loose("delay=10&reorder=0.1");
        assertNotEquals(all(), texts);
        assertEquals(Set.copyOf(all()), Set.copyOf(texts));
    }

    @Test
    void oneSeedIsOneCourseOfEvents() {
        String conditions = "loss=0.2&reorder=0.2&duplicate=0.2&jitter=30&seed=";
        List<String> first = loose(conditions + 7);
        assertEquals(
                first, new SimulatedNetworkTest().loose(conditions + 7), "two runs of one seed");
        assertNotEquals(first, new SimulatedNetworkTest().loose(conditions + 8));
    }

    @Test
    void whatIsSentTakesItsTime() {
        Participant sender = joined("room", "delay=50");
        Participant receiver = joined("room", "delay=50");
        sender.send("late", SendHints.RELIABLE);
        time.advance(49);
        assertEquals(List.of(), receiver.textsOf(sender));
        assertEquals(4, sender.adapter().waitingBytes());
        time.advance(1);
        assertEquals(List.of("late"), receiver.textsOf(sender));
        assertEquals(0, sender.adapter().waitingBytes());
    }

    @Test
    void roomsDoNotHearEachOther() {
        Participant sender = joined("room", "");
        Participant neighbour = joined("next", "");
        sender.send("secret", SendHints.RELIABLE);
        time.advance(10);
        assertEquals(List.of(), neighbour.textsOf(sender));
        assertFalse(neighbour.sees(sender));
    }

    @Test
    void whatHasToArriveWaitsForTheEndOfASplitAndTheRestIsLost() {
        Participant one = joined("room", "");
        Participant two = joined("room", "");
        network.split(Set.of(one.address()));
        one.send("firm", SendHints.RELIABLE);
        one.send("loose", SendHints.UNRELIABLE);
        time.advance(5000);
        assertEquals(List.of(), two.textsOf(one));
        network.heal();
        time.advance(100);
        assertEquals(List.of("firm"), two.textsOf(one));
    }

    @Test
    void thoseOnOneSideOfASplitHearEachOther() {
        Participant one = joined("room", "");
        Participant two = joined("room", "");
        network.split(Set.of(one.address(), two.address()));
        one.send("among us", SendHints.UNRELIABLE);
        time.advance(10);
        assertEquals(List.of("among us"), two.textsOf(one));
    }

    @Test
    void aCutEndsTheConnectionWithAnErrorAndOthersLearnOfIt() {
        Participant one = joined("room", "");
        Participant two = joined("room", "");
        network.cut(one.address());
        time.advance(10);
        assertFalse(one.end().orElseThrow().isKicked());
        assertTrue(one.end().orElseThrow().error().isPresent());
        assertFalse(two.sees(one));
    }

    @Test
    void whoIsNeverReachedIsGivenUpBeforeMemoryIs() {
        Participant sender = joined("room", "");
        Participant receiver = joined("room", "");
        network.split(Set.of(receiver.address()));
        String text = "x".repeat(sender.adapter().mostBytes());
        for (int i = 0; i < 2 * Sizes.MOST_WAITING / text.length(); i++) {
            sender.send(text, SendHints.RELIABLE);
            time.advance(1);
            assertTrue(sender.adapter().waitingBytes() <= Sizes.MOST_WAITING);
        }
        assertTrue(receiver.end().isPresent());
        assertEquals(0, sender.adapter().waitingBytes());
    }

    @Test
    void whoIsTooSlowForOneWhoSendsToManyStopsNobodyElse() {
        Participant sender = joined("room", "delay=60000");
        Participant slow = joined("room", "");
        Participant other = joined("room", "");
        time.advance(60_000);
        String text = "a".repeat(12_000);
        var toSlow = SendHints.RELIABLE.to(slow.address());
        for (int i = 0; i <= Sizes.MOST_WAITING / text.length(); i++) {
            sender.send(text, toSlow);
        }
        sender.send("all", SendHints.RELIABLE);
        time.advance(60_000);
        assertEquals(List.of("all"), other.textsOf(sender));
    }
}
