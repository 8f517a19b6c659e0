// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Ask;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Edits before which others are missing: how long they wait, and what is asked for. */
class ParkingTest {
    private final Parking parking = new Parking();
    private final Batch model = Samples.batches(1, 1).getFirst().batch();

    private SignedBatch numbered(Stranger stranger, long sharing, long sequence) {
        return numbered(stranger, sharing, sequence, stranger.signatures());
    }

    private SignedBatch numbered(Stranger stranger, long sharing, long sequence, Signatures keys) {
        var author = new Author(stranger.address(), sharing);
        var batch = new Batch(author, sequence, model.seen(), model.writes(), model.schemas());
        var ground = new Ground(Samples.SESSION, stranger.base());
        return SignedBatch.sign(batch, ground, keys);
    }

    @Test
    void whatWaitsForTooLongIsForgotten() {
        var late = Samples.batches(2, 3).getLast();
        assertTrue(parking.park(late, 0));
        assertFalse(parking.park(late, 0));
        parking.expire(Parking.PATIENCE);
        assertEquals(1, parking.size());
        parking.expire(Parking.PATIENCE + 1);
        assertEquals(0, parking.size());
        assertTrue(parking.park(late, 0));
    }

    @Test
    void nobodyTakesTheRoomOfOthers() {
        var company = new Company(1, Samples.scene(), Role.EDITOR).gather();
        var liar = new Stranger(company, 7);
        int parked = 0;
        for (int i = 2; i < 2000; i++) {
            // Under whatever name, of one address only so many wait.
            parked += parking.park(numbered(liar, i % 7, i), 0) ? 1 : 0;
        }
        assertEquals(1024, parked);
        var late = Samples.batches(2, 3).getLast();
        assertTrue(parking.park(late, 0));
        assertEquals(Optional.of(late), parking.next(late.author(), late.sequence() - 1));
    }

    @Test
    void whatNobodyHasIsNotAskedForAgainAndAgain() {
        var company = new Company(2, Samples.scene(), Role.EDITOR).gather();
        var liar = new Stranger(company, 7).connect();
        var late = numbered(liar, 1, 3);
        for (int i = 0; i < 200; i++) {
            liar.tell(new Edits(liar.base(), List.of(), List.of(late)));
            company.members.get(1).move("Box", "x", i);
            company.pass(100);
        }
        // A stranger stands elsewhere, so that everybody asks now and then.
        int asked = liar.heard(Ask.class).size();
        assertTrue(asked < 30, asked + " times in 20 seconds");
        company.pass(Parking.PATIENCE);
        assertEquals(0, company.owner().core().waiting());
    }

    /** Brings an edit with a key of its own. */
    private void bring(Stranger liar, long sequence, int key) {
        var keys = new FastSignatures(key);
        var chain = "signed by " + liar.address();
        var attestation = new Attestation(liar.address(), keys.key(), chain);
        var batch = numbered(liar, 1, sequence, keys);
        liar.tell(new Edits(liar.base(), List.of(attestation), List.of(batch)));
    }

    @Test
    void whatWaitedByAKeyThatIsForgottenComesAgain() {
        var company = new Company(1, Samples.scene(), Role.EDITOR).gather();
        var liar = new Stranger(company, 7).connect();
        bring(liar, 2, 100);
        for (int key = 101; key < 120; key++) {
            bring(liar, 1 + Parking.FARTHEST * 2, key);
        }
        bring(liar, 1, 120);
        company.pass(100);
        var owner = company.owner().parts();
        assertEquals(1, owner.log().last(numbered(liar, 1, 1).author()));
        assertTrue(ProvenReach.of(owner.log(), owner.keys()).isPresent());
        bring(liar, 2, 100);
        company.pass(100);
        assertEquals(2, owner.log().last(numbered(liar, 1, 1).author()));
        assertTrue(ProvenReach.of(owner.log(), owner.keys()).isPresent());
    }

    @Test
    void whatCouldNeverFollowIsNotKept() {
        var company = new Company(1, Samples.scene(), Role.EDITOR).gather();
        var liar = new Stranger(company, 7).connect();
        liar.tell(
                new Edits(
                        liar.base(),
                        List.of(),
                        List.of(numbered(liar, 1, Long.MAX_VALUE), numbered(liar, 1, 3))));
        company.pass(100);
        assertEquals(1, company.owner().core().waiting());
    }

    /** Somebody asks all the time, who may get only so much. */
    private static void checkModest(BiConsumer<Stranger, Member> asking) {
        var company = new Company(1, Samples.scene(), Role.EDITOR).gather();
        for (int i = 0; i < 3000; i++) {
            company.owner().move("Box", "x", i);
        }
        var liar = new Stranger(company, 7).connect();
        for (int i = 0; i < 150; i++) {
            asking.accept(liar, company.owner());
            company.pass(40);
        }
        long bytes =
                liar.heard(Edits.class).stream()
                        .flatMap(edits -> edits.batches().stream())
                        .mapToLong(batch -> batch.bytes().length)
                        .sum();
        assertTrue(bytes > 100_000 && bytes < 7 << 20, bytes + " bytes in six seconds");
    }

    private static void askForAll(Stranger liar, Member owner) {
        liar.tell(owner, new Ask(liar.base(), Reach.NOTHING));
    }

    @Test
    void whoAsksForTheSameAgainAndAgainGetsItNowAndThen() {
        checkModest(
                (liar, owner) -> {
                    askForAll(liar, owner);
                    askForAll(liar, owner);
                });
    }

    @Test
    void whoSaysNowToHaveAllAndNowNothingGetsNoMore() {
        checkModest(
                (liar, owner) -> {
                    liar.tell(owner, new Ask(liar.base(), owner.parts().log().reach()));
                    askForAll(liar, owner);
                });
    }

    @Test
    void whoGoesOnGetsAllThereIs() {
        var batches = Samples.batches(1, 6);
        var answers = new Answers();
        var reach = Reach.NOTHING;
        for (var batch : batches) {
            assertTrue(answers.admits("somebody", reach, 0));
            answers.note("somebody", reach, List.of(batch), 0);
            reach = Reach.of(Map.of(batch.author(), batch.sequence()));
        }
        assertTrue(answers.admits("somebody", reach, 0));
    }
}
