// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Pose;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A person at the workbench meets somebody, goes along with them and leaves, by mouse and keys. */
class ComingAndGoingTest extends Yard {
    private static final double NEAR = 0.01;

    private final MyDirector director = new MyDirector();
    private final RoomServer rooms =
            RoomServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), RoomRules.OPEN);

    @AfterEach
    void forget() {
        director.keep("");
        rooms.close();
    }

    @Test
    void whoIsToldThatOthersEditJoinsThem() {
        director.keep(rooms.connection("square").text());
        ann.share();
        Colleague.move(ann.scene(), 3);
        ann.announce(rooms.connection("square"));
        var offer = await(Link.class, "encounter");
        clickLink(offer);
        awaitState(TWO);
        hands.until("hers is here", () -> Colleague.x(mine) == 3);
        assertTrue(hands.find(Link.class, "encounter").isEmpty());
    }

    @Test
    void whoMeetElsewhereEditOn() {
        ann.join(share());
        awaitState(TWO);
        String elsewhere = rooms.connection("elsewhere").text();
        copy(elsewhere);
        hands.then(
                () -> hands.isActive("Meet Elsewhere"),
                () -> hands.click(hands.find(Text.class, "elsewhere").orElseThrow()));
        hands.then(() -> isTyped(""), () -> hands.x("key", "ctrl+v"));
        hands.then(() -> isTyped(elsewhere), () -> hands.x("key", "Return"));
        hands.start();
        command("elsewhere");
        awaitState(ALONE);
        Colleague.move(mine, 6);
        ann.session().move(ConnectionString.parse(elsewhere));
        awaitState(TWO);
        hands.until("it is there", () -> Colleague.x(ann.scene()) == 6);
    }

    private boolean isTyped(String text) {
        return Optional.ofNullable(page.getWorkbenchWindow().getShell().getDisplay())
                .map(display -> display.getFocusControl())
                .filter(Text.class::isInstance)
                .filter(field -> ((Text) field).getText().equals(text))
                .isPresent();
    }

    @Test
    void whoFollowsSomebodyLooksFromWhereTheyLook() {
        ann.join(share());
        awaitState(TWO);
        looks(4);
        choose("f");
        awaitSight(4);
        looks(6);
        awaitSight(6);
        awaitFollowing(TWO + " · Following Ann – turn the camera to stop", "Ann (you follow)");
        choose("f");
        awaitFollowing(TWO, "Ann");
        looks(9);
        hands.until(
                "it is known where she looks from", () -> hers().filter(x -> x == 9).isPresent());
        choose("g");
        awaitSight(9);
    }

    @Test
    void whoTurnsTheirCameraFollowsNobodyAnyMore() {
        ann.join(share());
        awaitState(TWO);
        looks(4);
        choose("f");
        awaitSight(4);
        var isAstray = new AtomicBoolean();
        mine.sharing().awareness().onStray(() -> isAstray.set(true));
        page.activate(page.getActiveEditor());
        hands.activate(page.getWorkbenchWindow().getShell());
        hands.x("key", "Home");
        hands.until("they turn away", isAstray::get);
        awaitFollowing(TWO, "Ann");
        // Once more, which would end it, had it not ended.
        choose("f");
        looks(6);
        awaitSight(6);
    }

    @Test
    void whatThereIsNoRoomForIsToldWhole() {
        ann.join(share());
        awaitState(TWO);
        choose("f");
        hands.until("it is said", () -> people().getItem(1).getText(0).equals("Ann (you follow)"));
        var row = people().getItem(1).getBounds(0);
        var at = people().toDisplay(row.x + row.width / 2, row.y + row.height / 2);
        hands.x("mousemove", at.x + "", at.y + "", "sleep", "0.1", "mousemove_relative", "1", "1");
        hands.until("it is told", () -> isTip("Ann (you follow)"));
    }

    private static boolean isTip(String text) {
        return Stream.of(Display.getCurrent().getShells())
                .filter(Shell::isVisible)
                .flatMap(shell -> Stream.of(shell.getChildren()))
                .anyMatch(said -> said instanceof CLabel label && label.getText().equals(text));
    }

    /** Waits until the status line and the row of Ann say whether she is followed. */
    private void awaitFollowing(String status, String row) {
        hands.until("it is said", () -> status().equals(status), this::status);
        hands.until("it is marked", () -> people().getItem(1).getText(0).equals(row));
    }

    /** Lets Ann look from somewhere. */
    private void looks(double x) {
        var sight = new Presence.Sight(new Pose.Vec(x, 3, 4), new Pose.Vec(8, 1, 8));
        ann.scene().sharing().awareness().mine(me -> me.withSight(Optional.of(sight)));
    }

    private Optional<Double> hers() {
        return mine.sharing().awareness().others().stream()
                .flatMap(other -> other.presence().sight().stream())
                .map(sight -> sight.eye().x())
                .findFirst();
    }

    private double eye() {
        var sight = mine.sharing().awareness().mine().sight();
        return sight.map(s -> s.eye().x()).orElse(Double.NaN);
    }

    private void awaitSight(double x) {
        hands.until(
                "the view is that from " + x, () -> Math.abs(eye() - x) < NEAR, () -> eye() + "");
    }

    @Test
    void whoClosesTheEditorHasLeft() {
        ann.join(share());
        awaitState(TWO);
        hands.until("she sees them", () -> ann.session().people().size() == 2);
        page.activate(page.getActiveEditor());
        hands.activate(page.getWorkbenchWindow().getShell());
        hands.x("key", "ctrl+w");
        hands.until("it is closed", () -> page.getEditorReferences().length == 0);
        hands.until("they are gone", () -> ann.session().people().size() == 1);
        awaitState("Open a scene to share it.");
        hands.until(
                "the status line says nothing",
                () ->
                        hands.find(Label.class, "collaboration")
                                .map(Label::getText)
                                .orElse("")
                                .isEmpty());
    }
}
