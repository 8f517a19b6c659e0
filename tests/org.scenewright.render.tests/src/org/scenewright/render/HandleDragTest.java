// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.render.Hand.LAMP;
import static org.scenewright.render.Hand.by;
import static org.scenewright.render.Hand.drag;
import static org.scenewright.render.Hand.grip;
import static org.scenewright.render.Hand.selected;
import static org.scenewright.render.Hand.text;

import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class HandleDragTest {
    @Test
    void lockedEntityHasNoHandles() {
        var studio = selected("lamp at 8 0 8 box inspector::Lock={\"value\":true}");
        studio.draw();
        assertEquals(Optional.empty(), Stand.of(studio.view, true).gizmo(studio.camera));
    }

    @Test
    void oneDragIsOneStepToUndo() {
        var studio = selected(LAMP);
        drag(studio, Handle.MOVE_X, by(2, 0, 0));
        assertEquals(1, studio.gestures.size());
        assertTrue(studio.posted.size() > 1);
        studio.undo();
        assertEquals("{x:8,y:0,z:8}", text(studio, "lamp", "position"));
    }

    @Test
    void escapeTakesTheDragBack() {
        var studio = selected(LAMP);
        var before = studio.scene.snapshot().value(studio.entity("lamp"), SceneSnapshot.TRANSFORM);
        halfDragged(studio);
        studio.key(InputEvent.Key.ESCAPE);
        assertEquals(
                before,
                studio.scene.snapshot().value(studio.entity("lamp"), SceneSnapshot.TRANSFORM));
        assertEquals(Optional.empty(), studio.tools.hint());
    }

    private static void halfDragged(Studio studio) {
        var gizmo = studio.gizmo();
        studio.press(studio.pixel(gizmo.point(0.8, 0, 0)));
        studio.move(studio.pixel(gizmo.point(0.8, 0, 0).add(2, 0, 0)));
        assertEquals("10", text(studio, "lamp", "position.x"));
    }

    @Test
    void whatIsDraggedIsHeldUntilTheDragEnds() {
        var studio = selected(LAMP);
        halfDragged(studio);
        assertEquals(List.of(studio.entity("lamp")), studio.held);
        studio.release(studio.pixel(studio.gizmo().point(0.8, 0, 0)));
        assertEquals(List.of(), studio.held);
    }

    @Test
    void whatIsDraggedIsNotHeldOnceItWasTakenBackOrTheMouseIsLost() {
        var studio = selected(LAMP);
        halfDragged(studio);
        studio.key(InputEvent.Key.ESCAPE);
        assertEquals(List.of(), studio.held);
        halfDragged(studio);
        studio.tools.input(new InputEvent.Cancelled());
        assertEquals(List.of(), studio.held);
    }

    @Test
    void noDragBeginsOfWhatIsBetterLeftAloneAndItIsSaidWhy() {
        var studio = selected(LAMP);
        studio.obstacle = Optional.of("Anna is dragging this.");
        var from = studio.pixel(studio.gizmo().point(0.8, 0, 0));
        studio.press(from);
        studio.move(studio.pixel(studio.gizmo().point(0.8, 0, 0).add(2, 0, 0)));
        assertEquals(studio.obstacle, studio.tools.hint());
        studio.release(from);
        assertEquals(Optional.empty(), studio.tools.hint());
        assertEquals(List.of(), studio.posted);
        assertEquals(List.of(), studio.held);
    }

    @Test
    void whoMayNotEditHasNoHandlesUntilTheyMay() {
        var studio = selected(LAMP);
        int seen = batches(studio);
        studio.isReadOnly = true;
        assertTrue(batches(studio) < seen);
        studio.isReadOnly = false;
        assertEquals(seen, batches(studio));
        studio.isReadOnly = true;
        var from = studio.pixel(studio.gizmo().point(0.8, 0, 0));
        studio.press(from);
        studio.move(studio.pixel(studio.gizmo().point(0.8, 0, 0).add(2, 0, 0)));
        studio.release(from);
        assertEquals(List.of(), studio.posted);
        assertEquals(List.of(), studio.held);
    }

    private static int batches(Studio studio) {
        return studio.tools.draw(Studio.WIDTH, Studio.HEIGHT).onTop().size();
    }

    @Test
    void losingTheMouseKeepsWhatWasDragged() {
        var studio = selected(LAMP);
        halfDragged(studio);
        studio.tools.input(new InputEvent.Cancelled());
        assertEquals("10", text(studio, "lamp", "position.x"));
        assertEquals(Optional.empty(), studio.tools.hint());
    }

    @Test
    void aSlowDocumentIsAskedOncePerPicture() {
        var studio = selected(LAMP);
        studio.slow = true;
        var gizmo = studio.gizmo();
        studio.press(studio.pixel(gizmo.point(0.8, 0, 0)));
        for (int step = 1; step <= 5; step++) {
            studio.move(studio.pixel(gizmo.point(0.8, 0, 0).add(step, 0, 0)));
        }
        assertEquals(1, studio.posted.size());
        studio.draw();
        assertEquals(2, studio.posted.size());
        studio.catchUp();
        assertEquals("13", text(studio, "lamp", "position.x"));
    }

    @Test
    void whatWasDeletedMeanwhileIsLeftAlone() {
        var studio = selected(LAMP);
        var gizmo = studio.gizmo();
        studio.press(studio.pixel(gizmo.point(0.8, 0, 0)));
        studio.apply(new Edit.Despawn(List.of(studio.entity("lamp"))));
        studio.move(studio.pixel(gizmo.point(0.8, 0, 0).add(1, 0, 0)));
        assertEquals(0, studio.posted.size());
    }

    @Test
    void hintSaysHowFar() {
        var studio = selected(LAMP);
        halfDragged(studio);
        assertEquals(Optional.of("X 2.00 m"), studio.tools.hint());
    }

    @Test
    void aClickOnAHandleChangesNothing() {
        var studio = selected(LAMP);
        studio.click(studio.pixel(studio.gizmo().point(0.8, 0, 0)));
        assertEquals(0, studio.posted.size());
    }

    @Test
    void aDragWritesOnlyWhatItChanges() {
        var studio = selected("lamp at 0.1 -0 8 box");
        drag(studio, Handle.MOVE_Z, by(0, 0, 1));
        for (var edit : studio.posted) {
            assertEquals(
                    "position.z",
                    ((Edit.Set) ((Edit.All) edit).edits().getFirst()).path().toString());
        }
    }

    @Test
    void theEditIsCalledWhatItDoes() {
        var studio = selected(LAMP);
        drag(studio, Handle.MOVE_Z, by(0, 0, 1));
        assertEquals(Optional.of("Move lamp"), studio.scene.undoLabel());
    }

    @ParameterizedTest
    @EnumSource(Handle.class)
    void everyHandleIsFoundWhereItIsDrawn(Handle handle) {
        var studio = selected(LAMP);
        studio.tools.tool(handle.tool());
        var handles = studio.handles();
        double[] at = studio.pixel(grabbed(handle, handles));
        assertEquals(Optional.of(handle), handles.under(Handle.of(handle.tool()), at[0], at[1]));
    }

    private static Vector3d grabbed(Handle handle, Handles handles) {
        return switch (handle.shape()) {
            case RING, OUTER_RING ->
                    handles.ring(handle).stream()
                            .filter(p -> p != Handles.HIDDEN)
                            .skip(handle.shape() == Handle.Shape.RING ? 9 : 3)
                            .findFirst()
                            .orElseThrow();
            case ARROW, STUD, PLANE, CENTER -> grip(handle, handles.gizmo());
        };
    }

    @Test
    void handlesKeepTheirSizeOnThePicture() {
        var studio = selected(LAMP);
        double near = arrow(studio);
        studio.camera.look(new Vector3f(-52, 70, -82), new Vector3f(8, 0, 8));
        assertEquals(near, arrow(studio), near * 0.03, String.format(Locale.ROOT, "%.1f", near));
    }

    private static double arrow(Studio studio) {
        studio.draw();
        double[] from = studio.pixel(studio.gizmo().point(0, 0, 0));
        double[] to = studio.pixel(studio.gizmo().point(1, 0, 0));
        return Math.hypot(to[0] - from[0], to[1] - from[1]);
    }
}
