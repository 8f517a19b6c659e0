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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody may say on the server what he likes, and those in the room stay who they are. */
class HostileRoomTest {
    private final HandDriven time = new HandDriven();
    private final Hub hub = new Hub(time);
    private final Identity liar = OwnIdentity.generate();
    private long shift;

    private Participant connected(Identity identity) {
        var participant = new Participant(identity, listener -> hub.adapter(identity, listener));
        var connecting = participant.connect();
        time.advance(500);
        connecting.join();
        return participant;
    }

    private Participant connected() {
        return connected(OwnIdentity.generate());
    }

    private Pen pen(Identity identity, String room) {
        var pen = new Pen(room, () -> hub.clock().instant().plusMillis(shift));
        pen.prove(identity.sign(pen.challenge()).join());
        return pen;
    }

    /** What shows all who are there that somebody is, too. */
    private byte[] present(Pen pen) {
        return here(pen, 0, false, hub.sessions());
    }

    private static byte[] here(Pen pen, long upMillis, boolean asks, List<Long> answered) {
        return pen.seal(Kind.HERE, new Here(upMillis, asks, List.of(), answered).toBytes());
    }

    private static ByteBuffer text(String text) {
        return new Part(Optional.empty(), false, ByteBuffer.wrap(text.getBytes())).toBytes();
    }

    private void say(Kind kind, byte[] bytes) {
        hub.say(kind.subject(), bytes);
        time.advance(10);
    }

    private static void check(Participant witness, Refusal refusal, long times) {
        Refusals refusals = ((NatsAdapter) witness.adapter()).refusals();
        assertEquals(times, refusals.count(refusal), refusals.toString());
        assertEquals(List.of(), messages(witness));
    }

    private static List<CommsEvent> messages(Participant witness) {
        return witness.events().stream().filter(CommsEvent.Message.class::isInstance).toList();
    }

    @Test
    void whoeverProvesHimselfIsHeard() {
        Participant witness = connected();
        Pen pen = pen(liar, "room");
        say(Kind.HERE, present(pen));
        say(Kind.FIRM, pen.seal(Kind.FIRM, text("firm")));
        say(Kind.LOOSE, pen.seal(Kind.LOOSE, text("loose")));
        assertEquals(2, messages(witness).size());
        assertTrue(
                witness.events().contains(new CommsEvent.PeerConnected(liar.address())),
                witness.events().toString());
    }

    @Test
    void garbageIsDropped() {
        Participant witness = connected();
        var random = new Random(9);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            say(Kind.values()[i % 3], bytes);
        }
        check(witness, Refusal.GARBAGE, 100);
    }

    @Test
    void aBodyThatIsNoneIsDropped() {
        Participant witness = connected();
        Pen pen = pen(liar, "room");
        say(Kind.HERE, present(pen));
        say(Kind.FIRM, pen.seal(Kind.FIRM, ByteBuffer.wrap(new byte[] {0, 1, 2})));
        say(Kind.HERE, pen.seal(Kind.HERE, ByteBuffer.wrap(new byte[3])));
        ByteBuffer head = ByteBuffer.allocate(40).putLong(0).put((byte) 1);
        say(Kind.HERE, pen.seal(Kind.HERE, head.duplicate().putShort((short) -1).flip()));
        say(Kind.HERE, pen.seal(Kind.HERE, head.duplicate().putShort((short) 9).flip()));
        say(Kind.HERE, pen.seal(Kind.HERE, head.duplicate().putInt(0).put((byte) 0).flip()));
        check(witness, Refusal.GARBAGE, 5);
    }

    @Test
    void whatIsTooLongIsDropped() {
        Participant witness = connected();
        say(Kind.FIRM, new byte[FirmPost.MOST_BYTES + 1]);
        check(witness, Refusal.OVERSIZE, 1);
    }

    @Test
    void aMessageOfTooManyPiecesIsDroppedAndTheNextOneIsNot() {
        Participant witness = connected();
        Pen pen = pen(liar, "room");
        say(Kind.HERE, present(pen));
        for (int i = 0; i < 10; i++) {
            byte[] piece = new byte[NatsAdapter.MOST_BYTES / 2];
            var part = new Part(Optional.empty(), i < 9, ByteBuffer.wrap(piece));
            say(Kind.FIRM, pen.seal(Kind.FIRM, part.toBytes()));
        }
        check(witness, Refusal.OVERSIZE, 1);
        say(Kind.FIRM, pen.seal(Kind.FIRM, text("short")));
        assertEquals(1, messages(witness).size());
    }

    @Test
    void aProofOfSomebodyElsesKeyIsWorthNothing() {
        Participant witness = connected();
        Participant victim = connected();
        victim.send("mine", SendHints.RELIABLE);
        time.advance(10);
        Envelope stolen = Envelope.read(hub.kept().getLast());
        var secret = new SessionKey();
        byte[] forged =
                new Envelope(
                                Kind.FIRM,
                                secret.publicKey(),
                                1,
                                stolen.era(),
                                stolen.millis(),
                                stolen.proof(),
                                text("forged"))
                        .sealed(secret, Envelope.domain("room"));
        say(Kind.FIRM, forged);
        assertEquals(List.of("mine"), witness.textsOf(victim));
        assertEquals(1, ((NatsAdapter) witness.adapter()).refusals().count(Refusal.FORGED));
    }

    @Test
    void somebodyElsesKeyWithoutHisSecretIsWorthNothing() {
        Participant witness = connected();
        Participant victim = connected();
        victim.send("mine", SendHints.RELIABLE);
        time.advance(10);
        Envelope stolen = Envelope.read(hub.kept().getLast());
        byte[] forged =
                new Envelope(
                                Kind.FIRM,
                                stolen.key(),
                                stolen.number() + 1,
                                stolen.era(),
                                stolen.millis(),
                                stolen.proof(),
                                text("forged"))
                        .sealed(new SessionKey(), Envelope.domain("room"));
        say(Kind.FIRM, forged);
        assertEquals(List.of("mine"), witness.textsOf(victim));
        assertEquals(1, ((NatsAdapter) witness.adapter()).refusals().count(Refusal.FORGED));
    }

    @Test
    void whatWasSaidInAnotherRoomIsWorthNothing() {
        Participant witness = connected();
        Pen pen = pen(liar, "other");
        say(Kind.FIRM, pen.seal(Kind.FIRM, text("elsewhere")));
        check(witness, Refusal.FORGED, 1);
    }

    @Test
    void whatWasSaidOnAnotherSubjectIsWorthNothing() {
        Participant witness = connected();
        Pen pen = pen(liar, "room");
        say(Kind.LOOSE, pen.seal(Kind.FIRM, text("firm")));
        check(witness, Refusal.GARBAGE, 1);
    }

    @Test
    void aReplayIsDropped() {
        Participant witness = connected();
        Participant sender = connected();
        sender.send("once", SendHints.RELIABLE);
        time.advance(10);
        byte[] recorded = hub.kept().getLast();
        for (int i = 0; i < 3; i++) {
            say(Kind.FIRM, recorded);
        }
        assertEquals(List.of("once"), witness.textsOf(sender));
        assertEquals(3, ((NatsAdapter) witness.adapter()).refusals().count(Refusal.REPLAYED));
    }

    @Test
    void aReplayAfterTheFarewellBringsNobodyBack() {
        Participant witness = connected();
        Participant sender = connected();
        sender.send("once", SendHints.RELIABLE);
        time.advance(10);
        byte[] recorded = hub.kept().getLast();
        sender.leave();
        time.advance(3000);
        assertFalse(witness.sees(sender));
        say(Kind.FIRM, recorded);
        assertFalse(witness.sees(sender));
        assertEquals(List.of("once"), witness.textsOf(sender));
    }

    @Test
    void aRecordingOfYesterdayIsDropped() {
        Participant witness = connected();
        shift = -Duration.ofMinutes(11).toMillis();
        Pen late = pen(liar, "room");
        say(Kind.FIRM, late.seal(Kind.FIRM, text("late")));
        shift = Duration.ofMinutes(11).toMillis();
        Pen early = pen(liar, "room");
        say(Kind.FIRM, early.seal(Kind.FIRM, text("early")));
        check(witness, Refusal.STALE, 2);
    }

    @Test
    void whatNeedNotArriveIsDroppedOfWhoIsNotKnown() {
        Participant witness = connected();
        Pen pen = pen(liar, "room");
        say(Kind.LOOSE, pen.seal(Kind.LOOSE, text("who?")));
        check(witness, Refusal.UNKNOWN, 1);
    }

    @Test
    void nobodyIsKickedByARecordingOfAFormerLogin() {
        Identity me = OwnIdentity.generate();
        shift = -1000;
        Pen former = pen(me, "room");
        byte[] recorded = here(former, 0, true, List.of());
        Participant first = connected(me);
        time.advance(5000);
        say(Kind.HERE, recorded);
        assertEquals(Optional.empty(), first.end());
    }

    @Test
    void aSecondLoginWithASlowClockKicksTheFirst() {
        Identity me = OwnIdentity.generate();
        Participant first = connected(me);
        time.advance(5000);
        shift = -Duration.ofMinutes(5).toMillis();
        Pen second = pen(me, "room");
        say(Kind.HERE, here(second, 10, true, hub.sessions()));
        assertEquals(Optional.empty(), first.end());
        second.outlive(hub.clock().millis() + 1000);
        say(Kind.HERE, here(second, 100, false, List.of()));
        assertTrue(first.end().orElseThrow().isKicked());
    }

    @Test
    void whoIsSilentForLongLeft() {
        Participant witness = connected();
        Pen pen = pen(liar, "room");
        say(Kind.HERE, present(pen));
        var left = new CommsEvent.PeerDisconnected(liar.address());
        time.advance(Company.PATIENCE_MILLIS - 100);
        assertFalse(witness.events().contains(left));
        time.advance(1200);
        assertTrue(witness.events().contains(left));
    }

    @Test
    void aServerThatForgetsToAnswerDoublesNothing() {
        Participant witness = connected();
        Participant sender = connected();
        hub.forgetsToAnswer(3);
        sender.send("one", SendHints.RELIABLE);
        sender.send("two", SendHints.RELIABLE);
        time.advance(2000);
        assertEquals(List.of("one", "two"), witness.textsOf(sender));
        assertEquals(0, sender.adapter().waitingBytes());
    }

    @Test
    void aServerThatNeverAnswersEndsTheConnection() {
        Participant sender = connected();
        hub.forgetsToAnswer(1000);
        sender.send("one", SendHints.RELIABLE);
        time.advance(29_000);
        assertEquals(Optional.empty(), sender.end());
        time.advance(2000);
        assertFalse(sender.end().orElseThrow().isKicked());
    }

    @Test
    void whoeverSendsMoreThanCanWaitIsToldSo() {
        Participant sender = connected();
        hub.forgetsToAnswer(1000);
        byte[] much = new byte[NatsAdapter.MOST_BYTES];
        for (long sent = 0; sent <= NatsAdapter.MOST_WAITING; sent += much.length) {
            sender.adapter().send(ByteBuffer.wrap(much), SendHints.RELIABLE);
        }
        time.advance(1);
        assertTrue(sender.end().orElseThrow().error().isPresent());
    }
}
