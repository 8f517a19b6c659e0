// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Numbers;
import org.scenewright.collab.SessionMessage.NumbersRequest;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whose entity numbers are whose. */
class NumberKeepingTest {

    private static Company company(int count) {
        return new Company(count, Samples.scene(), Role.EDITOR);
    }

    /** Everybody makes entities of their name; nobody takes a number of somebody else. */
    private static void checkApart(Company company, int each) {
        for (int i = 0; i < each; i++) {
            for (var member : company.members) {
                member.spawn("of " + member.address());
            }
            company.pass(10);
        }
        company.pass(5000);
        var names = new HashMap<Entity, String>();
        for (var member : company.members) {
            SceneSnapshot all = member.snapshot();
            assertEquals(2 + each * company.members.size() + 1, all.size());
            for (var entity : all.entities()) {
                assertEquals(all.name(entity), names.computeIfAbsent(entity, all::name));
            }
        }
    }

    @Test
    void nobodyMakesEntitiesUnderTheNumbersOfOthers() {
        checkApart(company(5).gather(), 40);
    }

    @Test
    void whoSpendsManyGetsMore() {
        checkApart(company(3).gather(), 1500);
    }

    @Test
    void theLowestNumbersThatNobodyHasAreGiven() {
        var company = company(2).gather();
        company.members.get(1).spawn("Lamp");
        company.pass(100);
        var lamp = Snapshots.find(company.owner().snapshot(), "Lamp");
        assertTrue(lamp.number() < Entity.FIRST_FREE_NUMBER + 2 + 4096 + 16, lamp + " is low");
    }

    @Test
    void inTheTwoHalvesOfASplitRoomNumbersStayApart() {
        var company = company(4).gather();
        company.network.split(Set.of(Samples.address(1), Samples.address(3)));
        company.pass(20_000);
        for (int i = 0; i < 100; i++) {
            company.members.forEach(member -> member.spawn("in two rooms"));
        }
        company.network.heal();
        company.pass(20_000);
        checkApartAfter(company, 3 + 400);
    }

    private static void checkApartAfter(Company company, int size) {
        for (var member : company.members) {
            assertEquals(size, member.snapshot().size());
        }
    }

    @Test
    void anOwnerWhoLostTheirProcessGivesNoNumberTwice() {
        var company = company(3).gather();
        company.pass(3000);
        company.owner().disconnect();
        company.members.get(2).disconnect();
        company.pass(1000);
        company.members.set(0, company.member(0, new FastSignatures(99)));
        company.owner().connect();
        company.pass(6000);
        for (int i = 0; i < 600; i++) {
            company.members.forEach(member -> member.spawn("by anybody"));
        }
        company.members.get(2).connect();
        company.pass(6000);
        checkApartAfter(company, 3 + 1800);
    }

    @Test
    void whoHasNoneLeftAndNobodyToAskIsRefused() {
        var company = company(2).gather();
        var bob = company.members.get(1);
        company.pass(2000);
        bob.disconnect();
        int made = 0;
        Map<Boolean, String> end = new HashMap<>();
        while (end.isEmpty() && made < 5000) {
            switch (bob.make("Box")) {
                case Outcome.Accepted a -> made++;
                case Outcome.Refused(var reason) -> end.put(true, reason);
            }
        }
        assertEquals(1024, made);
        assertTrue(end.get(true).contains("number"), end.get(true));
    }

    private static int comeAndGo(Company company, int times, boolean isSayingSo) {
        for (int i = 0; i < times; i++) {
            var bob = company.member(1, new FastSignatures(200 + i));
            company.members.set(1, bob);
            bob.connect();
            company.pass(6000);
            bob.spawn("Lamp");
            company.pass(1000);
            if (isSayingSo) {
                bob.core().leave();
                company.pass(100);
            }
            bob.disconnect();
            company.pass(1000);
        }
        return company.owner().parts().authority().roles().numbers();
    }

    @Test
    void whoSaysThatTheyLeaveLeavesTheirNumbers() {
        var company = company(2).gather();
        int before = comeAndGo(company, 1, true);
        int after = comeAndGo(company, 20, true);
        assertTrue(after - before <= 64, (after - before) + " numbers for 20 entities");
        assertEquals(2 + 1 + 21, company.owner().snapshot().size());
    }

    @Test
    void whoNeverSaysSoGetsNumbersNevertheless() {
        var company = company(2).gather();
        comeAndGo(company, 20, false);
        assertEquals(2 + 1 + 20, company.owner().snapshot().size());
        int given = company.owner().parts().authority().roles().numbers();
        assertTrue(given < 512 + 4096 + 8192 + 1100, "up to " + given);
    }

    @Test
    void whoAsksForManyAtOnceIsCountedBefore() {
        var company = company(1).gather();
        var liar = new Stranger(company, 7).connect();
        company.pass(2000);
        int before = company.owner().parts().authority().roles().numbers();
        for (int i = 1; i < 100; i++) {
            liar.tell(company.owner(), new NumbersRequest(i, Integer.MAX_VALUE));
        }
        company.pass(2000);
        int given = company.owner().parts().authority().roles().numbers() - before;
        assertTrue(given > 1024 && given < 8192, "given " + given);
        assertEquals(99, liar.heard(Numbers.class).size());
    }

    /** Somebody comes and gets as many numbers as they can. */
    private static void exhaust(Company company, int number) {
        var liar = new Stranger(company, number).connect();
        for (int i = 1; i < 20; i++) {
            liar.tell(company.owner(), new NumbersRequest(i, Integer.MAX_VALUE));
        }
        company.pass(500);
        liar.disconnect();
    }

    private static int free(Company company) {
        return company.owner().document().free().join();
    }

    @Test
    void howeverManyTakeAllTheyCanTheNextOneGetsSome() {
        var company = company(1).gather();
        for (int i = 0; i < 16; i++) {
            exhaust(company, 20 + i);
        }
        var bob = company.another(1);
        bob.connect();
        company.pass(6000);
        assertInstanceOf(Outcome.Accepted.class, bob.make("Lamp"));
    }

    @Test
    void whomTheOwnerNamesAlwaysGetsSome() {
        var company = company(1).gather();
        for (int i = 0; i < 60; i++) {
            exhaust(company, 20 + i);
        }
        assertTrue(free(company) >= 16_000, "free " + free(company));
        var bob = company.another(1);
        company.owner().core().decide(roles -> roles.with(bob.address(), Role.EDITOR));
        bob.connect();
        company.pass(6000);
        assertTrue(bob.scene().unspentNumbers() > 500);
        assertInstanceOf(Outcome.Accepted.class, company.owner().make("Lid"));
    }

    @Test
    void whoLeftLeasesNothingMore() {
        var company = company(2).gather();
        for (var member : company.members) {
            member.core().leave();
            member.document().leave();
            assertEquals(Integer.MAX_VALUE, member.scene().unspentNumbers());
        }
        company.pass(10_000);
        for (var member : company.members) {
            assertEquals(Integer.MAX_VALUE, member.scene().unspentNumbers());
        }
    }
}
