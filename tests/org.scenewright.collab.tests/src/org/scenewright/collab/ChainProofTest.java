// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.AddressProof.When;
import org.scenewright.comms.OwnIdentity;

/** Who believes a delegation, and a table of roles that was signed by one, after it is over. */
class ChainProofTest {
    private static final OwnIdentity ANN = OwnIdentity.generate();
    private static final long DAYS = 24 * 3_600_000L;

    private final Ed25519Signatures signatures = Ed25519Signatures.generate();
    private final String challenge = Attestation.challenge(Samples.SESSION, signatures.key());
    private final Attestation attestation =
            new Attestation(ANN.address(), signatures.key(), ANN.sign(challenge).join());
    private final long now = System.currentTimeMillis();

    /** What is proven so many days from now. */
    private boolean proves(int days, When when) {
        return new ChainProof(() -> now + days * DAYS).proves(attestation, challenge, when);
    }

    @Test
    void aDelegationHoldsForADay() {
        assertTrue(proves(0, new When.Now()));
        assertFalse(proves(2, new When.Now()));
    }

    @Test
    void whatItWasUsedForBeforeStays() {
        assertTrue(proves(2, new When.Once()));
        assertTrue(proves(2, new When.At(now)));
        assertFalse(proves(2, new When.At(now + 2 * DAYS)));
    }

    /** Somebody comes two days after the owner signed a table and left. */
    @Test
    void theTableOfAnOwnerWhoIsAwayForDaysIsBelieved() {
        var keys = new KnownKeys(Samples.SESSION, new ChainProof(() -> now + 2 * DAYS));
        var authority = new Authority(Samples.SESSION, ANN.address(), signatures, keys);
        var late = Roles.none().based(7).versioned(now + DAYS + 1);
        assertFalse(
                authority.take(SignedRoles.sign(Samples.SESSION, late, attestation, signatures)));
        var roles = Roles.none().based(7).versioned(now);
        assertTrue(
                authority.take(SignedRoles.sign(Samples.SESSION, roles, attestation, signatures)));
        assertEquals(7, authority.ground().base());
    }
}
