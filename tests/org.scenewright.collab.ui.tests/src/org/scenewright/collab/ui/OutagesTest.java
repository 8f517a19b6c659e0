// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;

import java.util.Optional;

/** What people are told where there is no connection any more. */
final class OutagesTest {
    private static final String ENDED = "Ann ended the room.";

    private final ToldLater told = new ToldLater();
    private final Outages outages = new Outages(status(Stage.CONNECTING, ""), told, told);

    private static SharedStatus status(Stage stage, String why) {
        var problem = Optional.of(why).filter(sentence -> !sentence.isEmpty());
        return new SharedStatus(stage, 0, Role.EDITOR, problem);
    }

    private void look(Stage stage, String why) {
        outages.look(status(stage, why));
    }

    private void check(String... sentences) {
        told.check(sentences);
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
