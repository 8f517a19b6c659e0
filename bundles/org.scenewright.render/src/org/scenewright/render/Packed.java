// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Arrays;

/** The instances of one batch, packed one after the other in arrays that are used again. */
final class Packed {
    private static final float[] NO_TINTS = {};

    private float[] matrices = {};
    private float[] tints = {};
    private int count;
    private boolean tinted;

    int count() {
        return count;
    }

    /** Empties it, ready for a number of instances. */
    void clear(int expected) {
        count = 0;
        tinted = false;
        reserve(expected);
    }

    private void reserve(int instances) {
        if (matrices.length < instances * Instances.MATRIX) {
            int room = Math.max(instances, count * 2);
            matrices = Arrays.copyOf(matrices, room * Instances.MATRIX);
            tints = Arrays.copyOf(tints, room * Instances.TINT);
        }
    }

    void add(Instances all, int i) {
        reserve(count + 1);
        System.arraycopy(
                all.matrices,
                i * Instances.MATRIX,
                matrices,
                count * Instances.MATRIX,
                Instances.MATRIX);
        int from = i * Instances.TINT;
        for (int k = 0; k < Instances.TINT; k++) {
            float part = all.tints[from + k];
            tints[count * Instances.TINT + k] = part;
            tinted |= part != 1;
        }
        count++;
    }

    DrawList.Batch batch(Group.Key key) {
        float[] colors = tinted ? tints : NO_TINTS;
        return key.batch(matrices, colors, count);
    }
}
