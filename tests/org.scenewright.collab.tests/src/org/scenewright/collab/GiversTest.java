// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** People of whom each has what the others lack, and nobody keeps it to hand it on. */
class GiversTest {
    private final Company company = new Company(6, Samples.scene(), Role.EDITOR, 1);
    private final List<Member> all = List.copyOf(company.members);

    /** Two parts, in each of which somebody wrote who is gone since. */
    private void part() {
        company.gather();
        company.pass(3000);
        all.subList(3, 6).forEach(member -> go(member, "b"));
        company.pass(1000);
        all.get(2).move("Box", "x", 3);
        all.get(3).move("Lid", "y", 4);
        company.pass(3000);
        for (int gone : List.of(2, 3)) {
            all.get(gone).disconnect();
            company.members.remove(all.get(gone));
        }
    }

    private static void go(Member member, String room) {
        member.disconnect();
        member.room = room;
        member.connect();
    }

    private void meet() {
        all.subList(4, 6).forEach(member -> go(member, "a"));
        company.pass(60_000);
    }

    private void checkAlike(int... members) {
        var first = all.get(members[0]);
        for (int i : members) {
            var member = all.get(i);
            assertTrue(member.core().isSettled());
            assertEquals(first.parts().log().reach(), member.parts().log().reach());
            assertEquals(
                    Optional.empty(), Snapshots.difference(first.snapshot(), member.snapshot()));
        }
    }

    @Test
    void theDocumentOfTheOwnerHoldsInTheEnd() {
        part();
        meet();
        checkAlike(0, 1, 4, 5);
        assertEquals(3, all.get(4).at("Box").x());
        assertEquals(0, all.get(4).at("Lid").y());
    }

    @Test
    void whatGetsLostByThatIsOfferedToThosePeople() {
        part();
        meet();
        assertFalse(all.get(4).document().aside().isEmpty());
        assertFalse(all.get(5).document().aside().isEmpty());
        assertTrue(all.get(1).document().aside().isEmpty());
    }

    @Test
    void whereTheOwnerIsAwayThatOfTheLowestAddressDoes() {
        part();
        all.getFirst().disconnect();
        meet();
        checkAlike(1, 4, 5);
        assertEquals(3, all.get(5).at("Box").x());
    }
}
