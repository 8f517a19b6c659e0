// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Who comes when nobody is there holds what those held who left. */
class StoringTest {
    private static final long LONG = 20_000;

    private final Company company = new Company(3, Samples.scene(), Role.EDITOR);
    private final Member ann = company.owner();
    private final Member bob = company.members.get(1);
    private final Member eve = company.members.get(2);

    private void come(Member... members) {
        List.of(members).forEach(Member::connect);
        company.pass(LONG);
    }

    private void leave(Member member) {
        member.leave();
        company.pass(1000);
    }

    private static void check(Member member, double x, double y) {
        assertTrue(member.core().isSettled(), () -> member.address() + " " + member.notices());
        assertEquals(x, member.at("Box").x());
        assertEquals(y, member.at("Box").y());
    }

    private static void checkAlike(Member... members) {
        for (var member : members) {
            assertEquals(
                    Optional.empty(),
                    Snapshots.difference(members[0].snapshot(), member.snapshot()));
            assertEquals(members[0].parts().log().reach(), member.parts().log().reach());
        }
    }

    @Test
    void whoComesWhenNobodyIsThereHoldsWhatThoseHeldWhoLeft() {
        come(ann, bob);
        ann.move("Box", "x", 3);
        bob.move("Box", "y", 4);
        leave(ann);
        leave(bob);
        come(eve);
        check(eve, 3, 4);
        assertEquals(List.of(), eve.notices());
    }

    @Test
    void whatSomebodyEditsAloneTheOwnerFindsWhoComesBack() {
        come(ann);
        ann.move("Box", "x", 3);
        leave(ann);
        come(bob);
        bob.move("Box", "y", 4);
        leave(bob);
        var again = company.another(0);
        come(again);
        check(again, 3, 4);
        come(eve);
        again.move("Box", "x", 5);
        company.pass(1000);
        check(eve, 5, 4);
        checkAlike(again, eve);
    }

    @Test
    void nobodyHasToLeaveForIt() {
        come(ann);
        ann.move("Box", "x", 3);
        company.pass(LONG);
        ann.disconnect();
        come(bob);
        check(bob, 3, 0);
    }

    @Test
    void whoComesBackToNobodyGetsWhatOthersWroteMeanwhileAndKeepsTheirs() {
        come(ann, bob);
        ann.disconnect();
        company.pass(1000);
        ann.move("Box", "x", 3);
        bob.move("Box", "y", 4);
        leave(bob);
        come(ann);
        check(ann, 3, 4);
        leave(ann);
        come(eve);
        check(eve, 3, 4);
        checkAlike(ann, eve);
    }

    @Test
    void thoseWhoWereAloneMergeWhenTheyMeet() {
        come(ann);
        ann.move("Box", "x", 3);
        leave(ann);
        come(bob);
        bob.disconnect();
        bob.move("Box", "y", 4);
        come(eve);
        eve.move("Lid", "x", 7);
        come(bob);
        company.pass(LONG);
        check(eve, 3, 4);
        assertEquals(7, bob.at("Lid").x());
        checkAlike(bob, eve);
    }

    @Test
    void whoIsThereGivesItAndNotTheRoom() {
        come(ann);
        ann.move("Box", "x", 3);
        bob.connect();
        company.pass(1000);
        check(bob, 3, 0);
        assertEquals(Optional.of(ann.address()), bob.core().giver());
    }

    @Test
    void itIsPutWhenEditsRestAndWhileTheyDoNotNowAndThen() {
        come(ann);
        int before = ann.document().copies();
        for (int i = 0; i < 60; i++) {
            ann.move("Box", "x", i);
            company.pass(1000);
        }
        int meanwhile = ann.document().copies();
        assertTrue(meanwhile - before >= 1 && meanwhile - before <= 4, "copies " + meanwhile);
        company.pass(10 * LONG);
        assertEquals(meanwhile + 1, ann.document().copies());
    }

    @Test
    void oneOfThoseWhoEditPutsItAndTheNextOneWhenTheyLeave() {
        come(ann, bob, eve);
        int given = bob.document().copies() + eve.document().copies();
        eve.move("Box", "x", 3);
        company.pass(LONG);
        assertEquals(given, bob.document().copies() + eve.document().copies());
        ann.disconnect();
        company.pass(1000);
        eve.move("Box", "x", 4);
        company.pass(2 * LONG);
        bob.disconnect();
        eve.disconnect();
        var late = company.another(4);
        come(late);
        check(late, 4, 0);
        assertTrue(bob.document().copies() > 0);
        assertEquals(0, eve.document().copies());
    }

    @Test
    void whoLooksOnGetsItAndPutsNothing() {
        var company = new Company(2, Samples.scene(), Role.VIEWER);
        company.owner().connect();
        company.pass(LONG);
        company.owner().move("Box", "x", 3);
        company.owner().leave();
        company.pass(1000);
        var viewer = company.members.get(1);
        viewer.connect();
        company.pass(LONG);
        check(viewer, 3, 0);
        viewer.leave();
        company.pass(LONG);
        assertEquals(0, viewer.document().copies());
    }

    @Test
    void whoMayNotEditAnyMoreGetsWhatHoldsAndIsHeardByNobody() {
        come(ann, bob);
        bob.disconnect();
        company.pass(1000);
        ann.core().decide(roles -> roles.with(bob.address(), Role.VIEWER));
        bob.move("Box", "y", 4);
        ann.move("Box", "x", 3);
        leave(ann);
        come(bob);
        check(bob, 3, 0);
        assertFalse(bob.parts().mayEdit());
    }

    @Test
    void withoutAnybodyEverThereOneWaits() {
        come(bob);
        assertFalse(bob.core().isSettled());
        assertEquals(List.of(), bob.notices());
        come(ann);
        check(bob, 0, 0);
    }
}
