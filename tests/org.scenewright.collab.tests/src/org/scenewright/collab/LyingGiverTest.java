// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Somebody who joins finds nobody but one who may edit and gives a document that is not true. */
class LyingGiverTest {
    private final Company company = new Company(3, Samples.scene(), Role.EDITOR);
    private final Member owner = company.owner();
    private final Member bob = company.members.get(1);
    private final Member joiner = company.members.get(2);
    private final Stranger liar = new Stranger(company, 7);

    /** A true copy of what two people edited who are away now. */
    private Doctored copy() {
        owner.connect();
        bob.connect();
        company.pass(1000);
        owner.move("Box", "x", 3);
        bob.move("Lid", "y", 4);
        company.pass(2000);
        var copy = Doctored.of(owner);
        owner.disconnect();
        bob.disconnect();
        return copy;
    }

    /** Lets somebody join who gets the document of the liar alone. */
    private void join(Doctored copy) {
        liar.connect();
        // Of the roles somebody else told them; the liar would have to.
        joiner.parts().authority().take(owner.parts().authority().signed().orElseThrow());
        joiner.connect();
        company.pass(200);
        liar.greet();
        company.pass(1000);
        liar.give(joiner, copy);
        company.pass(1000);
    }

    private void comeBack() {
        owner.connect();
        bob.connect();
        company.pass(10_000);
    }

    private void checkAlike() {
        for (var member : List.of(bob, joiner)) {
            assertTrue(member.core().isSettled());
            assertEquals(owner.parts().log().reach(), member.parts().log().reach());
            assertEquals(owner.scene().shared().heard(), member.scene().shared().heard());
            assertEquals(
                    Optional.empty(), Snapshots.difference(owner.snapshot(), member.snapshot()));
        }
    }

    private void checkRefused(Doctored copy) {
        join(copy);
        assertFalse(joiner.core().isSettled());
        comeBack();
        checkHearsEverybody();
    }

    private void checkHearsEverybody() {
        bob.move("Box", "x", 7);
        owner.move("Lid", "y", 8);
        company.pass(3000);
        assertEquals(7, joiner.at("Box").x());
        assertEquals(8, joiner.at("Lid").y());
        checkAlike();
    }

    @Test
    void aTrueCopyIsTaken() {
        join(copy());
        assertTrue(joiner.core().isSettled());
        assertEquals(3, joiner.at("Box").x());
        comeBack();
        checkHearsEverybody();
    }

    @Test
    void editsThatNobodySignedAreNotBelieved() {
        checkRefused(copy().raised());
    }

    @Test
    void nobodySignsForOthers() {
        checkRefused(copy().raisedBy(liar.signatures()));
    }

    @Test
    void whatTheDocumentSaysThatItHeardCountsForNothing() {
        join(copy().deaf());
        assertTrue(joiner.core().isSettled());
        comeBack();
        checkHearsEverybody();
    }
}
