// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** Numbers of single precision as doubles. */
final class Floats {
    private static final double SIX_DECIMALS = 1e6;

    /** Below this the distance of two floats is under a millionth. */
    private static final float FINE = 8;

    private Floats() {}

    /**
     * The double with the fewest digits that rounds to a float, so that 0.1 comes back from the
     * wire as 0.1 and not as 0.10000000149011612.
     */
    static double widen(float number) {
        if (number == (int) number || !Float.isFinite(number)) {
            return number;
        }
        // Most numbers that people enter: no need to spell and to parse them.
        double rounded = Math.rint(number * SIX_DECIMALS) / SIX_DECIMALS;
        if (Math.abs(number) < FINE && (float) rounded == number) {
            return rounded;
        }
        double shortest = Double.parseDouble(Float.toString(number));
        return (float) shortest == number ? shortest : number;
    }
}
