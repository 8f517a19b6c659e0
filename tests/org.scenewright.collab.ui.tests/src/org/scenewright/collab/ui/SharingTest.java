// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.ConnectionString;
import org.scenewright.runtime.SceneSession;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person at the workbench shares a scene with somebody else, by mouse and keys. */
class SharingTest {
    private static final String ALONE = "Shared, nobody else is here";
    private static final String TWO = "Live with one other";

    @TempDir Path directory;
    private final Hands hands = new Hands();
    private Colleague ann;
    private IProject project;
    private IWorkbenchPage page;
    private SceneSession mine;

    @BeforeEach
    void open() throws IOException, CoreException {
        ann = new Colleague(directory.resolve("ann"));
        var folder = directory.toRealPath().resolve("yard");
        Colleague.write(folder);
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("shared-yard");
        project.create(null);
        project.open(null);
        project.getFolder("yard").createLink(folder.toUri(), IResource.NONE, null);
        var workbench = PlatformUI.getWorkbench();
        var window = workbench.getWorkbenchWindows()[0];
        window.getShell().setBounds(0, 0, 1300, 850);
        workbench.showPerspective("org.scenewright.ui.scene", window);
        page = window.getActivePage();
        var editor = IDE.openEditor(page, project.getFile("yard/assets/scene/main.composite"));
        hands.until("the scene is open", () -> editor.getAdapter(SceneSession.class) != null);
        mine = editor.getAdapter(SceneSession.class);
        page.showView(PeopleView.ID);
        page.activate(editor);
        hands.activate(window.getShell());
        hands.until("it can be shared", () -> deeds().startsWith("<a>Share"));
    }

    @AfterEach
    void close() throws CoreException {
        hands.rest();
        page.closeAllEditors(false);
        project.delete(true, true, null);
        ann.close();
    }

    private String deeds() {
        return hands.find(Link.class, "deeds").map(Link::getText).orElse("");
    }

    private void awaitState(String text) {
        hands.until(
                "People says " + text,
                () ->
                        hands.find(Label.class, "state")
                                .filter(l -> l.getText().equals(text))
                                .isPresent(),
                () -> hands.find(Label.class, "state").map(Label::getText).orElse("nothing"));
    }

    private Table people() {
        return hands.find(Table.class, "people").orElseThrow();
    }

    private <T extends Control> T await(Class<T> type, String id) {
        hands.until(id + " is there", () -> hands.find(type, id).isPresent());
        return hands.find(type, id).orElseThrow();
    }

    private static void copy(String text) {
        var clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private static String copied() {
        var clipboard = new Clipboard(Display.getCurrent());
        var contents = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return contents instanceof String text ? text : "";
    }

    private void command(String name) {
        var window = page.getWorkbenchWindow();
        String id = "org.scenewright.collab.ui." + name;
        var command = window.getService(ICommandService.class).getCommand(id);
        hands.until(id + " is enabled", command::isEnabled);
        try {
            window.getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException failure) {
            throw new AssertionError(id, failure);
        }
    }

    private SessionLink share() {
        hands.then(() -> hands.isActive("Share the Scene"), () -> hands.x("key", "Return"));
        hands.start();
        hands.rest(await(Link.class, "deeds"));
        hands.click(await(Link.class, "deeds"), 12, 8, "1");
        awaitState(ALONE);
        copy("nothing");
        hands.rest(await(Link.class, "deeds"));
        hands.click(await(Link.class, "deeds"), 12, 8, "1");
        hands.until("the link is copied", () -> copied().contains("#session="));
        return SessionLink.parse(copied());
    }

    private void join(SessionLink link) {
        copy(link.text());
        hands.then(() -> hands.isActive("Join a Shared Scene"), () -> hands.x("key", "Return"));
        hands.start();
        command("join");
        awaitState(TWO);
    }

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

    /** Opens the menu of Ann's row and presses the letter of an entry. */
    private void choose(String letter) {
        hands.until("no menu is open", () -> !isAsked());
        var row = people().getItem(1).getBounds(0);
        hands.click(people(), row, "1");
        hands.until("she is selected", () -> people().getSelectionIndex() == 1);
        hands.click(people(), row, "3");
        hands.until("the menu is open", this::isAsked);
        // A menu has the keys a little later than it is there.
        hands.x("sleep", "0.5", "key", letter);
        hands.until("it was chosen", () -> !isAsked());
    }

    private boolean isAsked() {
        return Optional.ofNullable(people().getMenu()).filter(Menu::isVisible).isPresent();
    }

    @Test
    void whatWasNotSavedIsOfferedBesideTheWork() {
        Colleague.move(mine, 7);
        join(ann.share());
        assertEquals(1, Colleague.x(mine));
        await(Label.class, "notice");
        assertTrue(hands.isActive(page.getWorkbenchWindow().getShell().getText()));
        hands.until("it is to decide", () -> status().endsWith("one field to decide"));
        var open = await(Link.class, "open");
        hands.click(open, open.computeSize(-1, -1).x - 20, 8, "1");
        hands.until("it is asked", () -> hands.find(Table.class, "decisions").isPresent());
        var row = await(Table.class, "decisions").getItem(0);
        assertEquals(
                List.of("Box", "Transform", "position.x", "1", "7"),
                Stream.of(0, 1, 2, 3, 4).map(row::getText).toList());
        assertFalse(hands.button("Use Mine").isPresent());
        hands.click(hands.button("Select All").orElseThrow());
        hands.until("it can be used", () -> hands.button("Use Mine").isPresent());
        hands.click(hands.button("Use Mine").orElseThrow());
        hands.until("it is there", () -> Colleague.x(ann.scene()) == 7);
        hands.until(
                "it can be undone",
                () -> mine.status().undoLabel().equals(Optional.of("Use Mine")));
        hands.until("nothing is open", () -> status().equals(TWO));
    }

    private String status() {
        return await(Label.class, "collaboration").getText();
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
        hands.click(hands.button("Select All").orElseThrow());
        hands.until("it can be used", () -> hands.button("Use Theirs").isPresent());
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
        hands.then(this::isMenuOpen, () -> hands.x("key", "Down", "Return"));
        hands.then(
                () -> await(Text.class, "link").getText().equals(link.text()),
                () -> hands.click(hands.button("Join").orElseThrow()));
        hands.start();
        command("join");
        awaitState(TWO);
        assertTrue(hands.areDone());
    }

    private boolean isMenuOpen() {
        return hands.find(Control.class, "recent")
                .filter(button -> button.getData("menu") != null)
                .isPresent();
    }
}
