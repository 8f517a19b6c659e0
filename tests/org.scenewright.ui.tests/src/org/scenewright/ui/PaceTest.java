// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.render.InputEvent;
import org.scenewright.render.InputEvent.Button;
import org.scenewright.render.InputEvent.Modifiers;
import org.scenewright.render.jogl.Quality;

/** Pictures get coarser where a machine is slow, and finer again. */
class PaceTest {
    private final Pace pace = new Pace();
    private final Motion motion = new Motion();

    private void draw(int times, int millis) {
        for (int i = 0; i < times; i++) {
            pace.took(pace.moving(), millis * 1_000_000L);
        }
    }

    @Test
    void aPictureThatStaysIsFine() {
        assertEquals(new Quality(4, 1), pace.settled());
        draw(20, 200);
        assertTrue(pace.isFine(pace.settled()));
    }

    @Test
    void slowPicturesLowerTheScale() {
        draw(20, 100);
        assertEquals(0.75f, pace.moving().scale());
    }

    @Test
    void oneHiccupDoesNot() {
        draw(5, 20);
        draw(1, 60);
        assertEquals(1, pace.moving().scale());
    }

    @Test
    void quickPicturesRaiseItAgain() {
        draw(20, 100);
        draw(20, 5);
        assertEquals(1, pace.moving().scale());
    }

    @Test
    void whereFinePicturesAreEffortlessAllAreFine() {
        pace.took(pace.settled(), 3_000_000);
        assertTrue(pace.isFine(pace.moving()));
    }

    @Test
    void aClickIsNoMotion() {
        motion.input(new InputEvent.PointerDown(1, 1, Button.LEFT, Modifiers.NONE));
        assertFalse(motion.goesOn());
    }

    @Test
    void aDragIsMotionUntilTheButtonIsUp() {
        motion.input(new InputEvent.PointerDown(1, 1, Button.LEFT, Modifiers.NONE));
        motion.input(new InputEvent.PointerMoved(5, 5, Modifiers.NONE));
        assertTrue(motion.goesOn());
        motion.input(new InputEvent.PointerUp(5, 5, Button.LEFT, Modifiers.NONE));
        assertFalse(motion.goesOn());
    }

    @Test
    void hoveringIsNoMotion() {
        motion.input(new InputEvent.PointerMoved(5, 5, Modifiers.NONE));
        assertFalse(motion.goesOn());
    }

    @Test
    void theWheelIsMotionForAMoment() {
        motion.input(new InputEvent.Wheel(5, 5, 1, Modifiers.NONE));
        assertTrue(motion.goesOn());
    }
}
