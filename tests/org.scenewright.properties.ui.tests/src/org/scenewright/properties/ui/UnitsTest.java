// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.OptionalDouble;

/** What may stand behind a number. */
class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "2.5 m, m, 2.5",
        "2.5m, m, 2.5",
        "250 cm, m, 2.5",
        "(1+1)*2 km, m, 4000",
        "2.5 m, '', 2.5",
        "1e2, m, 100",
        "1e2 m, m, 100",
        "3 m/s, m/s, 3",
        "2 min, s, 120",
        "500 ms, s, 0.5",
        "2 s, ms, 2000",
        "90\u00b0, degrees, 90",
        "90 deg, '', 90",
        "7 per s, per s, 7"
    })
    void aUnitIsUnderstood(String typed, String unit, double number) {
        assertEquals(number, Units.evaluate(typed, unit).orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"2 s, m", "2 cm, ''", "m, m", "2 bananas, m", "2 m m, m", "'', m", "2+ m, m"})
    void whatCountsSomethingElseIsNoNumber(String typed, String unit) {
        assertEquals(OptionalDouble.empty(), Units.evaluate(typed, unit));
    }
}
