// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The easings against values of the formulas that the SDK names as its guide. */
class EasingTest {
    /** The easing of a number at a quarter, a half and three quarters. */
    private static void check(int number, double quarter, double half, double threeQuarters) {
        var easing = Easing.of(number);
        assertEquals(quarter, easing.applyAsDouble(0.25), 1e-6);
        assertEquals(half, easing.applyAsDouble(0.5), 1e-6);
        assertEquals(threeQuarters, easing.applyAsDouble(0.75), 1e-6);
    }

    @Test
    void allBeginAtNothingAndEndAtAll() {
        for (int number = 0; number < Easing.count(); number++) {
            assertEquals(0, Easing.of(number).applyAsDouble(0), 1e-3, "easing " + number);
            assertEquals(1, Easing.of(number).applyAsDouble(1), 1e-3, "easing " + number);
        }
        assertEquals(31, Easing.count());
    }

    @Test
    void linearIsAsItIs() {
        check(0, 0.25, 0.5, 0.75);
    }

    @Test
    void whatNobodyKnowsIsLinear() {
        check(99, 0.25, 0.5, 0.75);
        check(-1, 0.25, 0.5, 0.75);
    }

    @Test
    void quadratic() {
        check(1, 0.0625, 0.25, 0.5625);
        check(2, 0.4375, 0.75, 0.9375);
        check(3, 0.125, 0.5, 0.875);
    }

    @Test
    void sine() {
        check(4, 0.07612046748871326, 0.2928932188134524, 0.6173165676349102);
        check(5, 0.3826834323650898, 0.7071067811865476, 0.9238795325112867);
        check(6, 0.14644660940672627, 0.5, 0.8535533905932737);
    }

    @Test
    void exponential() {
        check(7, 0.005524271728019903, 0.03125, 0.1767766952966369);
        check(8, 0.8232233047033631, 0.96875, 0.9944757282719801);
        check(9, 0.015625, 0.5, 0.984375);
    }

    @Test
    void elastic() {
        check(10, -0.005524271728019903, -0.015625, 0.08838834764831845);
        check(11, 0.9116116523516815, 1.015625, 1.0055242717280199);
        check(12, 0.011969444423734044, 0.5, 0.9880305555762660);
    }

    @Test
    void bounce() {
        check(13, 0.02734375, 0.234375, 0.52734375);
        check(14, 0.47265625, 0.765625, 0.97265625);
        check(15, 0.1171875, 0.5, 0.8828125);
    }

    @Test
    void powers() {
        check(16, 0.015625, 0.125, 0.421875);
        check(18, 0.0625, 0.5, 0.9375);
        check(19, 0.00390625, 0.0625, 0.31640625);
        check(20, 0.68359375, 0.9375, 0.99609375);
        check(22, 0.0009765625, 0.03125, 0.2373046875);
        check(24, 0.015625, 0.5, 0.984375);
    }

    @Test
    void circle() {
        check(25, 0.031754163448145745, 0.1339745962155614, 0.3385621722338523);
        check(26, 0.6614378277661477, 0.8660254037844386, 0.9682458365518543);
        check(27, 0.0669872981077807, 0.5, 0.9330127018922193);
    }

    @Test
    void back() {
        check(28, -0.06413656250000001, -0.08769750000000004, 0.1825903124999999);
        check(29, 0.8174096875000001, 1.0876975, 1.0641365625);
        check(30, -0.09968184375, 0.5, 1.09968184375);
    }
}
