// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.AddressProof.When;

import java.util.HashSet;
import java.util.Set;

/** Whose keys are known, for how long, and what they are good for. */
class KnownKeysTest {
    private static final long OVER = 100;

    private final Set<String> expired = new HashSet<>();
    private final AddressProof proof =
            (a, signed, when) ->
                    a.chain().startsWith("of " + a.address())
                            && (holds(when) || !expired.contains(a.chain()));
    private final KnownKeys keys = new KnownKeys(Samples.SESSION, proof);

    /** Whether what is over by now was not then. */
    private static boolean holds(When when) {
        return switch (when) {
            case When.Now n -> false;
            case When.Once o -> true;
            case When.At(var date) -> date < OVER;
        };
    }

    private static Attestation attestation(int address, int key) {
        var of = Samples.address(address);
        return new Attestation(of, new FastSignatures(key).key(), "of " + of + " " + key);
    }

    private boolean knows(Attestation attestation) {
        return keys.knows(attestation.address(), attestation.key());
    }

    @Test
    void ofOneAddressOnlySomeAreKept() {
        for (int i = 0; i < 100; i++) {
            assertTrue(keys.hear(attestation(2, i)));
        }
        assertTrue(knows(attestation(2, 99)));
        assertTrue(knows(attestation(2, 92)));
        assertFalse(knows(attestation(2, 91)));
    }

    @Test
    void whatIsNeededStaysWhoeverBringsOthers() {
        var needed = attestation(1, 1);
        keys.keep(needed::isOf);
        keys.add(needed);
        for (int i = 2; i < 100; i++) {
            keys.hear(attestation(1, i));
        }
        for (int i = 0; i < 5000; i++) {
            keys.hear(attestation(2 + i, i));
        }
        assertTrue(knows(needed));
        assertTrue(knows(attestation(5001, 4999)));
        assertFalse(knows(attestation(2, 0)));
    }

    @Test
    void whatSignedWhatIsHereHasRoomWhateverElseThereIs() {
        var needed = attestation(1, 1);
        keys.keep(known -> !known.isOf(needed));
        for (int i = 2; i < 2 + KnownKeys.MOST_NEEDED_OF_ONE; i++) {
            assertTrue(keys.hear(attestation(1, i)));
        }
        assertFalse(keys.hear(needed));
        keys.keep(known -> true);
        assertTrue(keys.hear(needed));
        assertTrue(knows(needed));
    }

    @Test
    void whatNobodySaidOfThemselvesIsNotKnown() {
        var forged = new Attestation(Samples.address(1), new byte[32], "of somebody else");
        assertFalse(keys.learn(forged));
        assertFalse(knows(forged));
    }

    @Test
    void aProofThatIsOverCountsForEditsAndNotForWhoComes() {
        var old = attestation(1, 1);
        expired.add(old.chain());
        assertFalse(keys.learn(old));
        assertTrue(keys.hear(old));
        assertFalse(keys.learn(old));
    }

    @Test
    void whatHeldOnceHoldsOn() {
        var key = attestation(1, 1);
        assertTrue(keys.learn(key));
        expired.add(key.chain());
        assertTrue(keys.learn(key));
    }

    @Test
    void rolesHoldByAKeyThatIsProvenNowOrWasWhenItCame() {
        var owner = Samples.address(1);
        var authority = new Authority(Samples.SESSION, owner, new FastSignatures(9), keys);
        expired.add(attestation(1, 1).chain());
        assertTrue(authority.take(table(2, 5)));
        assertFalse(authority.take(table(1, 6)), "of a key that is over");
        assertTrue(keys.hear(attestation(1, 1)));
        assertFalse(authority.take(table(1, 6)), "however it came to be known");
        expired.add(attestation(1, 2).chain());
        assertTrue(authority.take(table(2, 7)), "of a key that was known in time");
        assertEquals(7, authority.roles().version());
    }

    @Test
    void whoComesBelievesWhatWasSignedInTimeWhileTheOwnerIsAway() {
        var authority =
                new Authority(Samples.SESSION, Samples.address(1), new FastSignatures(9), keys);
        expired.add(attestation(1, 1).chain());
        expired.add(attestation(1, 2).chain());
        assertFalse(authority.take(table(1, OVER)), "after the key was over");
        assertTrue(authority.take(table(1, 5)));
        assertTrue(authority.take(table(2, 6)));
        assertTrue(authority.take(table(3, 7)), "the owner is back");
        assertFalse(authority.take(table(1, 8)), "and speaks for themselves");
    }

    private static SignedRoles table(int key, long version) {
        var roles = Roles.none().based(7).versioned(version);
        return SignedRoles.sign(
                Samples.SESSION, roles, attestation(1, key), new FastSignatures(key));
    }
}
