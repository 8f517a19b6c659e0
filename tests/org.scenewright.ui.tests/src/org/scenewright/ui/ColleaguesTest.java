// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Pose;

import java.util.List;
import java.util.Optional;

/** What the people who have a scene open see of each other, in the real workbench. */
class ColleaguesTest {
    private static final int PINK = 0xff00ff;
    private static final Pixels.Color IS_PINK =
            (red, green, blue) -> red > 200 && green < 90 && blue > 200;

    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "colleagues").ready();
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        open.close();
    }

    private Awareness awareness() {
        return open.scene().session().sharing().awareness();
    }

    private void anna(Presence presence) {
        awareness().others(List.of(new Participant("0xa", "Anna", PINK, presence)));
    }

    private static Presence choosing(Entity... entities) {
        return Presence.IDLE.withSelection(List.of(entities));
    }

    private boolean isPinkSeen() {
        return !open.pixels().of(IS_PINK).isEmpty();
    }

    private boolean isDotted(Entity entity) {
        var item =
                List.of(open.tree().getItem(0).getItems()).stream()
                        .filter(row -> entity.equals(row.getData()))
                        .findFirst()
                        .orElseThrow();
        var cell = item.getBounds(0);
        var image = new Image(open.tree().getDisplay(), cell.width, cell.height);
        var gc = new GC(open.tree());
        gc.copyArea(image, cell.x, cell.y);
        gc.dispose();
        var pixels = Pixels.of(image);
        image.dispose();
        return pixels.rgb().length > 0
                && List.of(-4, -8, -11).stream()
                        .anyMatch(x -> pixels.is(IS_PINK, cell.width + x, cell.height / 2));
    }

    @Test
    void whatSomebodySelectedHasABoxInTheirColour() {
        anna(choosing(GREEN));
        robot.until("a box", this::isPinkSeen);
        awareness().others(List.of());
        robot.until("none", () -> !isPinkSeen());
    }

    @Test
    void aCameraStandsWhereSomebodyLooksFrom() {
        var sight = new Presence.Sight(new Pose.Vec(4, 3, 4), new Pose.Vec(8, 1, 8));
        anna(Presence.IDLE.withSight(Optional.of(sight)));
        robot.until("a frustum", this::isPinkSeen);
    }

    @Test
    void theOutlineHasADotWhereSomebodySelected() {
        anna(choosing(BLUE));
        robot.until("a dot", () -> isDotted(BLUE));
        assertEquals(false, isDotted(GREEN));
        anna(choosing(GREEN));
        robot.until("another", () -> isDotted(GREEN) && !isDotted(BLUE));
    }

    @Test
    void aDragOfWhatSomebodyDragsIsRefusedWithTheReasonUntilOneSucceeds() {
        open.scene().select(List.of(GREEN));
        anna(Presence.IDLE.withHolding(List.of(GREEN)));
        drag();
        robot.until("it is said why", () -> Robot.shows("Anna is dragging this."));
        anna(Presence.IDLE);
        drag();
        robot.until("it is said no longer", () -> !Robot.shows("Anna is dragging this."));
        assertEquals(true, open.editor().isDirty());
    }

    /** Pulls a handle of what is selected. */
    private void drag() {
        // A handle below the pointer has another colour.
        robot.move(open.canvas(), new Point(10, open.canvas().getSize().y - 10));
        robot.until("the handles are there", () -> !open.pixels().of(Pixels.X_HANDLE).isEmpty());
        open.pullHandle();
        robot.up(1);
    }

    @Test
    void othersHearWhatISelect() {
        robot.click(open.canvas(), open.pixels().middle(Pixels.GREEN_BOX));
        robot.until("the green one", () -> awareness().mine().selection().equals(List.of(GREEN)));
    }

    @Test
    void othersHearWhereILookAndPoint() {
        anna(Presence.IDLE);
        var before = robot.await("a place", () -> awareness().mine().sight());
        robot.move(open.canvas(), open.pixels().middle(Pixels.GREEN_BOX));
        var pointer = robot.await("a pointer", () -> awareness().mine().pointer());
        // The box is 3 metres wide and stands around 8, 1, 8.
        assertEquals(0, Math.max(0, pointer.to().minus(new Pose.Vec(8, 1, 8)).length() - 2.7), 0);
        assertEquals(before.eye(), pointer.from());
        robot.press("Home");
        robot.until("another place", () -> !awareness().mine().sight().equals(Optional.of(before)));
    }

    @Test
    void whoGoesToSomebodySeesWhatTheySee() {
        var sight = new Presence.Sight(new Pose.Vec(4, 3, 4), new Pose.Vec(8, 1, 8));
        awareness().look(sight);
        robot.until(
                "there",
                () ->
                        awareness()
                                .mine()
                                .sight()
                                .filter(mine -> mine.eye().minus(sight.eye()).length() < 0.01)
                                .isPresent());
    }
}
