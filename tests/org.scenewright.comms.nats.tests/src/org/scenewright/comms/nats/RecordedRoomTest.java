// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.SendHints;
import org.scenewright.testing.Participant;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Somebody records what others say, and says it again to those who were not there. */
class RecordedRoomTest {
    private final HandDriven time = new HandDriven();
    private final Hub hub = new Hub(time);
    private final Participant owner = connected();

    private Participant connected() {
        return connected(OwnIdentity.generate());
    }

    private Participant connected(Identity identity) {
        var participant = new Participant(identity, listener -> hub.adapter(identity, listener));
        var connecting = participant.connect();
        time.advance(500);
        connecting.join();
        return participant;
    }

    private static Refusals refusals(Participant of) {
        return ((NatsAdapter) of.adapter()).refusals();
    }

    private void say(Kind kind, byte[] bytes) {
        hub.say(kind.subject(), bytes);
        time.advance(500);
    }

    private byte[] recorded(String text) {
        owner.send(text, SendHints.RELIABLE);
        time.advance(100);
        return hub.kept().getLast();
    }

    @Test
    void whoComesLaterIsNotToldWhatWasSaidBefore() {
        byte[] kick = recorded("you are sent away");
        time.advance(20);
        Participant late = connected();
        say(Kind.FIRM, kick);
        assertEquals(List.of(), late.textsOf(owner));
        assertEquals(1, refusals(late).count(Refusal.REPLAYED));
        owner.send("welcome", SendHints.RELIABLE);
        time.advance(100);
        assertEquals(List.of("welcome"), late.textsOf(owner));
    }

    @Test
    void nobodyIsThereWhoLeft() {
        byte[] said = recorded("hello");
        List<byte[]> heres = List.copyOf(hub.said());
        owner.leave();
        time.advance(3000);
        Participant late = connected();
        heres.forEach(bytes -> say(Kind.HERE, bytes));
        say(Kind.FIRM, said);
        time.advance(20_000);
        assertFalse(late.sees(owner));
        assertEquals(List.of(), late.textsOf(owner));
    }

    @Test
    void nobodyIsToldAgainWhatTheyHaveForgottenTheSenderOf() {
        Participant witness = connected();
        byte[] once = recorded("once");
        assertEquals(List.of("once"), witness.textsOf(owner));
        var identity = OwnIdentity.generate();
        for (int i = 0; i < Gate.MOST_CALLERS; i++) {
            var pen = new Pen("room", hub.clock());
            pen.prove(identity.sign(pen.challenge()).join());
            var here = new Here(0, false, List.of(), List.of());
            hub.say(Kind.HERE.subject(), pen.seal(Kind.HERE, here.toBytes()));
            time.advance(0);
        }
        assertTrue(refusals(witness).count(Refusal.CROWDED) > 0);
        say(Kind.FIRM, once);
        time.advance(5000);
        assertEquals(List.of("once"), witness.textsOf(owner));
        owner.send("twice", SendHints.RELIABLE);
        time.advance(500);
        assertEquals(List.of("once", "twice"), witness.textsOf(owner));
    }

    @Test
    void whatIsSaidBeforeSomebodyIsKnownToBeThereWaits() {
        Participant witness = connected();
        var pen = new Pen("room", hub.clock());
        var identity = OwnIdentity.generate();
        pen.prove(identity.sign(pen.challenge()).join());
        var text = new Part(Optional.empty(), false, ByteBuffer.wrap("early".getBytes()));
        say(Kind.FIRM, pen.seal(Kind.FIRM, text.toBytes()));
        assertEquals(0, messages(witness));
        var here = new Here(0, false, List.of(), hub.sessions());
        say(Kind.HERE, pen.seal(Kind.HERE, here.toBytes()));
        assertEquals(1, messages(witness));
    }

    private static long messages(Participant witness) {
        return witness.events().stream().filter(CommsEvent.Message.class::isInstance).count();
    }

    @Test
    void onlySoMuchWaits() {
        Participant witness = connected();
        var pen = new Pen("room", hub.clock());
        pen.prove(OwnIdentity.generate().sign(pen.challenge()).join());
        for (int i = 0; i < 40; i++) {
            hub.say(Kind.FIRM.subject(), pen.seal(Kind.FIRM, ByteBuffer.allocate(250 << 10)));
            time.advance(1);
        }
        assertEquals(
                40 - Freshness.MOST_WAITING / (250 << 10),
                refusals(witness).count(Refusal.OVERRUN));
    }
}
