// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
    @ParameterizedTest
    @CsvSource({"0.6, 0.25, 0.5", "0.29, 0.1, 0.3", "37, 15, 30", "-0.38, 0.25, -0.5"})
    void multiplesAreExact(double value, double step, double expected) {
        assertEquals(expected, Steps.nearest(value, step));
    }
}
