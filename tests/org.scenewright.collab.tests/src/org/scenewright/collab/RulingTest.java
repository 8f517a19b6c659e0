// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** An owner who decides only what they know of, and people who are gone once they left. */
class RulingTest {

    private static Company company(int count) {
        return new Company(count, Samples.scene(), Role.EDITOR);
    }

    /** The owner lost their process, and whatever they knew. */
    private static Member returning(Company company) {
        company.owner().disconnect();
        company.members.set(0, company.member(0, new FastSignatures(99)));
        return company.owner();
    }

    @Test
    void anOwnerWhoHasNotHeardWhatHoldsDecidesNothing() {
        var company = company(2).gather();
        var owner = returning(company);
        owner.core().renewed(owner.parts().self().attestation());
        owner.core().decide(roles -> roles.with(Samples.address(2), Role.VIEWER));
        assertEquals(Optional.empty(), owner.parts().authority().signed());
        assertTrue(
                owner.events.stream()
                        .anyMatch(
                                event ->
                                        event instanceof SessionEvent.Noticed(var sentence)
                                                && sentence.contains("cannot be changed yet")));
        owner.connect();
        company.pass(5000);
        company.checkAlike();
        company.members.get(1).move("Box", "x", 3);
        company.pass(1000);
        assertEquals(3, owner.at("Box").x());
        // What fell due is made up for.
        var signed = company.members.get(1).parts().authority().signed().orElseThrow();
        assertArrayEquals(new FastSignatures(99).key(), signed.owner().key());
    }

    @Test
    void aTableOfNoStartIsNotBelieved() {
        var company = company(2).gather();
        var owner = company.owner().parts();
        var nothing = Roles.none().versioned(Long.MAX_VALUE);
        var signed =
                SignedRoles.sign(
                        Samples.SESSION,
                        nothing,
                        owner.self().attestation(),
                        owner.self().signatures());
        assertFalse(company.members.get(1).parts().authority().take(signed));
        assertEquals(
                Role.EDITOR, company.members.get(1).parts().authority().of(Samples.address(2)));
    }

    @Test
    void whoLeftHearsNothingMoreAndIsHeardNoMore() {
        var company = company(2).gather();
        var owner = company.owner();
        owner.core().leave();
        company.members.get(1).move("Box", "y", 4);
        owner.move("Box", "x", 3);
        company.pass(5000);
        assertEquals(0, company.members.get(1).at("Box").x());
        assertEquals(1, owner.parts().log().unheard().batches().size());
        assertEquals(0, owner.at("Box").y());
        assertEquals(0, owner.parts().peers().all().size());
    }
}
