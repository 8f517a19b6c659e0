// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/** Numbers as a person would have typed them: no dust behind the digits that a float can hold. */
final class Neat {
    private static final double FINEST = 1e4;

    private Neat() {}

    /** The nearest multiple of a step. */
    static double step(double value, double step) {
        // Dividing by the inverse keeps multiples of 0.1 exact, where multiplying would leave dust.
        double perOne = 1 / step;
        double whole = Math.rint(perOne);
        return Math.abs(perOne - whole) < 1e-9
                ? Math.rint(value * whole) / whole
                : Math.rint(value / step) * step;
    }

    /** The shortest decimal that is the same float; nearly round numbers become round. */
    static double number(double value) {
        double round = Math.rint(value * FINEST) / FINEST;
        boolean nearly = Math.abs(value - round) <= 2e-6 * Math.max(1, Math.abs(value));
        double neat = nearly ? round : Double.parseDouble(Float.toString((float) value));
        return neat + 0.0;
    }
}
