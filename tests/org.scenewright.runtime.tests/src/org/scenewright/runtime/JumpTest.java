// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.schema.ValueJson;

import java.util.Optional;
import java.util.OptionalDouble;

/** How the player jumps and falls, and what scenes change about that. */
class JumpTest extends Strolling {

    /** The highest place of a jump whose key is held for so long. */
    private double jump(double seconds, Stride stride) {
        var held = new Stride(stride.x(), stride.z(), stride.gait(), true, OptionalDouble.empty());
        double highest = 0;
        for (double t = 0; t < 2; t += FRAME) {
            walker.step(FRAME, t < seconds ? held : stride, able, terrain);
            highest = Math.max(highest, feet().y());
        }
        return highest;
    }

    @Test
    void aShortPressJumpsAMetre() {
        stand(0, 0, 0);
        assertEquals(1, jump(FRAME, Stride.NONE), 0.1);
        assertEquals(0, feet().y(), 1e-3);
    }

    @Test
    void aLongPressJumpsTwoMetres() {
        stand(0, 0, 0);
        assertEquals(2, jump(1, Stride.NONE), 0.03);
    }

    @Test
    void whoRunsJumpsHigher() {
        var run = going(0, 1, Stride.Gait.RUN);
        stand(0, 0, 0);
        pass(1, run);
        assertEquals(3, jump(1, run), 0.03);
    }

    @Test
    void oneDoesNotJumpInTheAirNorAgainWhileTheKeyIsHeld() {
        stand(0, 0, 0);
        pass(3, JUMPING);
        assertEquals(0, feet().y(), 1e-3);
    }

    @Test
    void aCeilingEndsAJump() {
        terrain.box(at(0, 2.75, 0), at(4, 0.5, 4));
        stand(0, 0, 0);
        assertEquals(0.75, jump(1, Stride.NONE), 0.01);
    }

    @Test
    void oneJumpsOntoABox() {
        terrain.box(at(0, 0.75, 5), at(4, 1.5, 4));
        stand(0, 0, 0);
        pass(2, NORTH);
        pass(0.8, new Stride(0, 1, Stride.Gait.JOG, true, OptionalDouble.empty()));
        assertEquals(1.5, feet().y(), 0.02);
    }

    @Test
    void aSceneSetsSpeeds() {
        able =
                Locomotion.of(
                        Optional.of(ValueJson.parse("{\"jogSpeed\": 2, \"jumpHeight\": 3}")),
                        Optional.empty());
        stand(0, 0, 0);
        pass(1, NORTH);
        assertEquals(2, walker.metresPerSecond(), 1e-6);
        pass(1, Stride.NONE);
        assertEquals(6, jump(1, Stride.NONE), 0.7);
    }

    /** How fast somebody is who wants to run, where something is forbidden. */
    @ParameterizedTest
    @ValueSource(strings = {"disableRun 8", "disableJog 10", "disableWalk 10", "disableAll 0"})
    void aSceneForbidsWaysToGo(String line) {
        disabled(line.split(" ")[0]);
        stand(0, 0, 0);
        pass(1, going(0, 1, Stride.Gait.RUN));
        assertEquals(Double.parseDouble(line.split(" ")[1]), walker.metresPerSecond(), 1e-6);
    }

    @Test
    void aSceneForbidsToJump() {
        disabled("disableJump");
        stand(0, 0, 0);
        assertEquals(0, jump(1, Stride.NONE), 1e-3);
    }

    @Test
    void aLongFallStunsForAMoment() {
        stand(0, 0, 0);
        walker.enter(at(0, 12, 0), 0);
        pass(1.7, NORTH);
        var landed = feet();
        assertEquals(0, landed.y(), 0.01);
        pass(0.4, NORTH);
        assertEquals(0, feet().minus(landed).length(), 0.01);
        pass(1, NORTH);
        assertTrue(feet().z() > landed.z() + 1, "it goes on");
    }

    private void disabled(String what) {
        able =
                Locomotion.of(
                        Optional.empty(),
                        Optional.of(
                                ValueJson.parse(
                                        """
                                        {"mode": {"$case": "standard", "standard": {"%s": true}}}
                                        """
                                                .formatted(what))));
    }
}
