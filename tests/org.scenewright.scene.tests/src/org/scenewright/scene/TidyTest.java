// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyTest {
    @ParameterizedTest
    @CsvSource({
        "0.2500001, 0.25",
        "0.30000000000000004, 0.3",
        "9.999999046325684, 10",
        "0.123456789, 0.12345679",
        "-1e-9, 0",
        "123456.789012, 123456.789"
    })
    void numbersAreWrittenAsAPersonWould(double from, double to) {
        assertEquals(to, Tidy.number(from));
    }

    @Test
    void thereIsNoNegativeZero() {
        assertEquals("0.0", Double.toString(Tidy.number(-0.0)));
    }
}
