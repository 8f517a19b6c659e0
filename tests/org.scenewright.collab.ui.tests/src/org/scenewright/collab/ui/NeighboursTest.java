// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.EditionBeacon;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.ConnectionString;
import org.scenewright.scene.Parcel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Where people hear of scenes that others edit, and how they are told. */
final class NeighboursTest {
    private final MyDirector director = new MyDirector();

    @AfterEach
    void forget() {
        director.keep("");
    }

    private static EditionBeacon beacon(String title, String name) {
        var link =
                new SessionLink(
                        ConnectionString.parse("ws-room:wss://host/rooms/yard"),
                        SessionLink.newSession(),
                        "0x" + "ab".repeat(20),
                        Optional.empty());
        return new EditionBeacon("0".repeat(32), new Parcel(0, 0), title, name, link);
    }

    private static <T extends Control> Stream<T> all(Class<T> type, Composite in) {
        return Arrays.stream(in.getChildren())
                .flatMap(
                        child ->
                                Stream.concat(
                                        type.isInstance(child)
                                                ? Stream.of(type.cast(child))
                                                : Stream.empty(),
                                        child instanceof Composite inner
                                                ? all(type, inner)
                                                : Stream.empty()));
    }

    @Test
    void theWorkbenchKnowsTheAdaptersOfItsBundles() {
        var names = KnownAdapters.get().names();
        assertTrue(names.containsAll(List.of("ws-room", "signed-login")), names.toString());
    }

    @Test
    void namesOfOthersAreNoMarkup() {
        String text = Encounter.text(beacon("<a>Yard</a>", "Ann & <b>Bob</b>"));
        assertTrue(text.startsWith("Ann && (b)Bob(/b) edits “(a)Yard(/a)”"), text);
        assertTrue(Encounter.text(beacon("Yard", "")).startsWith("0xabab"));
    }

    @Test
    void whoeverChoosesALinkJoinsOrIsNotAskedAgain() {
        var joined = new AtomicInteger();
        var ignored = new AtomicInteger();
        var hands = new Hands();
        for (String chosen : List.of("join", "never")) {
            var encounter =
                    new Encounter(
                            beacon("Yard", "Ann"),
                            joined::incrementAndGet,
                            ignored::incrementAndGet);
            var workbench = PlatformUI.getWorkbench();
            var display = workbench.getDisplay();
            var before = workbench.getWorkbenchWindows()[0].getShell();
            hands.activate(before);
            encounter.show(display);
            var link =
                    Arrays.stream(display.getShells())
                            .flatMap(shell -> all(Link.class, shell))
                            .filter(each -> "encounter".equals(each.getData("id")))
                            .findFirst()
                            .orElseThrow();
            boolean[] isSeen = {false};
            link.addListener(SWT.Paint, event -> isSeen[0] = true);
            link.redraw();
            // What its window does to the focus comes with the events until then.
            hands.until("it is seen", () -> isSeen[0]);
            assertEquals(before, display.getActiveShell());
            var event = new Event();
            event.text = chosen;
            link.notifyListeners(SWT.Selection, event);
        }
        hands.rest();
        assertEquals(List.of(1, 1), List.of(joined.get(), ignored.get()));
    }

    @Test
    void theDirectorIsKeptWhereItHoldsNoSecret() {
        // No place, so that nobody goes there and asks the person for a password.
        director.keep(" somewhere ");
        assertEquals("somewhere", new MyDirector().text());
        assertFalse(new MyDirector().place().isPresent());
        assertTrue(MyDirector.objection("archipelago:wss://host/ws").isEmpty());
        assertTrue(MyDirector.objection("nats:nats://joe:secret@host/room").isPresent());
        assertTrue(MyDirector.objection("somewhere").isPresent());
        assertFalse(MyDirector.objection(" ").isPresent());
    }

    @Test
    void thePreferencesHaveAPageForIt() {
        var page = new CollaborationPage();
        var shell = new Shell(PlatformUI.getWorkbench().getDisplay());
        try {
            page.init(PlatformUI.getWorkbench());
            page.createControl(shell);
            var text = all(Text.class, shell).findFirst().orElseThrow();
            text.setText("nowhere");
            assertFalse(page.isValid());
            text.setText("ws-room:wss://host/rooms/square");
            assertTrue(page.isValid());
            director.keep("somewhere");
            text.setText(" ");
            page.performOk();
            assertEquals("", director.text());
        } finally {
            page.dispose();
            shell.dispose();
        }
        assertTrue(
                PlatformUI.getWorkbench()
                        .getPreferenceManager()
                        .getElements(PreferenceManager.PRE_ORDER)
                        .stream()
                        .map(IPreferenceNode::getId)
                        .anyMatch("org.scenewright.collab.ui.preferences"::equals));
    }

    @Test
    void thoseAreThereWhoHearOfOthers() {
        var neighbours = NeighboursFactory.of(PlatformUI.getWorkbench());
        assertFalse(neighbours.isSomewhere());
        assertFalse(neighbours.isFindable());
        neighbours.look();
        assertTrue(neighbours.ownScene().isEmpty());
    }
}
