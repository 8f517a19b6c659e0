// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SessionLink;
import org.scenewright.runtime.SceneSession;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** A scene that is open in the workbench, and a person there who has a colleague elsewhere. */
abstract class Yard {
    static final String ALONE = "Shared, nobody else is here";
    static final String TWO = "Live with one other";

    private static final int LINE = 12;

    @TempDir Path directory;
    final Hands hands = new Hands();
    Colleague ann;
    private IProject project;
    IWorkbenchPage page;
    SceneSession mine;

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

    String deeds() {
        return hands.find(Link.class, "deeds").map(Link::getText).orElse("");
    }

    void awaitState(String text) {
        hands.until(
                "People says " + text,
                () ->
                        hands.find(Label.class, "state")
                                .filter(l -> l.getText().equals(text))
                                .isPresent(),
                () -> hands.find(Label.class, "state").map(Label::getText).orElse("nothing"));
    }

    Table people() {
        return hands.find(Table.class, "people").orElseThrow();
    }

    <T extends Control> T await(Class<T> type, String id) {
        hands.until(id + " is there", () -> hands.find(type, id).isPresent());
        return hands.find(type, id).orElseThrow();
    }

    static void copy(String text) {
        var clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    static String copied() {
        var clipboard = new Clipboard(Display.getCurrent());
        var contents = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return contents instanceof String text ? text : "";
    }

    void command(String name) {
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

    SessionLink share() {
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

    void join(SessionLink link) {
        copy(link.text());
        hands.then(() -> hands.isActive("Join a Shared Scene"), () -> hands.x("key", "Return"));
        hands.start();
        command("join");
        awaitState(TWO);
    }

    /** Opens the menu of Ann's row and presses the letter of an entry. */
    void choose(String letter) {
        hands.until("no menu is open", () -> !isAsked());
        var row = people().getItem(1).getBounds(0);
        hands.click(people(), row, "1");
        hands.until("she is selected", () -> people().getSelectionIndex() == 1);
        hands.click(people(), row, "3");
        hands.until("the menu has the keys", hands::isMenuReady);
        hands.x("key", letter);
        hands.until("it was chosen", () -> !isAsked());
    }

    boolean isAsked() {
        return Optional.ofNullable(people().getMenu()).filter(Menu::isVisible).isPresent();
    }

    String status() {
        return await(Label.class, "collaboration").getText();
    }

    /** Clicks on the first words of a text that can be clicked on, wherever they are. */
    void clickLink(Link text) {
        hands.rest(text);
        var words = firstLink(text);
        hands.click(text, words.x, words.y, "1");
    }

    /** Where the first words are that can be clicked on. */
    private static Point firstLink(Link link) {
        var size = link.getSize();
        var image = new Image(link.getDisplay(), size.x, size.y);
        var gc = new GC(link);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        var pixels = image.getImageData();
        image.dispose();
        var color = link.getLinkForeground().getRGB();
        var shown =
                IntStream.range(0, size.x * size.y)
                        .mapToObj(i -> new Point(i % size.x, i / size.x))
                        .filter(
                                at ->
                                        pixels.palette
                                                .getRGB(pixels.getPixel(at.x, at.y))
                                                .equals(color))
                        .toList();
        int top = shown.getFirst().y;
        int left =
                shown.stream().filter(at -> at.y < top + LINE).mapToInt(at -> at.x).min().orElse(0);
        return new Point(left + 4, top + LINE / 2);
    }
}
