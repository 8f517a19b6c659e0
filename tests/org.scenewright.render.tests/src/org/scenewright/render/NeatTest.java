// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeatTest {
    @ParameterizedTest
    @CsvSource({
        "0.2500001, 0.25",
        "0.30000000000000004, 0.3",
        "9.999999046325684, 10",
        "0.123456789, 0.12345679",
        "-1e-9, 0",
        "123456.789012, 123456.789"
    })
    void numbersAreWrittenAsAPersonWould(double from, String to) {
        assertEquals(Double.parseDouble(to), Neat.number(from));
    }

    @Test
    void thereIsNoNegativeZero() {
        assertEquals("0.0", Double.toString(Neat.number(-0.0)));
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.25, 0.5", "0.29, 0.1, 0.3", "37, 15, 30", "-0.38, 0.25, -0.5"})
    void stepsAreExact(double value, double step, double expected) {
        assertEquals(expected, Neat.step(value, step));
    }
}
