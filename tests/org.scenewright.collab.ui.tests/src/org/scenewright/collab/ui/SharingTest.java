// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.ConnectionString;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A person at the workbench shares a scene with somebody else, by mouse and keys. */
class SharingTest extends Yard {
    @Test
    void whoIsGivenTheLinkEditsTheSameScene() {
        ann.join(share());
        awaitState(TWO);
        hands.until(
                "the status line says so",
                () -> await(Label.class, "collaboration").getText().equals(TWO));
        Colleague.move(ann.scene(), 5);
        hands.until("it is here", () -> Colleague.x(mine) == 5);
        Colleague.move(mine, 6);
        hands.until("it is there", () -> Colleague.x(ann.scene()) == 6);
        answer("Leave");
        command("leave");
        hands.until("it is shared no more", () -> deeds().startsWith("<a>Share"));
        assertEquals("", await(Label.class, "collaboration").getText());
    }

    @Test
    void theOwnerSaysInTheViewWhoMayEditAndWhoHasToGo() {
        ann.join(share());
        awaitState(TWO);
        choose("l");
        hands.until("she looks on", () -> ann.session().status().role() == Role.VIEWER);
        hands.until("it is shown", () -> people().getItem(1).getText(1).equals("Viewer"));
        choose("s");
        hands.until("she is gone", () -> ann.session().status().stage() == Stage.KICKED);
        awaitState(ALONE);
    }

    @Test
    void whoWasSentAwayIsListedAndLetInAgain() {
        ann.join(share());
        awaitState(TWO);
        var session = SharedScenesFactory.of(PlatformUI.getWorkbench()).of(mine).orElseThrow();
        session.session().kick(ann.session().me());
        hands.until("she is listed", () -> roles().equals(List.of("Owner", "Sent away")));
        choose("l");
        hands.until("she may come again", () -> roles().equals(List.of("Owner")));
    }

    @Test
    void whoIsSentAwayReadsSoAndSeesNobody() {
        join(ann.share());
        var session = SharedScenesFactory.of(PlatformUI.getWorkbench()).of(mine).orElseThrow();
        ann.session().kick(session.session().me());
        String why = "The owner of the session sent you away.";
        awaitState(why);
        assertEquals(List.of(), roles());
        assertEquals(why, await(Table.class, "chronicle").getItem(0).getText(1));
    }

    private List<String> roles() {
        return Stream.of(people().getItems()).map(row -> row.getText(1)).toList();
    }

    @Test
    void whereTheOwnerGoesOneCanFollow() {
        join(ann.share());
        ann.go("barn");
        hands.until("it is offered", () -> told().endsWith("<a>Go There</a>"));
        awaitState(ALONE);
        clickLink(await(Link.class, "told"));
        awaitState(TWO);
        var here = SharedScenesFactory.of(PlatformUI.getWorkbench()).of(mine).orElseThrow();
        assertEquals(ann.session().link(), here.session().link());
        assertFalse(told().contains("<a>"));
    }

    private String told() {
        return hands.find(Link.class, "told").map(Link::getText).orElse("");
    }

    /** On the screen. */
    private static Rectangle place(Control control) {
        return control.getDisplay().map(control.getParent(), null, control.getBounds());
    }

    @Test
    void whatWasNotSavedIsOfferedBesideTheWork() {
        Colleague.move(mine, 7);
        join(ann.share());
        assertEquals(1, Colleague.x(mine));
        var news = await(Label.class, "news").getShell().getBounds();
        assertFalse(news.intersects(place(await(Label.class, "collaboration"))));
        assertEquals(news, news.intersection(page.getWorkbenchWindow().getShell().getBounds()));
        var window = page.getWorkbenchWindow().getShell().getText();
        hands.until("the window has kept the keys", () -> hands.isActive(window));
        hands.until("it is to decide", () -> status().endsWith("one field to decide"));
        clickLink(await(Link.class, "open"));
        hands.until("it is asked", () -> hands.find(Table.class, "decisions").isPresent());
        var row = await(Table.class, "decisions").getItem(0);
        assertEquals(
                List.of("Box", "Transform", "position.x", "1", "7"),
                Stream.of(0, 1, 2, 3, 4).map(row::getText).toList());
        hands.click(hands.button("Use Mine").orElseThrow());
        hands.until("it is there", () -> Colleague.x(ann.scene()) == 7);
        hands.until("it is done", () -> hands.find(Table.class, "decisions").isEmpty());
        hands.until(
                "it can be undone",
                () -> mine.status().undoLabel().equals(Optional.of("Use Mine")));
        hands.until("nothing is open", () -> status().equals(TWO));
        hands.until("the window has the keys again", () -> hands.isActive(window));
        people().setFocus();
        hands.until("the view has the keys", () -> people().isFocusControl());
        hands.x("key", "ctrl+z");
        hands.until("it is undone", () -> Colleague.x(mine) == 1);
    }

    @Test
    void ofTwoValuesThatWereWrittenAtOnceOneIsChosen() {
        var link = ann.share();
        join(link);
        ann.session().move(ConnectionString.parse("offline:"));
        awaitState(ALONE);
        Colleague.move(ann.scene(), 5);
        Colleague.move(mine, 6);
        ann.session().move(link.connection());
        awaitState(TWO);
        hands.until("it is to decide", () -> status().endsWith("one field to decide"));
        command("decide");
        var row = await(Table.class, "decisions").getItem(0);
        assertEquals(List.of("5", "6"), Stream.of(3, 4).map(row::getText).toList());
        hands.click(hands.button("Use Theirs").orElseThrow());
        hands.until("nothing is open", () -> status().equals(TWO));
        hands.until("hers is here", () -> Colleague.x(mine) == 5);
        hands.until("and there", () -> Colleague.x(ann.scene()) == 5);
    }

    @Test
    void aLinkThatWasUsedIsOfferedAgain() {
        var link = ann.share();
        join(link);
        command("leave");
        hands.until("it is shared no more", () -> deeds().startsWith("<a>Share"));
        copy("nothing");
        hands.then(
                () -> hands.isActive("Join a Shared Scene"),
                () -> hands.click(await(Control.class, "recent")));
        hands.then(hands::isMenuReady, () -> hands.x("key", "Return"));
        hands.then(
                () -> await(Text.class, "link").getText().equals(link.text()),
                () -> hands.click(hands.button("Join").orElseThrow()));
        hands.start();
        command("join");
        awaitState(TWO);
        assertTrue(hands.areDone());
    }

    @Test
    void aLinkThatLeadsNowhereDoesNotTakeThePlaceOfOneThatLed() {
        var link = ann.share();
        join(link);
        hands.until("it is kept", () -> newest().equals(Optional.of(link)));
        command("leave");
        hands.until("it is shared no more", () -> deeds().startsWith("<a>Share"));
        var gone = ConnectionString.parse("ws-room:ws://127.0.0.1:1/rooms/gone");
        var nowhere = new SessionLink(gone, link.session(), link.owner(), Optional.empty());
        SharedScenesFactory.of(PlatformUI.getWorkbench()).join(mine, nowhere);
        hands.until("nobody is there", () -> state().contains("There is no room"));
        assertEquals(Optional.of(link), newest());
        command("leave");
        hands.until("it is joined no more", () -> deeds().startsWith("<a>Share"));
    }

    private static Optional<SessionLink> newest() {
        var recent = SharedScenesFactory.of(PlatformUI.getWorkbench()).recent();
        return recent.all().orElse(List.of()).stream().map(RecentLinks.Recent::link).findFirst();
    }

    private String state() {
        return hands.find(Label.class, "state").map(Label::getText).orElse("");
    }

    private void answer(String button) {
        hands.then(
                () -> hands.isActive("Leave the Shared Scene"),
                () -> hands.click(hands.button(button).orElseThrow()));
        hands.start();
    }

    /** Is asked each time, and leaves in the end. */
    private void stayTwiceAndLeave() {
        answer("Stay");
        assertFalse(PlatformUI.getWorkbench().close());
        assertTrue(hands.areDone());
        answer("Stay");
        command("leave");
        assertTrue(hands.areDone());
        awaitState(TWO);
        answer("Leave");
        command("leave");
        assertTrue(hands.areDone());
        hands.until("it is shared no more", () -> deeds().startsWith("<a>Share"));
    }

    @Test
    void whoKeepsTheRoomIsAskedBeforeItEndsForOthers() {
        ann.join(share());
        awaitState(TWO);
        stayTwiceAndLeave();
        hands.until("she reads why", () -> hers().contains(" ended the room; you go on alone"));
        assertEquals(Stage.OFFLINE, ann.session().status().stage());
    }

    private String hers() {
        return ann.session().status().problem().orElse("");
    }

    @Test
    void whatBeginsOnceNobodyWaitsForItIsLeftWithoutTheUiThread() {
        ann.share();
        var ui = new UiThread(Display.getCurrent());
        var gathering =
                new Gathering(mine, ui, new Gathering.Around(() -> {}, meeting -> {}, () -> false));
        var turn = gathering.open();
        gathering.close();
        assertFalse(gathering.free().isDone());
        CompletableFuture.runAsync(() -> turn.begun(new Shared(ann.session())));
        // As who quits does.
        gathering.free().orTimeout(20, TimeUnit.SECONDS).join();
        assertEquals(Stage.LEFT, ann.session().status().stage());
    }

    @Test
    void whoGoesIsAskedWhileSomethingIsOpen() {
        Colleague.move(mine, 7);
        join(ann.share());
        hands.until("it is to decide", () -> status().endsWith("one field to decide"));
        mine.save();
        hands.until("it is saved", () -> !mine.status().dirty());
        stayTwiceAndLeave();
    }
}
