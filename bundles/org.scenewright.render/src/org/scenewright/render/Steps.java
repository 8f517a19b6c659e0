// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/** The steps in which tools move, turn and scale. */
final class Steps {
    private Steps() {}

    /** The nearest multiple of a step. */
    static double nearest(double value, double step) {
        // Dividing by the inverse keeps multiples of 0.1 exact, where multiplying would leave dust.
        double perOne = 1 / step;
        double whole = Math.rint(perOne);
        return Math.abs(perOne - whole) < 1e-9
                ? Math.rint(value * whole) / whole
                : Math.rint(value / step) * step;
    }
}
