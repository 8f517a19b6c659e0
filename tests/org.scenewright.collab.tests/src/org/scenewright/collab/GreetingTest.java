// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Bye;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Plays;
import org.scenewright.collab.SessionMessage.Present;
import org.scenewright.collab.SessionMessage.RolesRequest;
import org.scenewright.collab.SessionMessage.RolesTold;

/** What those are told who come, ask who is there, and come again. */
class GreetingTest {
    private final Company company = new Company(1, Samples.scene(), Role.EDITOR).gather();
    private final Stranger stranger = new Stranger(company, 7).connect();

    /** Does something a hundred times in a second, of which little may come back. */
    private <T extends SessionMessage> void check(Class<T> answer, Runnable deed) {
        stranger.forget();
        for (int i = 0; i < 100; i++) {
            deed.run();
            company.pass(10);
        }
        int answers = stranger.heard(answer).size();
        assertTrue(answers > 0 && answers <= 4, answers + " answers");
    }

    private void comeBack() {
        stranger.tell(new Bye(Reach.NOTHING));
        stranger.greet();
    }

    @Test
    void whoAsksAllTheTimeWhoIsThereIsToldNowAndThen() {
        check(Hello.class, () -> stranger.greet(true));
    }

    @Test
    void whoLeavesAndComesBackAllTheTimeIsGreetedNowAndThen() {
        check(Present.class, this::comeBack);
    }

    @Test
    void whoAsksAllTheTimeWhoMayDoWhatIsToldNowAndThen() {
        check(RolesTold.class, () -> stranger.tell(new RolesRequest()));
    }

    @Test
    void whoComesBackTooSoonIsGreetedAWhileLater() {
        company.owner().core().plays().plays(true);
        company.pass(1000);
        comeBack();
        company.pass(100);
        stranger.forget();
        comeBack();
        stranger.greet(true);
        stranger.greet(true);
        company.pass(100);
        assertEquals(0, stranger.heard(Plays.class).size());
        company.pass(1000);
        assertEquals(1, stranger.heard(Plays.class).size());
        assertEquals(1, stranger.heard(Present.class).size());
        assertEquals(2, stranger.heard(Hello.class).size());
    }

    @Test
    void whoComesAndGoesForGoodIsToldNothingMore() {
        comeBack();
        comeBack();
        stranger.tell(new Bye(Reach.NOTHING));
        company.pass(100);
        stranger.forget();
        company.pass(1000);
        assertEquals(0, stranger.heard(Hello.class).size());
    }
}
