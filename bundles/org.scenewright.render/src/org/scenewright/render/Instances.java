// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material.Rgba;

import java.util.Arrays;

/**
 * Every mesh at every place, as arrays: what is looked at in each picture lies side by side.
 *
 * <p>Numbers of removed instances are given out again.
 */
final class Instances {
    static final int MATRIX = 12;
    static final int BOX = 6;
    static final int TINT = 4;
    private static final float[] NOWHERE = {1, 1, 1, -1, -1, -1};

    float[] matrices = new float[64 * MATRIX];
    float[] boxes = new float[64 * BOX];
    float[] tints = new float[64 * TINT];
    Node[] owners = new Node[64];
    boolean[] outlined = new boolean[64];
    Group[] groups = new Group[64];
    int[] places = new int[64];
    private int[] free = new int[64];
    private int freed;
    private int size;

    /** One more than the greatest number in use. */
    int size() {
        return size;
    }

    int count() {
        return size - freed;
    }

    /** A new instance for a node. */
    int add(Node owner, Rgba tint) {
        int i = freed > 0 ? free[--freed] : grown();
        owners[i] = owner;
        outlined[i] = owner.selected();
        tints[i * TINT] = tint.r();
        tints[i * TINT + 1] = tint.g();
        tints[i * TINT + 2] = tint.b();
        tints[i * TINT + 3] = tint.a();
        hide(i);
        return i;
    }

    private int grown() {
        if (size == owners.length) {
            int more = size * 2;
            matrices = Arrays.copyOf(matrices, more * MATRIX);
            boxes = Arrays.copyOf(boxes, more * BOX);
            tints = Arrays.copyOf(tints, more * TINT);
            owners = Arrays.copyOf(owners, more);
            outlined = Arrays.copyOf(outlined, more);
            groups = Arrays.copyOf(groups, more);
            places = Arrays.copyOf(places, more);
            free = Arrays.copyOf(free, more);
        }
        return size++;
    }

    void remove(int i) {
        groups[i].remove(this, i);
        hide(i);
        free[freed++] = i;
    }

    private void hide(int i) {
        System.arraycopy(NOWHERE, 0, boxes, i * BOX, BOX);
    }

    /** Puts an instance at a place, where a box in its own space fills it. */
    void place(int i, Matrix4x3f world, Bounds local) {
        world.getTransposed(matrices, i * MATRIX);
        int m = i * MATRIX;
        float cx = (local.minX() + local.maxX()) / 2;
        float cy = (local.minY() + local.maxY()) / 2;
        float cz = (local.minZ() + local.maxZ()) / 2;
        for (int row = 0; row < 3; row++, m += 4) {
            float center =
                    matrices[m] * cx
                            + matrices[m + 1] * cy
                            + matrices[m + 2] * cz
                            + matrices[m + 3];
            float half =
                    Math.abs(matrices[m]) * (local.maxX() - cx)
                            + Math.abs(matrices[m + 1]) * (local.maxY() - cy)
                            + Math.abs(matrices[m + 2]) * (local.maxZ() - cz);
            boxes[i * BOX + row] = center - half;
            boxes[i * BOX + row + 3] = center + half;
        }
        if (!isFinite(i)) {
            hide(i);
        }
    }

    // A scale of 1e300 in a file must not spoil the boxes that everything else is found by.
    private boolean isFinite(int i) {
        float sum = 0;
        for (int k = 0; k < BOX; k++) {
            sum += boxes[i * BOX + k] * 0;
        }
        return sum == 0;
    }

    /** The matrix of an instance, from its mesh to the world. */
    Matrix4x3f matrix(int i, Matrix4x3f to) {
        int m = i * MATRIX;
        return to.set(
                matrices[m],
                matrices[m + 4],
                matrices[m + 8],
                matrices[m + 1],
                matrices[m + 5],
                matrices[m + 9],
                matrices[m + 2],
                matrices[m + 6],
                matrices[m + 10],
                matrices[m + 3],
                matrices[m + 7],
                matrices[m + 11]);
    }

    Bounds bounds(int i) {
        int b = i * BOX;
        return new Bounds(
                boxes[b], boxes[b + 1], boxes[b + 2], boxes[b + 3], boxes[b + 4], boxes[b + 5]);
    }
}
