// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.scene.Pose;

import java.util.OptionalDouble;
import java.util.Random;

/** How the player walks, jumps and falls; north is along Z. */
class WalkerTest extends Strolling {

    /** Where somebody is who goes north for two seconds. */
    private void check(double expected, Stride.Gait gait) {
        stand(0, 0, 0);
        pass(2, going(0, 1, gait));
        assertEquals(expected, feet().z(), 0.05);
        assertEquals(0, feet().y(), 1e-3);
    }

    @Test
    void oneWalksAsFastAsInTheExplorers() {
        check(2.95, Stride.Gait.WALK);
    }

    @Test
    void oneJogsAsFastAsInTheExplorers() {
        check(14.77, Stride.Gait.JOG);
    }

    @Test
    void oneRunsAsFastAsInTheExplorers() {
        check(18.08, Stride.Gait.RUN);
    }

    @Test
    void whoLetsGoOfTheKeyStandsAtOnce() {
        stand(0, 0, 0);
        pass(1, NORTH);
        var then = feet();
        pass(1, Stride.NONE);
        assertEquals(0, feet().minus(then).length(), 1e-3);
    }

    @Test
    void aWallStops() {
        terrain.box(at(0, 1, 5), at(10, 2, 1));
        stand(0, 0, 0);
        pass(2, NORTH);
        assertEquals(4.2, feet().z(), 0.01);
    }

    @Test
    void oneSlidesAlongAWall() {
        terrain.box(at(0, 1, 5), at(100, 2, 1));
        stand(0, 0, 4);
        pass(2, going(Math.sqrt(0.5), Math.sqrt(0.5), Stride.Gait.WALK));
        assertEquals(4.2, feet().z(), 0.01);
        assertEquals(2 * 1.5 * Math.sqrt(0.5), feet().x(), 0.2);
    }

    @Test
    void aCornerStopsAndDoesNotShake() {
        terrain.box(at(0, 1, 5), at(10, 2, 1)).box(at(5, 1, 0), at(1, 2, 20));
        stand(2, 0, 2);
        pass(2, going(Math.sqrt(0.5), Math.sqrt(0.5), Stride.Gait.JOG));
        var then = feet();
        assertEquals(0, then.minus(at(4.2, 0, 4.2)).length(), 0.02);
        pass(1, going(Math.sqrt(0.5), Math.sqrt(0.5), Stride.Gait.JOG));
        assertEquals(0, feet().minus(then).length(), 0.005);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 / 144.0, 1 / 60.0, 1 / 15.0, 0.1, 0.25})
    void nobodyRunsThroughASheetHoweverSlowTheFramesAre(double seconds) {
        frame = seconds;
        terrain.sheet(5);
        stand(0, 0, 0);
        pass(3, going(0, 1, Stride.Gait.RUN));
        assertEquals(4.7, feet().z(), 0.02);
    }

    @Test
    void nobodyFallsThroughASheetFromHighAbove() {
        terrain.box(at(0, 3, 0), at(4, 0.001, 4));
        walker.enter(at(0, 120, 0), 0);
        frame = 0.1;
        pass(8, Stride.NONE);
        assertEquals(3, feet().y(), 0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.3, 0.35})
    void aStepIsWalkedUp(double height) {
        terrain.box(at(0, height / 2, 5), at(4, height, 4));
        stand(0, 0, 0);
        pass(0.7, NORTH);
        assertEquals(height, feet().y(), 0.01);
        assertTrue(feet().z() > 3.5, "it went on");
    }

    @Test
    void aStepIsWalkedUpSlowlyAsWell() {
        terrain.box(at(0, 0.15, 5), at(4, 0.3, 4));
        stand(0, 0, 2);
        pass(2, going(0, 1, Stride.Gait.WALK));
        assertEquals(0.3, feet().y(), 0.01);
    }

    @Test
    void whatIsHigherThanAStepIsAWall() {
        terrain.box(at(0, 0.25, 5), at(4, 0.5, 4));
        stand(0, 0, 0);
        pass(2, NORTH);
        assertEquals(2.7, feet().z(), 0.02);
        assertEquals(0, feet().y(), 0.01);
    }

    @Test
    void stairsAreWalkedUpAndDownOnFoot() {
        for (int i = 0; i < 10; i++) {
            terrain.box(at(0, 0.1 * (i + 1), 5 + 0.3 * i), at(4, 0.2 * (i + 1), 0.3));
        }
        terrain.box(at(0, 1, 10), at(4, 2, 4.3));
        stand(0, 0, 0);
        pass(1.2, NORTH);
        assertEquals(2, feet().y(), 0.02);
        for (int i = 0; i < 70; i++) {
            pass(FRAME, going(0, -1, Stride.Gait.JOG));
            assertTrue(walker.isOnGround(), "it walks, and does not fly");
        }
        assertEquals(0, feet().y(), 0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 30, 45})
    void aSlopeIsWalkedUp(double degrees) {
        terrain.slope(2, degrees);
        stand(0, 0, 0);
        pass(0.9, NORTH);
        double expected = (feet().z() - 2) * Math.tan(Math.toRadians(degrees));
        assertTrue(feet().z() > 5, "it got on, to " + feet());
        assertEquals(expected, feet().y(), 0.15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 60, 80})
    void aSteepSlopeIsAWall(double degrees) {
        terrain.slope(2, degrees);
        stand(0, 0, 0);
        pass(2, going(0, 1, Stride.Gait.RUN));
        assertTrue(feet().y() < 0.1, "it stays below, at " + feet());
    }

    @Test
    void oneStandsStillOnASlope() {
        terrain.slope(2, 40);
        stand(0, 0, 0);
        pass(0.6, NORTH);
        var then = feet();
        pass(2, Stride.NONE);
        assertEquals(0, feet().minus(then).length(), 1e-3);
    }

    @Test
    void oneGoesDownASlopeOnFoot() {
        terrain.slope(2, 40);
        stand(0, 0, 0);
        pass(0.9, NORTH);
        for (int i = 0; i < 40; i++) {
            pass(FRAME, going(0, -1, Stride.Gait.JOG));
            assertTrue(walker.isOnGround(), "it walks, and does not fly");
        }
    }

    @Test
    void oneSlidesDownASteepSlope() {
        terrain.slope(2, 60);
        walker.enter(at(0, 8, 4.5), 0);
        pass(3, Stride.NONE);
        assertEquals(0, feet().y(), 0.01);
        assertTrue(feet().z() < 2.1, "it slid down");
    }

    @Test
    void oneFallsOffAnEdge() {
        terrain.box(at(0, 2, 0), at(4, 4, 4));
        stand(0, 4, 0);
        assertEquals(4, feet().y(), 0.01);
        pass(0.6, NORTH);
        assertTrue(feet().y() < 4 && feet().y() > 0.5, "it falls, at " + feet());
        pass(2, Stride.NONE);
        assertEquals(0, feet().y(), 0.01);
    }

    @Test
    void theBodyTurnsWhereItGoes() {
        stand(0, 0, 0);
        pass(1, going(1, 0, Stride.Gait.WALK));
        assertEquals(Math.PI / 2, walker.heading(), 1e-6);
    }

    @Test
    void whoWalksAtRandomAmongBoxesIsNeverInsideOne() {
        var random = new Random(7);
        var middles = new Pose.Vec[40];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = at(random.nextDouble(16) - 8, 1, random.nextDouble(16) - 8);
            terrain.box(middles[i], at(1, 2, 1));
        }
        stand(0, 5, 0);
        var stride = NORTH;
        for (int i = 0; i < 2000; i++) {
            if (i % 40 == 0) {
                double angle = random.nextDouble(7);
                var gait = Stride.Gait.values()[random.nextInt(3)];
                stride =
                        new Stride(
                                Math.sin(angle),
                                Math.cos(angle),
                                gait,
                                random.nextInt(4) == 0,
                                OptionalDouble.empty());
            }
            pass(FRAME, stride);
            for (var middle : middles) {
                var away = feet().minus(middle);
                boolean isInside =
                        Math.abs(away.x()) < 0.45
                                && Math.abs(away.z()) < 0.45
                                && feet().y() < 1.9
                                && feet().y() > -0.1;
                assertFalse(isInside, "inside of " + middle + " at " + feet());
            }
            assertTrue(feet().y() > -0.01, "below the ground at " + feet());
        }
    }
}
