// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.OptionalDouble;

/**
 * What somebody wants the player to do.
 *
 * @param x the way to go in the world, to the east; of length 1 with z, or both 0 to stand
 * @param z to the north
 * @param isJumping whether the key to jump is held
 * @param facing the way that the body is turned, as an angle that is 0 to the north and grows to
 *     the east; where empty, as it goes
 */
public record Stride(double x, double z, Gait gait, boolean isJumping, OptionalDouble facing) {

    /** How the player goes. */
    public enum Gait {
        WALK,
        JOG,
        RUN
    }

    /** Nothing. */
    public static final Stride NONE = new Stride(0, 0, Gait.JOG, false, OptionalDouble.empty());

    /** The same with the key to jump held. */
    Stride jumping() {
        return new Stride(x, z, gait, true, facing);
    }

    boolean isGoing() {
        return x != 0 || z != 0;
    }
}
