// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/**
 * Where somebody is, as directors want to know it: metres in the world, Y up.
 *
 * @param x finite, as the others are
 */
public record Position(float x, float y, float z) {

    public Position {
        if (!Float.isFinite(x) || !Float.isFinite(y) || !Float.isFinite(z)) {
            throw new IllegalArgumentException("A position is finite.");
        }
    }
}
