// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

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

    /** Tells something where somebody works in a view, who goes back to the editor then. */
    private void tellInAView() throws PartInitException {
        open.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
        open.scene().tell("You look on.");
        assertTrue(Robot.shows("You look on."));
        open.page().activate(open.editor());
    }

    private void checkTakenBack() throws PartInitException {
        open.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
        assertFalse(Robot.shows("You look on."));
    }

    @Test
    void whatIsTrueNoLongerIsTakenBackWhereItWasTold() throws PartInitException {
        tellInAView();
        open.scene().tell("");
        checkTakenBack();
    }

    @Test
    void whatWasToldInAViewGoesWithTheNextSelection() throws PartInitException {
        tellInAView();
        open.scene().select(List.of(OpenEditor.BLUE));
        checkTakenBack();
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
