// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

/**
 * Consecutive entity numbers that one replica may give to new entities, and nobody else meanwhile.
 *
 * @param first the first number, from 512
 * @param size how many there are, at least 1
 */
public record NumberBlock(int first, int size) {
    public NumberBlock {
        if (first < Entity.FIRST_FREE_NUMBER
                || size < 1
                || size > Entity.LAST_NUMBER
                || first + size - 1 > Entity.LAST_NUMBER) {
            throw new IllegalArgumentException("no entity numbers: " + first + " and " + size);
        }
    }

    /** The number behind the last one. */
    int end() {
        return first + size;
    }
}
