// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** Numbers of single precision as doubles. */
final class Floats {
    private Floats() {}

    /**
     * The double with the fewest digits that rounds to a float, so that 0.1 comes back from the
     * wire as 0.1 and not as 0.10000000149011612.
     */
    static double widen(float number) {
        if (number == (int) number || !Float.isFinite(number)) {
            return number;
        }
        double shortest = Double.parseDouble(Float.toString(number));
        return (float) shortest == number ? shortest : number;
    }
}
