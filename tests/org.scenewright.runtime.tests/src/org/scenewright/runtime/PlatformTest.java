// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.scene.Pose;

import java.util.Optional;

/** What moves carries the player along, or pushes it. */
class PlatformTest extends Strolling {

    @Test
    void aMovingPlatformCarries() {
        var place = new Pose.Vec[] {at(0, 1, 0)};
        terrain.box(at(3, 0.4, 3), () -> Optional.of(BuiltTerrain.standing(place[0])));
        stand(0.5, 1.2, 0.5);
        for (int i = 0; i < 120; i++) {
            place[0] = place[0].plus(at(0.05, 0.02, 0));
            pass(FRAME, Stride.NONE);
        }
        assertEquals(0, feet().minus(at(6.5, 3.6, 0.5)).length(), 0.06);
        assertTrue(walker.isOnGround(), "it stands");
        for (int i = 0; i < 60; i++) {
            place[0] = place[0].minus(at(0, 0.04, 0));
            pass(FRAME, Stride.NONE);
        }
        assertEquals(1.2, feet().y(), 0.06);
    }

    @Test
    void aTurningPlatformTurns() {
        var turn = new double[1];
        terrain.box(
                at(6, 0.4, 6),
                () ->
                        Optional.of(
                                new Pose(
                                        at(0, 1, 0),
                                        new Pose.Quat(
                                                0, Math.sin(turn[0] / 2), 0, Math.cos(turn[0] / 2)),
                                        at(1, 1, 1))));
        stand(0, 1.2, 2);
        for (int i = 0; i < 90; i++) {
            turn[0] += Math.PI / 180;
            pass(FRAME, Stride.NONE);
        }
        assertEquals(0, feet().minus(at(2, 1.2, 0)).length(), 0.08);
        assertEquals(Math.PI / 2, walker.heading(), 0.05);
    }

    @Test
    void aPlatformThatIsGoneLetsFall() {
        var isThere = new boolean[] {true};
        terrain.box(
                at(3, 0.4, 3),
                () -> Optional.of(BuiltTerrain.standing(at(0, 3, 0))).filter(there -> isThere[0]));
        stand(0, 3.2, 0);
        assertEquals(3.2, feet().y(), 0.01);
        isThere[0] = false;
        pass(2, Stride.NONE);
        assertEquals(0, feet().y(), 0.01);
    }

    @Test
    void aWallThatComesPushes() {
        var place = new Pose.Vec[] {at(0, 1, 3)};
        terrain.box(at(10, 2, 1), () -> Optional.of(BuiltTerrain.standing(place[0])));
        stand(0, 0, 0);
        for (int i = 0; i < 100; i++) {
            place[0] = place[0].minus(at(0, 0, 0.05));
            pass(FRAME, Stride.NONE);
        }
        assertEquals(-2 - 0.8, feet().z(), 0.06);
    }
}
