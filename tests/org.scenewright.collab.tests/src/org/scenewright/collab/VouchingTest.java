// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.ProvenReach.Claim;
import org.scenewright.collab.ProvenReach.Signer;
import org.scenewright.collab.SessionMessage.VouchRequest;
import org.scenewright.collab.SessionMessage.Vouched;

import java.util.List;

/** However often somebody comes, each time by another key, they are heard. */
class VouchingTest {
    private static final int BOB = 1;
    private static final int EVE = 2;

    private final Company company = new Company(1, Samples.scene(), Role.EDITOR).gather();
    private final Member ann = company.owner();
    private int processes;

    private Member come(int number) {
        var process = company.member(number, new FastSignatures(5000 + ++processes));
        company.members.add(process);
        process.connect();
        company.pass(1500);
        assertTrue(process.core().isSettled(), "settled as process " + processes);
        return process;
    }

    /** Somebody comes, edits and goes. */
    private void sojourn(int number, double x) {
        var process = come(number);
        process.move("Box", "x", x);
        company.pass(200);
        assertEquals(x, ann.at("Box").x());
        process.leave();
        company.pass(100);
        company.members.remove(process);
    }

    private void sojourns(int count) {
        for (int i = 1; i <= count; i++) {
            sojourn(BOB, i);
        }
    }

    private static int signers(Member member) {
        return member.parts().log().signers();
    }

    @Test
    void whoComesMoreOftenThanThereIsRoomForKeysIsHeard() {
        sojourns(KnownKeys.MOST_NEEDED_OF_ONE + 10);
        assertTrue(signers(ann) <= Vouching.ENOUGH + 1, "keys " + signers(ann));
        var eve = come(EVE);
        sojourn(BOB, 1000);
        assertEquals(1000, eve.at("Box").x());
        company.checkAlike();
    }

    @Test
    void whoWasAwayMeanwhileGetsAllAndKeepsTheirs() {
        var eve = come(EVE);
        sojourns(2);
        eve.disconnect();
        eve.move("Box", "y", 7);
        sojourns(3 * Vouching.ENOUGH);
        eve.connect();
        company.pass(10_000);
        assertEquals(3 * Vouching.ENOUGH, eve.at("Box").x());
        assertEquals(7, ann.at("Box").y());
        company.checkAlike();
        var late = come(BOB);
        company.pass(Vouching.PATIENCE);
        assertTrue(signers(late) <= Vouching.ENOUGH + 1, "keys " + signers(late));
        company.checkAlike();
    }

    private void checkUntouched(Stranger liar, List<Testimony> claimed) {
        var claims = claimed.stream().map(proof -> new Claim(proof.last(), proof)).toList();
        var me =
                new Attestation(
                        liar.address(), liar.signatures().key(), "signed by " + liar.address());
        int before = signers(ann);
        liar.tell(ann, new Vouched(liar.base(), new Signer(me, claims)));
        company.pass(200);
        assertEquals(before, signers(ann));
        assertEquals(1, ann.parts().complaints().count());
    }

    @Test
    void nobodyVouchesUnasked() {
        sojourns(3);
        var liar = new Stranger(company, 7).connect();
        checkUntouched(liar, List.of());
    }

    @Test
    void nobodyVouchesForOthers() {
        sojourns(3);
        var liar = new Stranger(company, 7).connect();
        var bobs = ann.parts().log().keys(Samples.address(BOB + 1)).firstEntry().getKey();
        var stolen = ann.parts().log().testimony(bobs).orElseThrow();
        checkUntouched(liar, List.of(stolen.signedBy(ann.parts().ground(), liar.signatures())));
        var kept = ann.parts().log().testimony(bobs).orElseThrow();
        assertArrayEquals(stolen.key(), kept.key());
    }

    @Test
    void whoIsAskedSaysHowFarTheyCame() {
        sojourns(Vouching.ENOUGH);
        var bob = come(BOB);
        var eve = new Stranger(company, 7).connect();
        eve.tell(bob, new VouchRequest(eve.base()));
        company.pass(200);
        var told = eve.heard(Vouched.class).getLast().signer();
        assertEquals(bob.address(), told.attestation().address());
        assertEquals(Vouching.ENOUGH / 2, told.claims().size());
        for (var claim : told.claims()) {
            var proof = claim.testimony();
            assertEquals(ann.parts().log().last(proof.author()), claim.sequence());
            assertEquals(bob.address(), proof.author().address());
            assertArrayEquals(told.attestation().key(), proof.key());
            assertTrue(proof.isGenuine(ann.parts().ground(), eve.signatures()));
        }
    }
}
