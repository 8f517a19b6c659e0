// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.render.Hand.LAMP;
import static org.scenewright.render.Hand.by;
import static org.scenewright.render.Hand.check;
import static org.scenewright.render.Hand.drag;
import static org.scenewright.render.Hand.selected;
import static org.scenewright.render.Hand.text;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

class MoveHandleTest {
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
}
