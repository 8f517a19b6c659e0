// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.render.jogl.JoglDevice;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is missing or broken is said where it belongs, and the rest works. */
class TroubleTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private String whole = "";

    private OpenEditor open(SceneText text, String name) {
        return resources.own(new OpenEditor(robot, text, name), OpenEditor::close);
    }

    @AfterEach
    void close() {
        resources.close();
    }

    private List<IMarker> markers(OpenEditor open) {
        try {
            return List.of(
                    SceneFolder.of(open.folder())
                            .file()
                            .orElseThrow()
                            .findMarkers(
                                    "org.scenewright.ui.problem", false, IResource.DEPTH_ZERO));
        } catch (CoreException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void withoutOpenGlTheViewportSaysWhatIsMissing() {
        var open = open(SceneText.boxes(), "blind").ready();
        var graphics =
                resources.own(
                        new Graphics(
                                () -> {
                                    throw new UnsatisfiedLinkError("libGL.so.1 is missing");
                                }),
                        Graphics::dispose);
        pane(open, graphics);
        var notice = robot.await("a notice", () -> Robot.find(Label.class, "notice"));
        assertTrue(Robot.find(Link.class, "Try Again").isPresent());
        assertTrue(notice.getText().contains("libGL.so.1 is missing"), notice.getText());
        open.rename(GREEN, "Verde");
        robot.until(
                "the outline goes on",
                () -> open.tree().getItem(0).getItem(0).getText().equals("Verde"));
    }

    /** A graphics card; the first ones are lost as soon as they are opened. */
    private static JoglDevice card(List<JoglDevice> cards, int lost) {
        var card = JoglDevice.open();
        if (cards.size() < lost) {
            card.close();
        }
        cards.add(card);
        return card;
    }

    /** A viewport in a window of its own, on graphics cards of its own. */
    private ViewportPane pane(OpenEditor open, Graphics graphics) {
        var shell = resources.own(new Shell(), Shell::dispose);
        shell.setLayout(new FillLayout());
        var lent = new ViewportPane.Lent(open.editor().getEditorSite(), open.desk().actions());
        var pane =
                resources.own(
                        new ViewportPane(shell, open.scene(), graphics, lent), ViewportPane::close);
        shell.setBounds(100, 100, 500, 400);
        shell.open();
        return pane;
    }

    private void tryAgain() {
        robot.await("a notice", () -> Robot.find(Link.class, "Try Again"))
                .notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void aLostGraphicsCardIsOpenedAgainOnRequest() {
        var open = open(SceneText.boxes(), "lost").ready();
        var cards = new CopyOnWriteArrayList<JoglDevice>();
        var graphics = resources.own(new Graphics(() -> card(cards, 2)), Graphics::dispose);
        var pane = pane(open, graphics);
        robot.await("a notice", () -> Robot.find(Link.class, "Try Again"));
        assertFalse(pane.canvas().control().isVisible());
        tryAgain();
        robot.until("it draws again", () -> pane.canvas().control().isVisible());
        assertEquals(3, cards.size());
    }

    private static long revision(ViewportPane pane) {
        return pane.canvas().picture().map(Picture::revision).orElse(-1L);
    }

    @Test
    void aGraphicsCardLostInMidUseIsOpenedAgainByItself() {
        var open = open(SceneText.boxes(), "reset").ready();
        var cards = new CopyOnWriteArrayList<JoglDevice>();
        var graphics = resources.own(new Graphics(() -> card(cards, 0)), Graphics::dispose);
        var pane = pane(open, graphics);
        robot.await("a picture", () -> pane.canvas().picture());
        graphics.submit(() -> cards.getFirst().close());
        open.rename(GREEN, "Verde");
        robot.until("it shows it", () -> revision(pane) == open.snapshot().revision());
        assertEquals(2, cards.size());
        assertTrue(pane.canvas().control().isVisible());
        assertTrue(Robot.find(Link.class, "Try Again").isEmpty());
    }

    @Test
    void whereNoGraphicsCardIsLeftInMidUseAllElseGoesOn() {
        var open = open(SceneText.boxes(), "gone").ready();
        var cards = new CopyOnWriteArrayList<JoglDevice>();
        var away = new AtomicBoolean();
        var graphics =
                resources.own(
                        new Graphics(
                                () -> {
                                    if (away.get()) {
                                        throw new UnsatisfiedLinkError("the card is away");
                                    }
                                    return card(cards, 0);
                                }),
                        Graphics::dispose);
        var pane = pane(open, graphics);
        robot.await("a picture", () -> pane.canvas().picture());
        away.set(true);
        graphics.submit(() -> cards.getFirst().close());
        open.rename(GREEN, "Verde");
        var notice = robot.await("a notice", () -> Robot.find(Label.class, "notice"));
        assertTrue(notice.getText().contains("the card is away"), notice.getText());
        open.rename(GREEN, "Vert");
        robot.until(
                "the outline goes on",
                () -> open.tree().getItem(0).getItem(0).getText().equals("Vert"));
        away.set(false);
        tryAgain();
        robot.until("it draws again", () -> revision(pane) == open.snapshot().revision());
        assertTrue(pane.canvas().control().isVisible());
    }

    @Test
    void aMissingModelIsAMarkerThatLeadsToItsEntity() throws CoreException {
        var open = open(SceneText.boxes().model(600, "Ghost", "models/ghost.glb"), "ghost").ready();
        robot.until("there is a marker", () -> markers(open).size() == 1);
        var marker = markers(open).getFirst();
        assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("models/ghost.glb"));
        assertEquals("600", marker.getAttribute("entity", ""));
        IDE.gotoMarker(open.editor(), marker);
        assertEquals(List.of(Entity.of(600, 0)), open.selected());
    }

    /** In the Path column of the Problems view. */
    @Test
    void thePathOfAMarkerNamesTheSceneOnce() {
        var open = open(SceneText.boxes().model(600, "Ghost", "models/ghost.glb"), "ghost").ready();
        robot.until("there is a marker", () -> markers(open).size() == 1);
        assertEquals(
                "/ghost/files/assets/scene/main.composite",
                markers(open).getFirst().getResource().getFullPath().toString());
    }

    /** With so much room between the toolbar and the meter. */
    private void figures(int room, String wanted) {
        var open = open(SceneText.boxes(), "figures").ready();
        var graphics = resources.own(new Graphics(), Graphics::dispose);
        var shell = pane(open, graphics).canvas().control().getShell();
        var label = robot.await("figures", () -> Robot.find(Label.class, "figures", shell));
        var bar = robot.await("tools", () -> Robot.find(ToolBar.class, "viewport.tools", shell));
        var meter = robot.await("a meter", () -> Robot.find(Canvas.class, "limits", shell));
        robot.until("the meter is laid out", () -> meter.getSize().x > 0);
        int others = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + meter.getSize().x;
        int width = others + room;
        shell.setSize(shell.computeTrim(0, 0, width, 400).width, 400);
        robot.until(() -> "figures are " + label.getText(), () -> label.getText().equals(wanted));
        assertEquals("24 triangles \u00b7 2 entities", label.getToolTipText());
        int right = label.getBounds().x + label.getBounds().width;
        assertTrue(right <= label.getParent().getClientArea().width, right + " of " + width);
        assertTrue(label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= label.getSize().x + 1);
    }

    @Test
    void figuresAreWholeWhereThereIsRoom() {
        figures(300, "24 triangles \u00b7 2 entities ");
    }

    @Test
    void figuresAreNotCutOffInANarrowWindow() {
        figures(80, "24 tris ");
    }

    @Test
    void closingTheEditorTakesItsMarkersAlong() {
        var open = open(SceneText.boxes().model(600, "Ghost", "models/ghost.glb"), "gone").ready();
        robot.until("there is a marker", () -> markers(open).size() == 1);
        open.page().closeEditor(open.editor(), false);
        robot.until("it is gone", () -> markers(open).isEmpty());
    }

    @Test
    void aBrokenFileIsAMarkerAndStaysAsItIs() throws IOException {
        var file = SceneText.boxes().write(OpenEditor.temporary().resolve("broken"));
        var text = Files.readString(file);
        var half = text.substring(0, text.length() / 2);
        Files.writeString(file, half);
        var open = resources.own(new OpenEditor(robot, file), OpenEditor::close).ready();
        robot.until("there is a marker", () -> !markers(open).isEmpty());
        assertEquals(half, Files.readString(file));
    }

    private OpenEditor openBroken(String name) throws IOException {
        var file = SceneText.boxes().write(OpenEditor.temporary().resolve(name));
        whole = Files.readString(file);
        Files.writeString(file, "{\n  nope}");
        return resources.own(new OpenEditor(robot, file), OpenEditor::close).ready();
    }

    @Test
    void aBannerSaysWhyASceneCannotBeRead() throws IOException {
        openBroken("banner");
        var banner = robot.await("a banner", () -> Robot.find(Label.class, "banner"));
        assertTrue(
                banner.getText().contains("assets/scene/main.composite: Unexpected character"),
                banner.getText());
        assertTrue(banner.getText().contains("line 2, column 3"), banner.getText());
    }

    @Test
    void theBannerOpensTheFileAsText() throws IOException {
        var open = openBroken("text");
        robot.until("there is a marker", () -> !markers(open).isEmpty());
        robot.await("a banner", () -> Robot.find(Link.class, "Open as Text"))
                .notifyListeners(SWT.Selection, new Event());
        var text = open.page().getActiveEditor();
        assertEquals("org.eclipse.ui.DefaultTextEditor", text.getSite().getId());
        open.page().closeEditor(text, false);
    }

    @Test
    void aMendedFileIsReloadedAndTheBannerGoes() throws IOException {
        var open = openBroken("mended");
        robot.await("a banner", () -> Robot.find(Label.class, "banner"));
        Files.writeString(open.file(), whole);
        robot.await("a banner", () -> Robot.find(Link.class, "Reload"))
                .notifyListeners(SWT.Selection, new Event());
        robot.until("the scene is there", () -> open.snapshot().name(GREEN).equals("Green"));
        robot.until("no banner", () -> Robot.find(Label.class, "banner").isEmpty());
    }

    @Test
    void aMarkerOfABrokenFileTellsLineAndColumn() throws IOException {
        var open = openBroken("place");
        robot.until("there is a marker", () -> !markers(open).isEmpty());
        var marker = markers(open).getFirst();
        assertEquals("line 2, column 3", marker.getAttribute(IMarker.LOCATION, ""));
        assertEquals(2, marker.getAttribute(IMarker.LINE_NUMBER, 0));
    }

    @Test
    void whatCannotBeReadCannotBeEdited() throws IOException {
        var open = openBroken("locked");
        var said = new ArrayList<String>();
        open.scene().hear(said::add);
        new SceneEdits(open.scene()).create(Creatable.BOX, false);
        robot.until("it was said", () -> said.stream().anyMatch(s -> s.contains("cannot be read")));
        assertEquals(0, open.scene().count());
        assertFalse(open.editor().isDirty());
    }

    @Test
    void aFolderWithoutASceneIsNotLinked() {
        var folder = OpenEditor.temporary();
        assertTrue(SceneFolder.of(folder).objection().orElseThrow().contains("main.composite"));
    }
}
