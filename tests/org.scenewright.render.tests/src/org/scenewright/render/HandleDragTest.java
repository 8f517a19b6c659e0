// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.ValueJson;

import java.util.Locale;
import java.util.Optional;

class HandleDragTest {
    private static final String LAMP = "lamp at 8 0 8 box";

    /** Drags a handle of the selection along its own axes and compares a part of a Transform. */
    private static void check(Studio studio, String handle, double[] to, String expected) {
        drag(studio, Handle.valueOf(handle), to);
        String[] parts = expected.split(" = ");
        String[] path = parts[0].split("\\.", 2);
        assertEquals(parts[1], text(studio, path[0], path[1]));
    }

    private static String text(Studio studio, String name, String field) {
        var transform = studio.scene.snapshot().value(studio.entity(name), SceneSnapshot.TRANSFORM);
        var value = transform.orElseThrow().at(FieldPath.parse(field)).orElseThrow();
        return ValueJson.print(value).replaceAll("[\\s\"]", "");
    }

    /**
     * Moves the pointer from a point of a handle to another one, both given in metres along the
     * handle's axes.
     */
    private static void drag(Studio studio, Handle handle, double[] by, Studio.Modifiers... held) {
        studio.tools.tool(handle.tool());
        var gizmo = studio.gizmo();
        var from = grip(handle, gizmo);
        var to = new Vector3d(from).add(gizmo.direction(new Vector3d(by)));
        studio.drag(studio.pixel(from), studio.pixel(to), held);
    }

    private static Vector3d grip(Handle handle, Gizmo gizmo) {
        var a = handle.axis();
        return switch (handle.shape()) {
            case ARROW, STUD -> gizmo.point(a.x() * 0.8, a.y() * 0.8, a.z() * 0.8);
            case PLANE -> gizmo.point((1 - a.x()) * 0.4, (1 - a.y()) * 0.4, (1 - a.z()) * 0.4);
            case CENTER, RING, OUTER_RING -> new Vector3d(gizmo.pivot());
        };
    }

    private static double[] by(double... metres) {
        return metres;
    }

    private static Studio selected(String... lines) {
        return Studio.of(lines).select(lines[lines.length - 1].split(" ")[0]);
    }

    @Test
    void arrowMovesAlongItsAxisOnly() {
        check(selected(LAMP), "MOVE_X", by(1.25, 0, 0), "lamp.position = {x:9.25,y:0,z:8}");
    }

    @Test
    void upArrowMovesUp() {
        check(selected(LAMP), "MOVE_Y", by(0, 2, 0), "lamp.position = {x:8,y:2,z:8}");
    }

    @Test
    void depthArrowMovesAway() {
        check(selected(LAMP), "MOVE_Z", by(0, 0, -3.125), "lamp.position = {x:8,y:0,z:4.875}");
    }

    @Test
    void squareMovesInItsPlane() {
        check(selected(LAMP), "MOVE_XZ", by(1.5, 0, -2.5), "lamp.position = {x:9.5,y:0,z:5.5}");
    }

    @Test
    void freeHandleFollowsThePointer() {
        var studio = selected(LAMP);
        studio.camera.look(new Vector3f(8, 5, -2), new Vector3f(8, 0, 8));
        drag(studio, Handle.MOVE_FREE, by(2, 0, 0));
        assertEquals("{x:10,y:0,z:8}", text(studio, "lamp", "position"));
    }

    @Test
    void arrowUnderATurnedParentStillMovesAlongTheWorld() {
        check(
                selected("base at 4 0 4 turn y 90 scale 2 2 2", "lamp in base at 1 0 -1 box"),
                "MOVE_X",
                by(2, 0, 0),
                "lamp.position = {x:1,y:0,z:0}");
    }

    @Test
    void arrowUnderAMirroringParentStillMovesAlongTheWorld() {
        check(
                selected("base at 4 0 4 scale -1 1 1", "lamp in base at 1 0 0 box"),
                "MOVE_X",
                by(2, 0, 0),
                "lamp.position = {x:-1,y:0,z:0}");
    }

    @Test
    void localArrowMovesAlongTheEntitysAxis() {
        var studio = selected("lamp at 8 0 8 turn y 90 box");
        studio.tools.worldAxes(false);
        check(studio, "MOVE_Z", by(0, 0, 1.5), "lamp.position = {x:9.5,y:0,z:8}");
    }

    @Test
    void snappingMovesInSteps() {
        var studio = selected("lamp at 8.1 0 8 box");
        drag(studio, Handle.MOVE_X, by(0.6, 0, 0), Studio.Modifiers.CONTROL);
        assertEquals("{x:8.6,y:0,z:8}", text(studio, "lamp", "position"));
    }

    @Test
    void theKeyTurnsSnappingOffWhereItIsOn() {
        var studio = selected(LAMP);
        studio.tools.snap(Snap.DEFAULT.with(true));
        drag(studio, Handle.MOVE_X, by(0.6, 0, 0), Studio.Modifiers.CONTROL);
        assertEquals("8.6", text(studio, "lamp", "position.x"));
    }

    @Test
    void studStretchesAlongItsAxis() {
        var studio = selected(LAMP);
        studio.tools.tool(Tool.SCALE);
        double half = studio.gizmo().size() * 0.4;
        check(studio, "SCALE_Y", by(0, half, 0), "lamp.scale = {x:1,y:1.5,z:1}");
    }

    @Test
    void middleScalesEvenly() {
        var studio = selected("lamp at 8 0 8 scale 2 3 4 box");
        studio.tools.tool(Tool.SCALE);
        var way = new Vector3d(studio.camera.right().mul((float) studio.gizmo().size()));
        check(studio, "SCALE_ALL", by(way.x, way.y, way.z), "lamp.scale = {x:4,y:6,z:8}");
    }

    @Test
    void scaleSnapsToTenths() {
        var studio = selected(LAMP);
        studio.tools.tool(Tool.SCALE);
        double part = studio.gizmo().size() * 0.8 * 0.32;
        drag(studio, Handle.SCALE_X, by(part, 0, 0), Studio.Modifiers.CONTROL);
        assertEquals("{x:1.3,y:1,z:1}", text(studio, "lamp", "scale"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Handle.class,
            names = {"ROTATE_X", "ROTATE_Y", "ROTATE_Z"})
    void ringTurnsAroundItsAxis(Handle handle) {
        var studio = selected(LAMP);
        turn(studio, handle, 40);
        assertTurned(studio, handle, 40);
    }

    @ParameterizedTest
    @EnumSource(
            value = Handle.class,
            names = {"ROTATE_X", "ROTATE_Y", "ROTATE_Z"})
    void ringSnapsToFifteenDegrees(Handle handle) {
        var studio = selected(LAMP);
        turn(studio, handle, 40, Studio.Modifiers.CONTROL);
        assertTurned(studio, handle, 45);
    }

    /** Grabs a ring where it faces the eye and moves the pointer around it. */
    private static void turn(
            Studio studio, Handle handle, double degrees, Studio.Modifiers... held) {
        studio.tools.tool(Tool.ROTATE);
        var gizmo = studio.gizmo();
        var axis = new Vector3d(handle.axis());
        var toEye = new Vector3d(studio.camera.eye()).sub(gizmo.pivot());
        var out = toEye.fma(-toEye.dot(axis), axis).normalize();
        // A little aside, where no other ring crosses.
        out.rotateAxis(Math.toRadians(-25), axis.x, axis.y, axis.z);
        var from = new Vector3d(out).mul(gizmo.size()).add(gizmo.pivot());
        out.rotateAxis(Math.toRadians(degrees), axis.x, axis.y, axis.z);
        var to = out.mul(gizmo.size()).add(gizmo.pivot());
        studio.drag(studio.pixel(from), studio.pixel(to), held);
    }

    private static void assertTurned(Studio studio, Handle handle, double degrees) {
        var turned = studio.scene.snapshot().pose(studio.entity("lamp")).rotation();
        double half = Math.toRadians(degrees) / 2;
        var axis = handle.axis();
        assertEquals(Math.sin(half) * axis.x(), turned.x(), 1e-3);
        assertEquals(Math.sin(half) * axis.y(), turned.y(), 1e-3);
        assertEquals(Math.sin(half) * axis.z(), turned.z(), 1e-3);
        assertEquals(Math.cos(half), turned.w(), 1e-3);
    }

    @Test
    void ringSeenFromTheSideRolls() {
        var studio = selected("lamp at 8 6 8 box");
        turn(studio, Handle.ROTATE_Y, 10);
        assertTurned(studio, Handle.ROTATE_Y, 10);
    }

    @Test
    void turnUnderAMirroringParentIsTheTurnThatOneSees() {
        var studio = selected("base at 8 0 8 scale -1 1 1", "lamp in base box");
        turn(studio, Handle.ROTATE_Y, 40);
        assertTurned(studio, Handle.ROTATE_Y, -40);
    }

    @Test
    void severalEntitiesTurnAroundTheirMiddle() {
        var studio = Studio.of("lamp at 6 0 8 box", "rest at 10 0 8 box").select("lamp", "rest");
        turn(studio, Handle.ROTATE_Y, 90, Studio.Modifiers.CONTROL);
        assertTurned(studio, Handle.ROTATE_Y, 90);
        assertEquals("{x:8,y:0,z:10}", text(studio, "lamp", "position"));
        assertEquals("{x:8,y:0,z:6}", text(studio, "rest", "position"));
    }

    @Test
    void severalEntitiesSpreadWhenScaled() {
        var studio = Studio.of("lamp at 6 0 8 box", "rest at 10 0 8 box").select("lamp", "rest");
        studio.tools.tool(Tool.SCALE);
        check(
                studio,
                "SCALE_X",
                by(studio.gizmo().size() * 0.8, 0, 0),
                "lamp.scale = {x:2,y:1,z:1}");
        assertEquals("{x:4,y:0,z:8}", text(studio, "lamp", "position"));
        assertEquals("{x:12,y:0,z:8}", text(studio, "rest", "position"));
    }

    @Test
    void severalEntitiesUnderTurnedParentsKeepTheirDistance() {
        var studio =
                Studio.of(
                                "a at 3 0 3 turn y 37 scale 2 1 3",
                                "b at 9 1 9 turn x 20 scale 0.5 0.5 0.5",
                                "lamp in a at 1 0 1 box",
                                "rest in b at 1 0 1 box")
                        .select("lamp", "rest");
        var lamp = studio.at("lamp");
        var rest = studio.at("rest");
        drag(studio, Handle.MOVE_XZ, by(1.5, 0, 2.5));
        assertEquals(0, lamp.add(1.5f, 0, 2.5f).distance(studio.at("lamp")), 1e-4);
        assertEquals(0, rest.add(1.5f, 0, 2.5f).distance(studio.at("rest")), 1e-4);
    }

    @Test
    void whatHangsBelowAnotherSelectedEntityMovesOnce() {
        var studio =
                Studio.of("base at 8 0 8 box", "lamp in base at 1 0 0 box").select("base", "lamp");
        drag(studio, Handle.MOVE_Z, by(0, 0, 2));
        assertEquals("{x:1,y:0,z:0}", text(studio, "lamp", "position"));
        assertEquals("{x:8,y:0,z:10}", text(studio, "base", "position"));
    }

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
    void losingTheMouseKeepsWhatWasDragged() {
        var studio = selected(LAMP);
        halfDragged(studio);
        studio.tools.input(new InputEvent.Cancelled());
        assertEquals("10", text(studio, "lamp", "position.x"));
        assertEquals(false, studio.tools.dragging());
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
