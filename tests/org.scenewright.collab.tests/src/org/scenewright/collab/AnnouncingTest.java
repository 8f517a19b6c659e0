// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.ConnectionString;

import java.util.List;
import java.util.Optional;

/** Three people, the first of whom owns the session and goes elsewhere. */
class AnnouncingTest {
    private static final ConnectionString BARN =
            ConnectionString.parse("ws-room:wss://host/rooms/barn");

    private final Company company = new Company(3, Samples.scene(), Role.EDITOR).gather();

    private Member member(int number) {
        return company.members.get(number - 1);
    }

    private void checkTold(int number, List<Elsewhere> expected) {
        company.pass(1000);
        var told =
                member(number).events.stream()
                        .filter(SessionEvent.OwnerMeets.class::isInstance)
                        .map(event -> ((SessionEvent.OwnerMeets) event).elsewhere())
                        .toList();
        assertEquals(expected, told);
    }

    @Test
    void allAreToldWhereTheOwnerGoes() {
        member(1).core().announcing().meets(BARN);
        checkTold(2, List.of(new Elsewhere("Member 0", Optional.of(BARN))));
        checkTold(3, List.of(new Elsewhere("Member 0", Optional.of(BARN))));
        checkTold(1, List.of());
    }

    @Test
    void whereOthersGoNobodyIsTold() {
        member(2).core().announcing().meets(BARN);
        checkTold(1, List.of());
        checkTold(3, List.of());
    }

    @Test
    void whoSaysItForTheOwnerIsNotBelieved() {
        member(2).parts().sendAll(new SessionMessage.MeetsAt(BARN.text()));
        checkTold(3, List.of());
        assertEquals(1, member(3).parts().complaints().count());
    }

    @Test
    void nobodyIsAskedToGoOffline() {
        member(1).core().announcing().meets(ConnectionString.parse("offline:offline"));
        checkTold(2, List.of());
    }

    @Test
    void afterSomebodyWasSentAwayThePlaceIsNotCalledOut() {
        member(1).core().kick(Samples.address(3), "Enough.");
        company.pass(1000);
        member(1).core().announcing().meets(BARN);
        checkTold(2, List.of(new Elsewhere("Member 0", Optional.empty())));
    }

    @Test
    void filesOfTheOwnerStayTheirs() {
        member(1)
                .core()
                .announcing()
                .meets(ConnectionString.parse("nats:nats://host/barn?creds=/home/ann/a.creds"));
        var place = ConnectionString.parse("nats:nats://host/barn");
        checkTold(2, List.of(new Elsewhere("Member 0", Optional.of(place))));
    }

    @Test
    void nobodyIsLedToFilesOfTheirOwn() {
        checkNowhere("nats:nats://host/barn?creds=/home/bob/b.creds");
        checkNowhere("no place");
    }

    private void checkNotices(int number, String... expected) {
        company.pass(1000);
        var told =
                member(number).events.stream()
                        .filter(SessionEvent.Noticed.class::isInstance)
                        .map(event -> ((SessionEvent.Noticed) event).sentence())
                        .toList();
        assertEquals(List.of(expected), told);
    }

    @Test
    void othersLearnThatSomebodySaved() {
        member(2).core().announcing().saved();
        checkNotices(1, "Member 1 saved the scene.");
        checkNotices(3, "Member 1 saved the scene.");
        checkNotices(2);
    }

    @Test
    void whoSavesAllTheTimeIsToldOfNowAndThen() {
        for (int second = 0; second < 10; second++) {
            member(2).core().announcing().saved();
            company.pass(1000);
        }
        checkNotices(1, "Member 1 saved the scene.");
        member(2).core().announcing().saved();
        checkNotices(1, "Member 1 saved the scene.", "Member 1 saved the scene.");
    }

    @Test
    void nobodyIsTroubledMoreOftenBySomebodyWhoSaysSo() {
        for (int i = 0; i < 5; i++) {
            member(2).parts().sendAll(new SessionMessage.HasSaved());
        }
        checkNotices(3, "Member 1 saved the scene.");
    }

    @Test
    void whatThoseSaveWhoLookOnIsTheirs() {
        member(1).core().decide(roles -> roles.with(Samples.address(2), Role.VIEWER));
        company.pass(1000);
        member(2).core().announcing().saved();
        member(2).parts().sendAll(new SessionMessage.HasSaved());
        checkNotices(1);
        checkNotices(3);
    }

    private void checkNowhere(String place) {
        long before = member(2).parts().complaints().count();
        member(1).parts().sendAll(new SessionMessage.MeetsAt(place));
        checkTold(2, List.of());
        assertEquals(before + 1, member(2).parts().complaints().count());
    }
}
