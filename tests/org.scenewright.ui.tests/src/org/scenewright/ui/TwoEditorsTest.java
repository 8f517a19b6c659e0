// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.util.List;

/** Two scenes open at once know nothing of each other, save by the clipboard. */
class TwoEditorsTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor first;
    private OpenEditor second;

    @BeforeEach
    void openTwoScenes() {
        first = resources.own(new OpenEditor(robot, SceneText.boxes(), "first"), OpenEditor::close);
        first.ready();
        var white = new SceneText().box(700, "White", "8, 1, 8", "1, 1, 1");
        second = resources.own(new OpenEditor(robot, white, "second"), OpenEditor::close);
        second.ready();
    }

    @AfterEach
    void closeThem() {
        resources.close();
    }

    private void copyFromFirst() {
        first.activate();
        first.scene().select(List.of(GREEN, BLUE));
        first.command("org.eclipse.ui.edit.copy");
    }

    @Test
    void whatIsCopiedInOneIsPastedInTheOther() {
        copyFromFirst();
        second.activate();
        second.command("org.eclipse.ui.edit.paste");
        robot.until("two are selected", () -> second.selected().size() == 2);
        assertEquals(
                List.of("Green", "Blue"),
                second.selected().stream().map(second.snapshot()::name).toList());
        robot.until("both are seen", () -> !second.pixels().of(Pixels.GREEN_BOX).isEmpty());
    }

    @Test
    void pastingAgainGivesOtherNames() {
        copyFromFirst();
        first.command("org.eclipse.ui.edit.paste");
        robot.until("copies are selected", () -> !first.selected().contains(GREEN));
        assertEquals(
                List.of("Green_2", "Blue_2"),
                first.selected().stream().map(first.snapshot()::name).toList());
    }

    @Test
    void undoBelongsToTheActiveEditor() {
        first.rename(GREEN, "Verde");
        second.activate();
        second.command("org.eclipse.ui.edit.paste");
        robot.settle();
        assertEquals("Verde", first.snapshot().name(GREEN));
        first.activate();
        first.command("org.eclipse.ui.edit.undo");
        robot.until("the first is as before", () -> first.snapshot().name(GREEN).equals("Green"));
    }

    @Test
    void undoWorksFromThePropertiesViewToo() throws PartInitException {
        first.activate();
        first.scene().select(List.of(GREEN));
        first.rename(GREEN, "Verde");
        first.page().showView(IPageLayout.ID_PROP_SHEET);
        first.command("org.eclipse.ui.edit.undo");
        robot.until("the name is back", () -> first.snapshot().name(GREEN).equals("Green"));
    }

    @Test
    void thePropertiesStayOnTheSceneWhenProblemsHasTheFocus() throws PartInitException {
        second.page().showView(IPageLayout.ID_PROP_SHEET);
        second.activate();
        second.scene().select(List.of(Entity.of(700, 0)));
        robot.until("its properties are there", () -> Robot.shows("White"));
        second.page().showView(IPageLayout.ID_PROBLEM_VIEW);
        robot.settle();
        assertTrue(Robot.shows("White"));
    }

    @Test
    void theStatusLineIsAboutTheActiveEditor() {
        first.activate();
        first.scene().select(List.of(GREEN, BLUE));
        robot.until("it is told", () -> Robot.shows("2 entities selected"));
        first.scene().say("This could not be done.");
        robot.until("that is told", () -> Robot.shows("This could not be done."));
        second.activate();
        assertFalse(Robot.shows("This could not be done."));
        second.scene().select(List.of(Entity.of(700, 0)));
        robot.until("that of the second is told", () -> Robot.shows("1 entity selected"));
        first.scene().say("");
        assertTrue(Robot.shows("1 entity selected"));
        first.activate();
        robot.until("it is told again", () -> Robot.shows("2 entities selected"));
    }

    @Test
    void theOutlineFollowsTheActiveEditor() {
        assertEquals("second", second.tree().getItem(0).getText());
        first.activate();
        robot.until("the first is shown", () -> first.tree().getItem(0).getText().equals("first"));
    }

    @Test
    void closingOneLeavesTheOtherDrawing() {
        first.close();
        second.activate();
        second.scene().select(second.snapshot().children(Entity.ROOT));
        robot.until("handles are drawn", () -> !second.pixels().of(Pixels.X_HANDLE).isEmpty());
        assertFalse(second.canvas().isDisposed());
        assertNotEquals(List.of(), second.selected());
    }
}
