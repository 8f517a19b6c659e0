// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bounds;
import org.scenewright.render.Lighting.Lamp;

import java.util.List;

/** A lamp at the origin that reaches two metres. */
class LampReachTest {
    private static final Bounds BOX = new Bounds(-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, 0.5f);

    @Test
    void aBoxThatTouchesTheRangeIsReached() {
        check(true, Sketch.at(2.4f, 0, 0));
    }

    @Test
    void aBoxBeyondItIsNot() {
        check(false, Sketch.at(2.6f, 0, 0));
    }

    @Test
    void aBoxOutsideOfACornerIsNot() {
        check(false, Sketch.at(2.1f, 2.1f, 0));
    }

    @Test
    void stretchedBoxesReachFarther() {
        check(true, Sketch.at(4, 0, 0).scale(6, 1, 1));
        check(false, Sketch.at(4, 0, 0).scale(1, 6, 6));
    }

    @Test
    void turnedBoxesReachWhereTheyPoint() {
        check(true, Sketch.at(4, 0, 0).rotateZ((float) Math.PI / 2).scale(1, 6, 1));
    }

    @Test
    void aLampWithinABoxReachesIt() {
        check(true, new Matrix4f().scale(50));
    }

    private static void check(boolean expected, Matrix4f place) {
        var lamp = new Lamp(new Vector3f(), new Vector3f(), new Vector3f(1), 2, -1, -1);
        assertEquals(expected, new LampReach(List.of(lamp)).reaches(BOX, Sketch.rows(place), 0));
    }
}
