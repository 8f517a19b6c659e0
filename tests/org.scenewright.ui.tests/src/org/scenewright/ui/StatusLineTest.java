// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Much that was begun while an editor was open ends when it is closed. */
class StatusLineTest {
    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "status").ready();
    }

    @AfterEach
    void closeIt() {
        open.close();
    }

    @Test
    void whatIsSaidIsShown() {
        open.scene().say("It was refused.");
        assertTrue(Robot.shows("It was refused."));
    }

    @Test
    void whatIsSaidToAClosedEditorIsNotShownAndDoesNoHarm() {
        var scene = open.scene();
        open.page().closeEditor(open.editor(), false);
        assertDoesNotThrow(() -> scene.say("It was refused."));
        assertDoesNotThrow(() -> scene.tell("It was done."));
        assertFalse(Robot.shows("It was refused."));
        assertFalse(Robot.shows("It was done."));
    }
}
