// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.render.Hand.LAMP;
import static org.scenewright.render.Hand.assertTurned;
import static org.scenewright.render.Hand.by;
import static org.scenewright.render.Hand.check;
import static org.scenewright.render.Hand.drag;
import static org.scenewright.render.Hand.selected;
import static org.scenewright.render.Hand.text;
import static org.scenewright.render.Hand.turn;

import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnAndScaleHandleTest {
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
}
