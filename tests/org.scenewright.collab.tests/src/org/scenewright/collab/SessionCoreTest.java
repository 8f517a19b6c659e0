// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.Conditions;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A few people at one scene: who comes, goes and comes back holds what all hold. */
class SessionCoreTest {

    private static Company company(int count) {
        return new Company(count, Samples.scene(), Role.EDITOR);
    }

    @Test
    void whoJoinsHoldsWhatTheOwnerHolds() {
        var company = company(2);
        company.owner().move("Box", "x", 3);
        company.gather();
        company.checkAlike();
        assertEquals(3, company.members.get(1).at("Box").x());
    }

    @Test
    void whatOneWritesOthersHoldAtOnce() {
        var company = company(3).gather();
        company.members.get(1).move("Box", "x", 3);
        company.pass(100);
        company.checkAlike();
        assertEquals(3, company.members.get(2).at("Box").x());
    }

    @Test
    void twoFieldsOfOneComponentBothStay() {
        var company = company(2).gather();
        company.owner().move("Box", "x", 3);
        company.members.get(1).move("Box", "y", 4);
        company.pass(3000);
        company.checkAlike();
        assertEquals(3, company.owner().at("Box").x());
        assertEquals(4, company.owner().at("Box").y());
    }

    @Test
    void whatWasWrittenOfflineIsMergedOnReturn() {
        var company = company(2).gather();
        var bob = company.members.get(1);
        bob.disconnect();
        company.pass(60_000);
        bob.move("Box", "y", 4);
        bob.spawn("Lamp");
        company.owner().move("Box", "x", 3);
        assertTrue(bob.parts().log().waiting() >= 2);
        bob.connect();
        company.pass(6000);
        company.checkAlike();
        assertEquals(4, company.owner().at("Box").y());
        assertEquals(0, bob.parts().log().waiting());
    }

    @Test
    void aSplitOfTheRoomHealsByItself() {
        var company = company(4).gather();
        company.network.split(Set.of(Samples.address(1), Samples.address(2)));
        company.pass(30_000);
        company.members.forEach(member -> member.spawn("Lamp"));
        company.pass(1000);
        company.network.heal();
        company.pass(10_000);
        company.checkAlike();
        assertEquals(2 + 4 + 1, company.owner().snapshot().size());
    }

    @Test
    void whatIsLostOnTheWayIsMadeUpFor() {
        var company = company(3);
        company.conditions = new Conditions(0.3, 20, 40, 0.2, 0.2, 0, 0, 7);
        company.members.forEach(Member::connect);
        company.pass(20_000);
        for (int i = 0; i < 50; i++) {
            company.members.get(i % 3).move("Box", "x", i);
            company.pass(20);
        }
        company.pass(20_000);
        company.checkAlike();
    }

    @Test
    void theNextEditorGivesTheStateWhereTheOwnerIsAway() {
        var company = company(3);
        company.owner().connect();
        company.members.get(1).connect();
        company.pass(2000);
        company.owner().disconnect();
        company.members.get(1).move("Box", "x", 3);
        company.members.get(2).connect();
        company.pass(5000);
        company.owner().connect();
        company.pass(6000);
        company.checkAlike();
        assertEquals(Optional.of(Samples.address(2)), company.members.get(2).core().giver());
    }

    @Test
    void whoLooksOnIsSentEverythingAndHeardInNothing() {
        var company = new Company(2, Samples.scene(), Role.VIEWER).gather();
        company.owner().move("Box", "x", 3);
        company.pass(200);
        assertEquals(3, company.members.get(1).at("Box").x());
        company.members.get(1).move("Box", "x", 9);
        company.pass(6000);
        company.checkAlike();
        assertEquals(3, company.members.get(1).at("Box").x());
    }

    @Test
    void theOwnerSaysWhoEditsAndWhoDoesNot() {
        var company = new Company(2, Samples.scene(), Role.VIEWER).gather();
        var bob = company.members.get(1);
        company.owner().core().decide(roles -> roles.with(bob.address(), Role.EDITOR));
        company.pass(2000);
        bob.move("Box", "x", 9);
        company.pass(200);
        assertEquals(9, company.owner().at("Box").x());
        company.owner().core().decide(roles -> roles.with(bob.address(), Role.VIEWER));
        company.pass(2000);
        bob.move("Box", "x", 11);
        company.pass(6000);
        company.checkAlike();
        assertEquals(9, bob.at("Box").x());
    }

    @Test
    void whatWasWrittenBeforeARoleWasTakenStays() {
        var company = company(3).gather();
        var bob = company.members.get(1);
        company.network.split(Set.of(company.members.get(2).address()));
        bob.move("Box", "x", 9);
        company.pass(100);
        company.owner().core().decide(roles -> roles.with(bob.address(), Role.VIEWER));
        company.pass(1000);
        company.network.heal();
        company.pass(8000);
        company.checkAlike();
        assertEquals(9, company.members.get(2).at("Box").x());
    }

    @Test
    void whoIsBannedIsNotHeardAndGetsNothing() {
        var company = company(3).gather();
        var bob = company.members.get(1);
        company.owner().core().decide(roles -> roles.with(bob.address(), Role.BANNED));
        company.pass(2000);
        bob.move("Box", "x", 9);
        company.pass(2000);
        assertEquals(0, company.owner().at("Box").x());
        assertTrue(company.owner().parts().peers().find(bob.address()).isEmpty());
    }

    @Test
    void whoWritesByAKeyThatIsForgottenIsAskedForIt() {
        var company = company(2).gather();
        var owner = company.owner();
        var bob = company.members.get(1);
        // As if so many others had come that his was forgotten.
        owner.parts().keys().keep(attestation -> false);
        for (int i = 0; i < 5000; i++) {
            var address = Samples.address(100 + i);
            owner.parts()
                    .keys()
                    .hear(new Attestation(address, new byte[32], "signed by " + address));
        }
        assertFalse(owner.parts().keys().knows(bob.address(), new FastSignatures(2).key()));
        bob.move("Box", "x", 9);
        company.pass(8000);
        company.checkAlike();
        assertEquals(9, owner.at("Box").x());
    }

    @Test
    void thoseWhoAreThereAreKnownWhoeverElseCame() {
        var company = company(2).gather();
        var owner = company.owner();
        for (int i = 0; i < 5000; i++) {
            var address = Samples.address(100 + i);
            owner.parts()
                    .keys()
                    .hear(new Attestation(address, new byte[32], "signed by " + address));
        }
        assertTrue(owner.parts().keys().knows(owner.address(), new FastSignatures(1).key()));
        assertTrue(owner.parts().keys().knows(Samples.address(2), new FastSignatures(2).key()));
    }

    @Test
    void whoIsSentAwayStaysOutUntilTheOwnerLetsThemIn() {
        var company = company(3).gather();
        var bob = company.members.get(1);
        company.owner().core().kick(bob.address(), "enough");
        company.pass(1000);
        assertTrue(bob.events.contains(new SessionEvent.Kicked("enough")));
        assertEquals(Role.BANNED, company.members.get(2).parts().authority().of(bob.address()));
        assertTrue(company.owner().events.contains(new SessionEvent.SentAway(bob.address())));
        bob.disconnect();
        bob.connect();
        company.pass(5000);
        bob.move("Box", "x", 9);
        company.pass(3000);
        for (var member : List.of(company.owner(), company.members.get(2))) {
            assertEquals(0, member.at("Box").x());
            assertTrue(member.parts().peers().find(bob.address()).isEmpty());
        }
        company.owner().core().decide(roles -> roles.with(bob.address(), Role.EDITOR));
        assertTrue(company.owner().events.contains(new SessionEvent.LetIn(bob.address())));
        company.pass(8000);
        assertTrue(company.owner().parts().peers().find(bob.address()).isPresent());
    }

    @Test
    void whoIsSentAwayHearsNothingMore() {
        var company = company(3).gather();
        var stranger = new Stranger(company, 7).connect();
        company.owner().core().kick(stranger.address(), "enough");
        company.pass(1000);
        assertEquals(1, stranger.heard(SessionMessage.Kick.class).size());
        stranger.forget();
        company.owner().move("Box", "x", 3);
        company.members.get(1).move("Box", "y", 4);
        company.pass(10_000);
        company.checkAlike();
        assertEquals(4, company.members.get(2).at("Box").y());
        assertEquals(List.of(), stranger.heard(SessionMessage.class));
    }

    @Test
    void anOwnerMayBeginAnewAndAllFollow() {
        var company = company(2).gather();
        company.owner().disconnect();
        company.members.get(1).move("Box", "x", 3);
        var again = company.member(0, new FastSignatures(99));
        company.members.set(0, again);
        again.core().found(again.parts().authority().roles().with(Samples.address(2), Role.EDITOR));
        again.connect();
        company.pass(5000);
        company.checkAlike();
        assertEquals(0, company.members.get(1).at("Box").x());
        company.members.get(1).move("Box", "y", 5);
        company.pass(200);
        assertEquals(5, again.at("Box").y());
    }

    @Test
    void anOwnerWhoComesBackTakesWhatOthersHold() {
        var company = company(2).gather();
        company.owner().disconnect();
        company.members.get(1).move("Box", "x", 3);
        company.members.set(0, company.member(0, new FastSignatures(99)));
        company.owner().connect();
        company.pass(5000);
        company.checkAlike();
        assertEquals(3, company.owner().at("Box").x());
        company.owner().move("Box", "y", 5);
        company.pass(200);
        assertEquals(5, company.members.get(1).at("Box").y());
    }

    @Test
    void onlyWhoEditsIsNamedToTheDocument() {
        var company = company(3).gather();
        company.owner()
                .core()
                .decide(roles -> roles.with(company.members.get(2).address(), Role.VIEWER));
        company.pass(500);
        assertEquals(
                Set.of(Samples.address(1), Samples.address(2)),
                company.members.get(1).document().editors());
    }

    @Test
    void aScenarioOfManyEntitiesIsJoinedInPieces() {
        var company = company(2);
        for (int i = 0; i < 3000; i++) {
            company.owner().spawn("Box");
        }
        company.gather();
        company.pass(5000);
        company.checkAlike();
        SceneSnapshot joined = company.members.get(1).snapshot();
        assertEquals(3003, joined.size());
        assertFalse(company.members.get(1).events.isEmpty());
    }
}
