// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QualityTest {
    @Test
    void thereIsAtLeastOneSample() {
        assertEquals(1, new Quality(0, 1).samples());
    }

    @Test
    void theScaleNeverExceedsOne() {
        assertEquals(1, new Quality(1, 2).scale());
    }

    @Test
    void theScaleNeverFallsBelowOneHalf() {
        assertEquals(0.5f, new Quality(1, 0).scale());
    }
}
