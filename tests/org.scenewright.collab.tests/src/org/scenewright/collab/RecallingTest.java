// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SendHints;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who is alone in a room asks it for what was said there, and no more often than need be. */
class RecallingTest {
    private static final long LONG = 20_000;

    private final Company company = new Company(1, Samples.scene(), Role.EDITOR);
    private final Member ann = company.owner();
    private final Signatures bobs = new FastSignatures(7);
    private final Author bob = new Author(Samples.address(7), 1);
    private final Tape tape = new Tape();

    /** Holds what was said, and keeps nothing else. */
    private static final class Tape implements RoomStorage {
        private final List<CommsEvent.Message> said = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public int mostBytes() {
            return 1 << 20;
        }

        @Override
        public CompletableFuture<Void> put(String name, byte[] bytes) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Optional<byte[]>> get(String name, int most) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<Said> said(String from, int most) {
            asked.add(from);
            int known = from.isEmpty() ? 0 : Integer.parseInt(from);
            var rest = said.subList(known, said.size());
            return CompletableFuture.completedFuture(new Said(rest, "" + said.size()));
        }
    }

    /** Bob said that once in the room, and nobody heard it. */
    private void say(long sequence, boolean isProven) {
        var model = Samples.batches(1, 1).getFirst().batch();
        var batch = new Batch(bob, sequence, model.seen(), List.of(), model.schemas());
        var signed = SignedBatch.sign(batch, ann.parts().ground(), bobs);
        var proof = new Attestation(bob.address(), bobs.key(), "signed by " + bob.address());
        var wire = new Wire(Samples.SESSION, bob.address());
        var sent = new KeepingAdapter();
        wire.attach(sent);
        wire.send(
                new Edits(
                        ann.parts().log().base(),
                        isProven ? List.of(proof) : List.of(),
                        List.of(signed)),
                SendHints.RELIABLE);
        for (ByteBuffer bytes : sent.sent) {
            tape.said.add(new CommsEvent.Message(bob.address(), bytes));
        }
    }

    private void connect() {
        ann.disconnect();
        ann.keeper = room -> new KeepingRoom(room, tape);
        ann.connect();
        company.pass(LONG);
    }

    private void check(long last, String... asked) {
        assertEquals(last, ann.parts().log().last(bob));
        assertEquals(List.of(asked), tape.asked);
    }

    @Test
    void whatIsHereIsNotReadOnceMore() {
        say(1, true);
        connect();
        check(1, "");
        say(2, true);
        connect();
        check(2, "", "1");
        connect();
        check(2, "", "1", "2");
    }

    @Test
    void whatCouldNotBeTakenInIsReadOnceMore() {
        say(1, false);
        connect();
        check(0, "");
        connect();
        check(0, "", "");
    }

    @Test
    void ofASessionThatBeginsAnewAllIsRead() {
        say(1, true);
        connect();
        ann.core().found(Roles.none().forOthers(Role.EDITOR));
        company.pass(LONG);
        connect();
        check(0, "", "");
    }
}
