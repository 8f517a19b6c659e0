// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What people are told where there is no connection any more. */
final class OutagesTest {
    private static final String ENDED = "Ann ended the room.";

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Outages outages =
            new Outages(
                    status(Stage.CONNECTING, ""),
                    (millis, task) -> waiting.add(task),
                    notice -> told.add(notice.sentence()));

    private static SharedStatus status(Stage stage, String why) {
        var problem = Optional.of(why).filter(sentence -> !sentence.isEmpty());
        return new SharedStatus(stage, 0, Role.EDITOR, problem);
    }

    private void look(Stage stage, String why) {
        outages.look(status(stage, why));
    }

    /** Lets all time pass that is waited for. */
    private void check(String... sentences) {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        assertEquals(List.of(sentences), told);
        told.clear();
    }

    @Test
    void theEndOfARoomIsToldOnceAndThatThereIsOneAgain() {
        look(Stage.LIVE, "");
        look(Stage.OFFLINE, ENDED);
        check(ENDED);
        look(Stage.OFFLINE, "Nobody answers.");
        check();
        look(Stage.JOINING, "");
        look(Stage.LIVE, "");
        check(Outages.OVER);
        look(Stage.OFFLINE, ENDED);
        check(ENDED);
    }

    @Test
    void whatLastsButAMomentIsNotTold() {
        look(Stage.LIVE, "");
        look(Stage.OFFLINE, "The line was cut.");
        look(Stage.LIVE, "");
        check();
    }

    @Test
    void aReasonThatComesLateIsTold() {
        look(Stage.LIVE, "");
        look(Stage.OFFLINE, "");
        check();
        look(Stage.OFFLINE, ENDED);
        check(ENDED);
    }

    @Test
    void whoNeverWasThereMissesNobody() {
        look(Stage.CONNECTING, "Nobody answers.");
        check();
    }

    @Test
    void whoIsSentAwayIsToldAtOnce() {
        look(Stage.LIVE, "");
        look(Stage.KICKED, "You were sent away.");
        look(Stage.KICKED, "You were sent away.");
        check("You were sent away.");
    }

    @Test
    void whoIsNotLetInAgainIsToldThatToo() {
        look(Stage.LIVE, "");
        look(Stage.OFFLINE, ENDED);
        check(ENDED);
        look(Stage.JOINING, "");
        look(Stage.KICKED, "You were sent away.");
        look(Stage.KICKED, "You were sent away.");
        check("You were sent away.");
    }

    @Test
    void whoeverLeftIsToldNothing() {
        look(Stage.LIVE, "");
        look(Stage.OFFLINE, ENDED);
        outages.end();
        check();
    }
}
