// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

class ArithmeticTest {
    private static void check(String typed, double expected) {
        assertEquals(OptionalDouble.of(expected), Arithmetic.evaluate(typed));
    }

    private static void checkRefused(String typed) {
        assertEquals(OptionalDouble.empty(), Arithmetic.evaluate(typed));
    }

    @Test
    void aNumber() {
        check("-1.5", -1.5);
    }

    @Test
    void aDecimalComma() {
        check("1,5", 1.5);
    }

    @Test
    void anExponent() {
        check("2e-3", 0.002);
    }

    @Test
    void productsBindTighter() {
        check("1 + 2*3", 7);
    }

    @Test
    void bracketsComeFirst() {
        check("(1+2)*-3", -9);
    }

    @Test
    void divisionFromTheLeft() {
        check("16/4/2", 2);
    }

    @Test
    void nothingIsNoNumber() {
        checkRefused("");
    }

    @Test
    void wordsAreNoNumber() {
        checkRefused("NaN");
    }

    @Test
    void divisionByZeroIsRefused() {
        checkRefused("1/0");
    }

    @Test
    void anOpenBracketIsRefused() {
        checkRefused("(1+2");
    }

    @Test
    void aTrailingSignIsRefused() {
        checkRefused("1+");
    }

    @Test
    void aVeryLongTextIsRefused() {
        checkRefused("(".repeat(100_000));
    }
}
