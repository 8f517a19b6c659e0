// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Digest;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.Restate;
import org.scenewright.scene.StateDigest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Replicas that heard the same and do not hold the same. */
class RepairingTest {
    private final Company company = new Company(3, Samples.scene(), Role.EDITOR);

    private Stranger stranger() {
        company.gather();
        company.pass(3000);
        return new Stranger(company, 7).connect();
    }

    /** Tells every second member something else under one number. */
    private void equivocate(Stranger liar, int times) {
        var twofold = new Equivocation(company, liar.signatures(), liar.address());
        for (int i = 0; i < times; i++) {
            var one = twofold.next(liar.base());
            var other = twofold.instead(liar.base());
            for (int k = 0; k < company.members.size(); k++) {
                var batch = k % 2 == 0 ? one : other;
                liar.tell(
                        company.members.get(k), new Edits(liar.base(), List.of(), List.of(batch)));
            }
        }
        company.pass(100);
    }

    private Optional<String> difference(int member) {
        return Snapshots.difference(
                company.owner().snapshot(), company.members.get(member).snapshot());
    }

    private void checkAlike() {
        for (int i = 1; i < company.members.size(); i++) {
            assertEquals(Optional.empty(), difference(i));
        }
    }

    private static List<String> notices(Member member) {
        return member.events.stream()
                .filter(SessionEvent.Noticed.class::isInstance)
                .map(event -> ((SessionEvent.Noticed) event).sentence())
                .toList();
    }

    @Test
    void whoeverGivesOneNumberToTwoEditsPartsNobodyForLong() {
        var liar = stranger();
        equivocate(liar, 1);
        assertNotEquals(Optional.empty(), difference(1));
        company.pass(15_000);
        checkAlike();
        assertTrue(notices(company.owner()).toString().contains("said again"));
    }

    @Test
    void whatManyLiesPartedIsMendedToo() {
        var liar = stranger();
        equivocate(liar, 50);
        assertNotEquals(Optional.empty(), difference(1));
        company.pass(60_000);
        checkAlike();
    }

    @Test
    void whereTheOwnerIsAwaySomebodyElseDecides() {
        var liar = stranger();
        company.members.removeFirst().disconnect();
        company.pass(1000);
        var bob = company.members.getFirst();
        var other = company.members.getLast();
        var twofold = new Equivocation(company, liar.signatures(), liar.address());
        long base = bob.parts().log().base();
        liar.tell(bob, new Edits(base, List.of(), List.of(twofold.next(base))));
        liar.tell(other, new Edits(base, List.of(), List.of(twofold.instead(base))));
        company.pass(100);
        assertNotEquals(Optional.empty(), difference(1));
        company.pass(15_000);
        checkAlike();
    }

    @Test
    void whoLooksOnFetchesTheDocumentAnew() {
        var liar = stranger();
        company.owner()
                .core()
                .decide(roles -> roles.with(company.members.get(1).address(), Role.VIEWER));
        company.pass(1000);
        equivocate(liar, 1);
        assertNotEquals(Optional.empty(), difference(1));
        company.pass(15_000);
        checkAlike();
        assertTrue(notices(company.members.get(1)).toString().contains("fetched again"));
    }

    @Test
    void whoLooksOnFetchesItUntilItComes() {
        var liar = stranger();
        var viewer = company.members.get(1);
        company.owner().core().decide(roles -> roles.with(viewer.address(), Role.VIEWER));
        company.pass(1000);
        viewer.document().fail("adopt", 3);
        equivocate(liar, 1);
        assertNotEquals(Optional.empty(), difference(1));
        company.pass(30_000);
        checkAlike();
        assertTrue(viewer.core().isSettled());
    }

    @Test
    void whereAllHoldTheSameNothingIsSaidAgain() {
        company.gather();
        for (int i = 0; i < 40; i++) {
            company.members.get(i % 3).move("Box", "x", i);
            company.pass(700);
        }
        checkAlike();
        assertEquals(List.of(), notices(company.owner()));
    }

    @Test
    void whoeverClaimsToDifferAllTheTimeIsAskedLessAndLess() {
        var liar = stranger();
        for (int i = 0; i < 120; i++) {
            var digest = company.owner().document().digest(Set.of()).join();
            liar.tell(new Digest(digest.mark(), 1));
            company.pass(1000);
        }
        int asked = liar.heard(SessionMessage.Compare.class).size();
        assertTrue(asked > 2 && asked < 10, asked + " times");
    }

    @Test
    void nobodyButTheArbiterHasEditsSaidAgain() {
        var liar = stranger();
        long before = company.members.get(1).parts().log().reach().mark();
        liar.tell(new Restate(List.of(new StateDigest.Bucket("core::Transform", 2))));
        company.pass(1000);
        assertEquals(before, company.members.get(1).parts().log().reach().mark());
        assertTrue(company.owner().parts().complaints().count() > 0);
    }

    /** Somebody who decides while the owner is away, as they have the lowest address. */
    private Stranger arbiter() {
        company.gather();
        company.pass(5000);
        company.members.removeFirst().disconnect();
        var liar = new Stranger(company, -1).connect();
        company.pass(2000);
        return liar;
    }

    @Test
    void nobodyButTheOwnerHasOthersTakeTheirDocument() {
        var liar = arbiter();
        for (int i = 0; i < 100; i++) {
            liar.tell(new Restate(List.of()));
            liar.tell(new Digest(company.owner().document().digest(Set.of()).join().mark(), 1));
            company.pass(1000);
        }
        assertEquals(List.of(), liar.heard(SessionMessage.StateRequest.class));
        assertEquals(0, company.owner().parts().complaints().count());
    }

    @Test
    void whoeverHasMuchSaidAgainIsHeardLessAndLess() {
        var liar = arbiter();
        var bob = company.owner();
        int before = bob.written.size();
        for (int i = 0; i < 120; i++) {
            liar.tell(bob, new Restate(List.of(new StateDigest.Bucket("core::Transform", 2))));
            company.pass(1000);
        }
        int written = bob.written.size() - before;
        assertTrue(written > 2 && written < 10, written + " times");
    }

    @Test
    void twoDigestsTellWhereTheyDiffer() {
        var one = new DocumentDigest(7, new TreeMap<>(), new TreeMap<>());
        var sums = new TreeMap<String, Long>();
        sums.put("core::Transform", 4L);
        assertEquals(List.of("core::Transform"), one.differing(sums, 5));
        assertEquals(List.of(), one.differing(sums, 0));
    }
}
