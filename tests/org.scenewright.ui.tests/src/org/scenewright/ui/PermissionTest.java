// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.BLUE;

import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What those are offered in the real workbench who may only look on. */
class PermissionTest {
    private static final String WHY = "You look on.";

    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "permission").ready();
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        open.close();
    }

    private void lookOn(Optional<String> why) {
        open.scene().session().sharing().permission().refuse(why);
    }

    private Optional<String> objection() {
        var cargo = new Cargo(List.of(), List.of(Path.of("chair.glb")), true);
        return new CargoShape(open.scene(), cargo).objection();
    }

    @Test
    void whoLooksOnIsOfferedNothingThatEdits() {
        open.scene().select(List.of(BLUE));
        var delete = open.desk().actions().get(ActionFactory.DELETE);
        robot.until("it can be deleted", delete::isEnabled);
        assertEquals(Optional.empty(), objection());
        lookOn(Optional.of(WHY));
        robot.until("it cannot be deleted", () -> !delete.isEnabled());
        assertTrue(open.desk().actions().get(ActionFactory.COPY).isEnabled());
        assertEquals(Optional.of(WHY), objection());
        lookOn(Optional.empty());
        robot.until("it can be deleted again", delete::isEnabled);
    }

    @Test
    void whoLooksOnIsNotOfferedToRevert() {
        open.scene().select(List.of(BLUE));
        new SceneEdits(open.scene()).hide();
        var revert = open.desk().actions().get(ActionFactory.REVERT);
        robot.until("it can be reverted", revert::isEnabled);
        lookOn(Optional.of(WHY));
        robot.until("it cannot be reverted", () -> !revert.isEnabled());
        lookOn(Optional.empty());
        robot.until("it can be reverted again", revert::isEnabled);
    }
}
