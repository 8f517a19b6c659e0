// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.List;

/** What people do with a scene while its code runs stays when it is stopped. */
class PlayPeopleTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor open;
    private PlayedEditor played;

    @BeforeEach
    void playAScene() {
        var scene = BuiltScene.write(SceneText.boxes(), "people", "0,0").with(PlayScripts.RISING);
        open = new OpenEditor(robot, scene.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
        played = new PlayedEditor(robot, open);
        open.scene().select(List.of(GREEN));
        open.pixels();
        played.start();
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private static double height(SceneSnapshot scene) {
        var transform = scene.value(GREEN, SceneSnapshot.TRANSFORM).orElse(Value.EMPTY);
        return transform.number("position.y", 0);
    }

    private Text heightField() {
        return robot.await("the field", () -> Robot.field(Text.class, "position.y"));
    }

    private double typed() {
        var text = heightField().getText();
        return text.isBlank() ? 0 : Double.parseDouble(text);
    }

    @Test
    void keepThisChangeIsInTheMenuOfAField() {
        robot.until("the box has risen", () -> height(open.scene().shown()) > 1.2);
        played.pause();
        robot.until("the sheet shows it", () -> typed() > 1.2);
        double height = height(open.scene().shown());
        robot.click(heightField(), new Point(8, 8));
        robot.openMenu(() -> robot.press("Menu"));
        // It is the last one.
        robot.press("Up");
        robot.press("Return");
        robot.until(
                () -> "the document has it at " + height(open.snapshot()),
                () -> height(open.snapshot()) == height);
        open.activate();
        played.stop();
        assertEquals(height, height(open.snapshot()));
        robot.until("it is to be saved", () -> open.editor().isDirty());
    }

    private List<Entity> documents() {
        return open.selected().stream()
                .flatMap(entity -> open.scene().document(entity).stream())
                .toList();
    }

    @Test
    void whatIsAddedIsSelectedAndStaysSo() {
        var before = open.snapshot().entities();
        robot.press("ctrl+d");
        robot.until(
                () -> "selected is " + open.selected(),
                () -> open.selected().size() == 1 && !open.selected().equals(List.of(GREEN)));
        assertTrue(open.scene().shown().holds(open.selected().getFirst()), "it is shown");
        var added = documents();
        assertFalse(before.contains(added.getFirst()), "it is new");
        assertTrue(open.snapshot().holds(added.getFirst()), "it is in the document");
        played.stop();
        assertEquals(added, open.selected());
    }

    @Test
    void undoTakesBackWhatWasAddedAndSelectsWhatWasBefore() {
        robot.press("ctrl+d");
        robot.until(
                () -> "selected is " + open.selected(),
                () -> open.selected().size() == 1 && !open.selected().equals(List.of(GREEN)));
        played.stop();
        robot.press("ctrl+z");
        robot.until(
                () -> "selected is " + open.selected(),
                () -> open.selected().equals(List.of(GREEN)));
    }
}
