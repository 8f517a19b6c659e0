// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Outline of a Scene editor in the real workbench. */
class OutlineTest {
    private static final Entity FIRST = Entity.of(1000, 0);

    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() throws PartInitException {
        open = new OpenEditor(robot, SceneText.boxes().name(600, "Alone").crowd(300), "crowd");
        open.ready();
        open.page().showView(IPageLayout.ID_OUTLINE);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        open.close();
    }

    private Stream<TreeItem> rows() {
        return Arrays.stream(open.tree().getItem(0).getItems());
    }

    private TreeItem row(String name) {
        return robot.await(
                "a row " + name,
                () -> rows().filter(item -> item.getText().equals(name)).findFirst());
    }

    private static Point middle(Rectangle bounds) {
        return new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }

    private void click(String name) {
        robot.click(open.tree(), middle(row(name).getBounds()));
    }

    private Text field(String id) {
        return robot.await(id, () -> Robot.find(Text.class, id));
    }

    @Test
    void aClickOnARowSelectsItsEntity() {
        click("Blue");
        robot.until("blue is selected", () -> open.selected().equals(List.of(BLUE)));
    }

    @Test
    void arrowKeysWalkThroughTheRows() {
        click("Green");
        robot.until("green is selected", () -> open.selected().equals(List.of(GREEN)));
        robot.press("Down");
        robot.until("blue is selected", () -> open.selected().equals(List.of(BLUE)));
    }

    @Test
    void aSelectionElsewhereSelectsItsRow() {
        open.scene().select(List.of(BLUE, GREEN));
        assertEquals(2, open.tree().getSelectionCount());
    }

    @Test
    void selectingARowOutOfSightBringsItThere() {
        var last = Entity.of(1299, 0);
        open.scene().select(List.of(last));
        var item = open.tree().getSelection()[0];
        assertEquals("Someone 299", item.getText());
        robot.until(
                "it is in sight",
                () -> open.tree().getClientArea().contains(middle(item.getBounds())));
    }

    @Test
    void renamingIsTypingOverTheRow() {
        click("Green");
        robot.press("F2");
        var text = field("rename");
        robot.until("the field has the focus", text::isFocusControl);
        robot.type("Moss");
        robot.press("Return");
        robot.until("the name has changed", () -> open.snapshot().name(GREEN).equals("Moss"));
        assertEquals("Moss", row("Moss").getText());
    }

    @Test
    void escapeRenamesNothing() {
        click("Green");
        robot.press("F2");
        var text = field("rename");
        robot.until("the field has the focus", text::isFocusControl);
        robot.type("Moss");
        robot.press("Escape");
        robot.until("the field is gone", text::isDisposed);
        assertEquals("Green", open.snapshot().name(GREEN));
    }

    @Test
    void typedWordsLeaveOnlyWhatMatches() {
        field("search").setText("someone 29");
        robot.until("eleven are left", () -> rows().count() == 11);
        field("search").setText("");
        robot.until("all are back", () -> rows().count() == 303);
    }

    @Test
    void newEntitiesAppearAndDeletedOnesGo() {
        new SceneEdits(open.scene()).create(Creatable.SPHERE, false);
        robot.until(
                "a row is there", () -> rows().anyMatch(item -> item.getText().equals("Sphere")));
        robot.until("it is selected", () -> open.tree().getSelectionCount() == 1);
        new SceneEdits(open.scene()).delete();
        robot.until(
                "the row is gone", () -> rows().noneMatch(item -> item.getText().equals("Sphere")));
    }

    @Test
    void aMovedEntityHangsBelowItsNewParent() {
        open.scene().post(new Edit.Reparent(List.of(BLUE), Edit.Place.under(GREEN)));
        robot.until("the row has moved", () -> row("Green").getItemCount() == 1);
        assertTrue(rows().noneMatch(item -> item.getText().equals("Blue")));
    }

    @Test
    void aMoveThatIsUndoneLeavesRowsAsTheyWere() {
        open.scene().post(new Edit.Reparent(List.of(BLUE), Edit.Place.under(GREEN)));
        robot.until("green is a parent", () -> row("Green").getItemCount() == 1);
        row("Green").setExpanded(true);
        open.scene().post(new Edit.Reparent(List.of(GREEN), Edit.Place.under(FIRST)));
        robot.until("it has moved", () -> row("Someone 0").getItemCount() == 1);
        new SceneEdits(open.scene()).undo();
        robot.until("it is back", () -> row("Someone 0").getItemCount() == 0);
        assertEquals(1, row("Green").getItemCount());
    }

    @Test
    void aRowThatMovedStillChangesItsLook() {
        new SceneEdits(open.scene()).toggle(EntityFlag.HIDDEN, List.of(BLUE));
        open.scene().post(new Edit.Reparent(List.of(BLUE), Edit.Place.under(GREEN)));
        robot.until("it has moved", () -> row("Green").getItemCount() == 1);
        new SceneEdits(open.scene()).undo();
        var faint = row("Blue").getForeground();
        new SceneEdits(open.scene()).undo();
        robot.until("it is no longer faint", () -> !row("Blue").getForeground().equals(faint));
    }

    @Test
    void aDragTakesTheRowThatWasPressed() {
        click("Green");
        drag("Blue", "Someone 0");
        robot.until("blue has moved", () -> open.snapshot().parent(BLUE).equals(FIRST));
        assertEquals(Entity.ROOT, open.snapshot().parent(GREEN));
    }

    @Test
    void aDragTakesTheSelectionAlong() {
        click("Green");
        robot.withControl(() -> click("Blue"));
        robot.until("both are selected", () -> open.selected().size() == 2);
        drag("Blue", "Someone 0");
        robot.until("blue has moved", () -> open.snapshot().parent(BLUE).equals(FIRST));
        assertEquals(FIRST, open.snapshot().parent(GREEN));
    }

    /** The tree has given up waiting for a drag when the pointer moves at last. */
    @Test
    void aDragMayBeginLate() {
        robot.pull(open.tree(), spot("Blue"), spot("Green"), spot("Someone 0"));
        robot.move(open.tree(), spot("Someone 1"));
        robot.move(open.tree(), spot("Someone 0"));
        robot.up(1);
        robot.until("blue has moved", () -> open.snapshot().parent(BLUE).equals(FIRST));
    }

    @Test
    void aLateDragTakesTheSelectionAlong() {
        click("Green");
        robot.withControl(() -> click("Blue"));
        robot.until("both are selected", () -> open.selected().size() == 2);
        aDragMayBeginLate();
        assertEquals(FIRST, open.snapshot().parent(GREEN));
    }

    private void drag(String from, String to) {
        robot.drag(open.tree(), spot(from), spot(to));
    }

    private Point spot(String name) {
        return middle(row(name).getBounds());
    }

    @Test
    void keysWorkAgainAfterAName() {
        renamingIsTypingOverTheRow();
        robot.press("Delete");
        robot.until("green is gone", () -> !open.snapshot().holds(GREEN));
    }

    @Test
    void keysWorkAgainAfterNoName() {
        escapeRenamesNothing();
        robot.press("ctrl+c");
        robot.press("ctrl+v");
        robot.until("there are two", () -> rows().filter(this::isGreen).count() == 2);
    }

    private boolean isGreen(TreeItem item) {
        return item.getText().startsWith("Green");
    }

    @Test
    void theEyeSelectsNothing() {
        click("Green");
        robot.until("green is selected", () -> open.selected().equals(List.of(GREEN)));
        robot.click(open.tree(), middle(row("Blue").getBounds(1)));
        robot.until("blue is hidden", () -> EntityFlag.HIDDEN.isOn(open.snapshot(), BLUE));
        assertEquals(List.of(GREEN), open.selected());
        assertEquals("Green", open.tree().getSelection()[0].getText());
    }

    @Test
    void theKeyInTheMenuHides() {
        click("Green");
        robot.press("h");
        robot.until("green is hidden", () -> EntityFlag.HIDDEN.isOn(open.snapshot(), GREEN));
    }

    @Test
    void theKeyInTheMenuIsALetterInANewName() {
        click("Green");
        robot.press("F2");
        var text = field("rename");
        robot.until("the field has the focus", text::isFocusControl);
        robot.type("hf");
        robot.press("Return");
        robot.until("the name has changed", () -> open.snapshot().name(GREEN).equals("hf"));
    }

    @Test
    void undoingACopySelectsWhatWasCopied() {
        click("Green");
        robot.press("ctrl+d");
        robot.until("the copy is selected", () -> !open.selected().contains(GREEN));
        robot.press("ctrl+z");
        robot.until("green is selected", () -> open.selected().equals(List.of(GREEN)));
    }

    @Test
    void undoNamesTheOneThatIsHidden() {
        robot.click(open.tree(), middle(row("Blue").getBounds(1)));
        robot.until(
                "undo says so",
                () -> open.scene().session().status().undoLabel().equals(Optional.of("Hide Blue")));
    }

    /** Puts something on the clipboard, as another program might, and comes back to the tree. */
    private void comeBackWith(Object content, Transfer transfer) {
        field("search").setFocus();
        var clipboard = new Clipboard(open.tree().getDisplay());
        clipboard.setContents(new Object[] {content}, new Transfer[] {transfer});
        clipboard.dispose();
        open.tree().setFocus();
    }

    @Test
    void pasteIsOfferedForTextAndNotForFiles() {
        var paste = open.desk().actions().get(ActionFactory.PASTE);
        comeBackWith(new String[] {"/etc/hosts"}, FileTransfer.getInstance());
        robot.until("nothing can be pasted", () -> !paste.isEnabled());
        comeBackWith("[]", TextTransfer.getInstance());
        robot.until("something may be", paste::isEnabled);
    }

    @Test
    void theEyeHidesAndShows() {
        robot.click(open.tree(), middle(row("Blue").getBounds(1)));
        robot.until("blue is hidden", () -> EntityFlag.HIDDEN.isOn(open.snapshot(), BLUE));
        robot.until("its pixels are gone", () -> open.pixels().of(Pixels.BLUE_BOX).isEmpty());
        robot.click(open.tree(), middle(row("Blue").getBounds(1)));
        robot.until("blue is shown", () -> !EntityFlag.HIDDEN.isOn(open.snapshot(), BLUE));
    }

    @Test
    void onlyRowsInSightAreMade() {
        long made = rows().filter(item -> item.getData() != null).count();
        assertTrue(made < 60, made + " rows");
    }

    @Test
    void enterInTheSearchFieldSelectsWhatMatches() {
        field("search").setText("Green");
        robot.until("one is left", () -> rows().count() == 1);
        field("search").notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals(List.of(GREEN), open.selected());
    }
}
