// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.scene.Pose;

class EarshotTest {
    private static Earshot from(double x, double y, double z) {
        return Earshot.from(new Pose.Vec(x, y, z), Pose.IDENTITY, 1);
    }

    @Test
    void whatIsAheadIsOnBothSidesAlike() {
        assertEquals(new Earshot(1, 1), from(0, 0, 4));
    }

    @Test
    void whatIsInTheHeadIsFullyHeard() {
        assertEquals(new Earshot(1, 1), from(0, 0, 0));
    }

    @Test
    void whatIsOnTheRightIsHeardThere() {
        assertEquals(new Earshot(0, 1), from(3, 0, 0));
    }

    @Test
    void whoTurnsRoundHearsItOnTheOtherSide() {
        var turned = new Pose.Quat(0, 1, 0, 0);
        var listener = new Pose(new Pose.Vec(0, 0, 0), turned, Pose.IDENTITY.scale());
        var heard = Earshot.from(new Pose.Vec(3, 0, 0), listener, 1);
        assertEquals(1, heard.left(), 1e-9);
        assertEquals(0, heard.right(), 1e-9);
    }

    @Test
    void twiceAsFarIsHalfAsLoud() {
        assertEquals(from(0, 0, 10).left() / 2, from(0, 0, 20).left(), 1e-9);
    }

    @Test
    void whatIsFarAwayIsNotHeard() {
        assertEquals(new Earshot(0, 0), from(0, 0, 500));
    }

    @Test
    void itFadesAndDoesNotBreakOff() {
        assertTrue(from(0, 0, 119).left() < 0.002);
    }

    @Test
    void whatIsNowhereIsNotHeard() {
        assertEquals(new Earshot(0, 0), from(Double.NaN, 0, 0));
        assertEquals(new Earshot(0, 0), from(Double.POSITIVE_INFINITY, 0, 0));
    }

    @Test
    void theVolumeCounts() {
        assertEquals(
                new Earshot(0.25, 0.25), Earshot.from(new Pose.Vec(0, 0, 1), Pose.IDENTITY, 0.25));
    }
}
