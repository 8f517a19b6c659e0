// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class FloatsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.85, -21.8, 1e-7, 3, 16777217.0 - 1, 0.5})
    void aShortNumberComesBackAsItWas(double number) {
        assertEquals(number, Floats.widen((float) number));
    }

    @Test
    void everyFloatComesBackAsTheSameFloat() {
        var random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            float number = Float.intBitsToFloat(random.nextInt());
            assertEquals(number, (float) Floats.widen(number));
        }
    }

    @Test
    void theDoubleHasTheDigitsOfTheShortestFloat() {
        var random = new Random(8);
        for (int i = 0; i < 200_000; i++) {
            float number = (random.nextFloat() - 0.5f) * (1 << random.nextInt(20));
            assertEquals(Double.parseDouble(Float.toString(number)), Floats.widen(number));
        }
    }

    @Test
    void minusZeroKeepsItsSign() {
        assertEquals(-0.0, Floats.widen(-0f));
    }
}
