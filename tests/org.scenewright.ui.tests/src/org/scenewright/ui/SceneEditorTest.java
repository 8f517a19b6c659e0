// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.render.Tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Scene editor in the real workbench, by real mouse and keys. */
class SceneEditorTest {
    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "boxes");
        open.ready();
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        open.close();
    }

    private void clickOn(Pixels.Color color) {
        robot.click(open.canvas(), open.pixels().middle(color));
    }

    private void selectGreen() {
        // A handle below the pointer has another colour.
        robot.move(open.canvas(), corner());
        open.scene().select(List.of(GREEN));
        robot.until("the handles are there", () -> !open.pixels().of(Pixels.X_HANDLE).isEmpty());
    }

    private Point corner() {
        return new Point(10, open.canvas().getSize().y - 10);
    }

    /** Pulls the handle of the X axis to the right, without letting go. */
    private void pullGreen() {
        selectGreen();
        open.pullHandle();
        robot.until("the entity has moved", () -> x() > 9);
    }

    private double x() {
        return open.transform(GREEN).number("position.x", 0);
    }

    /** Whether the tool bar of the window does. */
    private boolean offersUndo() {
        var window = open.editor().getSite().getShell();
        return Robot.tool(window, "&Undo").orElseThrow().isEnabled();
    }

    private Optional<String> undoLabel() {
        return open.scene().session().status().undoLabel();
    }

    @Test
    void showsTheBoxesOfTheScene() {
        assertTrue(open.pixels().of(Pixels.GREEN_BOX).size() > 2000, "green pixels");
        assertTrue(open.pixels().of(Pixels.BLUE_BOX).size() > 500, "blue pixels");
        assertEquals("boxes", open.editor().getTitle());
        assertFalse(open.editor().isDirty());
    }

    @Test
    void aClickSelectsInViewportAndOutlineAlike() {
        clickOn(Pixels.BLUE_BOX);
        robot.until("blue is selected", () -> open.selected().equals(List.of(BLUE)));
        assertEquals(1, open.tree().getSelection().length);
        assertEquals("Blue", open.tree().getSelection()[0].getText());
    }

    @Test
    void aClickOnNothingSelectsNothing() {
        selectGreen();
        robot.click(open.canvas(), corner());
        robot.until("nothing is selected", () -> open.selected().isEmpty());
        assertEquals(0, open.tree().getSelectionCount());
    }

    /** Opens the context menu on empty ground in front of the boxes. */
    private Point clickOnGround() {
        var size = open.canvas().getSize();
        var ground = new Point(size.x / 2, size.y - 40);
        robot.move(open.canvas(), ground);
        robot.openMenu(
                () -> {
                    robot.down(3);
                    robot.up(3);
                });
        return ground;
    }

    @Test
    void aMenuOnEmptyGroundIsAboutTheSelection() {
        open.scene().select(List.of(GREEN));
        open.pixels();
        clickOnGround();
        robot.press("Escape");
        assertEquals(List.of(GREEN), open.selected());
    }

    @Test
    void aBoxStandsWhereTheGroundWasClicked() {
        open.pixels();
        var ground = clickOnGround();
        robot.press("Down");
        robot.openMenu(() -> robot.press("Right"));
        robot.press("Down");
        robot.press("Return");
        robot.until("the box is selected", () -> open.selected().size() == 1);
        var box = open.selected();
        assertEquals("Box", open.snapshot().name(box.getFirst()));
        assertEquals(0.5, open.snapshot().worldPose(box.getFirst()).position().y());
        open.scene().select(List.of());
        open.pixels();
        robot.click(open.canvas(), ground);
        robot.until(
                () -> "where the click was is " + open.snapshot().worldPose(box.getFirst()),
                () -> open.selected().equals(box));
    }

    @Test
    void whatIsCreatedFromElsewhereStandsInTheMiddleOfThePicture() {
        open.pixels();
        new SceneEdits(open.scene()).create(Creatable.EMPTY, false);
        robot.until("it is selected", () -> open.selected().size() == 1);
        var place = open.snapshot().worldPose(open.selected().getFirst()).position();
        assertEquals(open.scene().gaze(), place);
    }

    @Test
    void controlClickAddsToTheSelection() {
        clickOn(Pixels.GREEN_BOX);
        robot.until("green is selected", () -> open.selected().equals(List.of(GREEN)));
        robot.withControl(() -> clickOn(Pixels.BLUE_BOX));
        robot.until("both are selected", () -> open.selected().size() == 2);
    }

    @Test
    void draggingAHandleIsOneStepThatUndoTakesBack() {
        pullGreen();
        robot.up(1);
        robot.until(
                "the step is done",
                () -> undoLabel().filter(label -> label.startsWith("Move")).isPresent());
        assertEquals(8, open.transform(GREEN).number("position.z", 0));
        assertTrue(open.editor().isDirty());
        open.command("org.eclipse.ui.edit.undo");
        robot.until("it is where it was", () -> x() == 8);
        robot.until("there is nothing more to undo", () -> undoLabel().isEmpty());
        robot.until("nothing is left to save", () -> !open.editor().isDirty());
    }

    /**
     * Where something else was to be saved, and another part has been active, nothing else does.
     */
    @Test
    void theToolBarHearsOfADragAndOfItsUndo() throws PartInitException {
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.page().saveEditor(open.editor(), false);
        robot.until("it is saved", () -> !open.editor().isDirty());
        open.command("org.eclipse.ui.edit.undo");
        robot.until("it has changed", open.editor()::isDirty);
        open.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
        for (int drags = 0; drags < 2; drags++) {
            pullGreen();
            robot.up(1);
            robot.until("it can be undone", this::offersUndo);
            open.scene().session().undo();
            robot.until("there is nothing to undo", () -> !offersUndo());
        }
    }

    @Test
    void thePictureFollowsTheDrag() {
        selectGreen();
        var before = open.pixels().middle(Pixels.GREEN_BOX);
        pullGreen();
        robot.until(
                "the box is farther right",
                () -> open.pixels().middle(Pixels.GREEN_BOX).x > before.x + 30);
        robot.up(1);
    }

    @Test
    void closingTheViewportInTheMiddleOfADragLosesNothing() {
        pullGreen();
        double pulled = x();
        open.desk().pane().orElseThrow().close();
        robot.settle();
        assertTrue(x() >= pulled, "what was still on its way may have come");
        open.scene().session().undo();
        robot.until("the whole drag is one step", () -> x() == 8);
        robot.up(1);
    }

    @Test
    void theUndoMenuSaysWhatItTakesBack() {
        open.rename(GREEN, "Verde");
        var undo = open.desk().actions().get(ActionFactory.UNDO);
        robot.until("it is enabled", undo::isEnabled);
        assertEquals("&Undo Rename Green", undo.getText());
    }

    @Test
    void deleteRemovesTheSelection() {
        selectGreen();
        robot.press("Delete");
        robot.until("green is gone", () -> !open.snapshot().holds(GREEN));
        robot.until("nothing is selected", () -> open.selected().isEmpty());
        robot.until("its pixels are gone", () -> open.pixels().of(Pixels.GREEN_BOX).isEmpty());
    }

    @Test
    void duplicateIsAKey() {
        selectGreen();
        robot.press("ctrl+d");
        robot.until(
                "there is another",
                () -> open.selected().size() == 1 && !open.selected().equals(List.of(GREEN)));
        assertEquals("Green_2", open.snapshot().name(open.selected().getFirst()));
    }

    @Test
    void lettersChangeTheToolWhileTheViewportHasTheFocus() {
        robot.type("e");
        robot.until("rotate", () -> tool() == Tool.ROTATE);
        robot.type("r");
        robot.until("scale", () -> tool() == Tool.SCALE);
        robot.type("w");
        robot.until("move", () -> tool() == Tool.MOVE);
    }

    private Tool tool() {
        return open.desk()
                .pane()
                .flatMap(ViewportPane::state)
                .map(ViewportState::tool)
                .orElse(Tool.SELECT);
    }

    @Test
    void lettersFlyWhileTheRightButtonIsHeld() {
        robot.type("r");
        robot.until("scale", () -> tool() == Tool.SCALE);
        int before = open.pixels().of(Pixels.GREEN_BOX).size();
        robot.move(open.canvas(), new Point(300, 200));
        robot.down(3);
        robot.hold("w");
        robot.until(
                "the box is larger",
                () -> open.glimpse().of(Pixels.GREEN_BOX).size() > before * 1.3);
        robot.release("w");
        robot.up(3);
        assertEquals(Tool.SCALE, tool());
    }

    @Test
    void savingWritesOnlyTheLineThatChanged() {
        var before = open.lines();
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.page().saveEditor(open.editor(), false);
        robot.until("it is saved", () -> !open.editor().isDirty());
        assertEquals(
                List.of("\"value\": \"Green\" -> \"value\": \"Verde\""),
                difference(before, open.lines()));
    }

    private static List<String> difference(List<String> before, List<String> after) {
        var changed = new ArrayList<String>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            var was = i < before.size() ? before.get(i) : "nothing";
            var is = i < after.size() ? after.get(i) : "nothing";
            if (!was.equals(is)) {
                changed.add(was + " -> " + is);
            }
        }
        return changed;
    }
}
