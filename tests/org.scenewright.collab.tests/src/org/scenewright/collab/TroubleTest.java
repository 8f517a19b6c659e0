// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a document does not do although it was asked to. */
class TroubleTest {
    private final Company company = new Company(2, Samples.scene(), Role.EDITOR);

    private static void checkTold(Member member, String part) {
        assertTrue(
                member.events.stream()
                        .filter(SessionEvent.Noticed.class::isInstance)
                        .map(event -> ((SessionEvent.Noticed) event).sentence())
                        .anyMatch(sentence -> sentence.contains(part)),
                member.events::toString);
    }

    @Test
    void anOwnerWhoCannotBeginIsToldSoAndBeginsLater() {
        var owner = company.member(0, new FastSignatures(99));
        company.members.set(0, owner);
        owner.document().fail("begin", 2);
        owner.core().found(Roles.none().forOthers(Role.EDITOR));
        assertFalse(owner.core().isSettled());
        checkTold(owner, "cannot be sent");
        company.gather();
        company.pass(10_000);
        owner.move("Box", "x", 3);
        company.pass(1000);
        company.checkAlike();
        assertEquals(3, company.members.get(1).at("Box").x());
    }

    @Test
    void whoCannotBeginWithTheDocumentOfOthersAsksAgain() {
        company.members.get(1).document().fail("begin", 1);
        company.gather();
        checkTold(company.members.get(1), "cannot be taken over");
        company.pass(8000);
        company.members.get(1).move("Box", "x", 3);
        company.pass(1000);
        company.checkAlike();
        assertEquals(3, company.owner().at("Box").x());
    }

    @Test
    void whoCannotTakeTheDocumentOverAsksAgain() {
        company.members.get(1).document().fail("adopt", 2);
        company.gather();
        company.pass(10_000);
        company.checkAlike();
    }

    @Test
    void whoCannotTakeInEditsFetchesTheDocument() {
        company.gather();
        var bob = company.members.get(1);
        bob.document().fail("merge", 1);
        company.owner().move("Box", "x", 3);
        company.pass(5000);
        checkTold(bob, "could not be taken in");
        company.checkAlike();
        assertEquals(3, bob.at("Box").x());
    }

    @Test
    void whatWasWrittenWhileNothingWorkedIsSentLater() {
        var bob = company.members.get(1);
        bob.document().fail("begin", 1);
        company.gather();
        company.pass(10_000);
        for (var axis : List.of("x", "y")) {
            bob.move("Box", axis, 5);
        }
        company.pass(500);
        company.checkAlike();
        assertEquals(5, company.owner().at("Box").y());
    }
}
