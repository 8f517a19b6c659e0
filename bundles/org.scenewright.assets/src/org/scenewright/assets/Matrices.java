// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** 4x4 matrices as glTF writes them: sixteen numbers, column after column. */
final class Matrices {
    private Matrices() {}

    static float[] identity() {
        return new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    }

    /** Scale first, then rotation (a quaternion x, y, z, w), then translation. */
    static float[] of(float[] translation, float[] rotation, float[] scale) {
        float x = rotation[0];
        float y = rotation[1];
        float z = rotation[2];
        float w = rotation[3];
        return new float[] {
            (1 - 2 * (y * y + z * z)) * scale[0],
            2 * (x * y + z * w) * scale[0],
            2 * (x * z - y * w) * scale[0],
            0,
            2 * (x * y - z * w) * scale[1],
            (1 - 2 * (x * x + z * z)) * scale[1],
            2 * (y * z + x * w) * scale[1],
            0,
            2 * (x * z + y * w) * scale[2],
            2 * (y * z - x * w) * scale[2],
            (1 - 2 * (x * x + y * y)) * scale[2],
            0,
            translation[0],
            translation[1],
            translation[2],
            1
        };
    }

    static float[] multiply(float[] a, float[] b) {
        var product = new float[16];
        for (int i = 0; i < 16; i++) {
            int row = i % 4;
            int column = i / 4 * 4;
            product[i] =
                    a[row] * b[column]
                            + a[row + 4] * b[column + 1]
                            + a[row + 8] * b[column + 2]
                            + a[row + 12] * b[column + 3];
        }
        return product;
    }

    /** The same matrix in a space whose x axis points the other way. */
    static float[] mirrored(float[] m) {
        var mirrored = m.clone();
        for (int i : new int[] {1, 2, 3, 4, 8, 12}) {
            // Plus nothing, because -0 would make equal matrices differ.
            mirrored[i] = -m[i] + 0f;
        }
        return mirrored;
    }

    static boolean isFinite(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value * 0;
        }
        return sum == 0;
    }

    /** Moves points in place. */
    static void transform(float[] m, float[] points, int at) {
        float x = points[at];
        float y = points[at + 1];
        float z = points[at + 2];
        for (int row = 0; row < 3; row++) {
            points[at + row] = m[row] * x + m[row + 4] * y + m[row + 8] * z + m[row + 12];
        }
    }

    /** Turns and scales vectors in place. */
    static void turn(float[] m, float[] vectors, int at) {
        float x = vectors[at];
        float y = vectors[at + 1];
        float z = vectors[at + 2];
        for (int row = 0; row < 3; row++) {
            vectors[at + row] = m[row] * x + m[row + 4] * y + m[row + 8] * z;
        }
    }

    /** The box around a moved box. */
    static Bounds transform(float[] m, Bounds box) {
        if (box.isEmpty()) {
            return box;
        }
        var corners = new float[24];
        for (int i = 0; i < 8; i++) {
            corners[i * 3] = (i & 1) == 0 ? box.minX() : box.maxX();
            corners[i * 3 + 1] = (i & 2) == 0 ? box.minY() : box.maxY();
            corners[i * 3 + 2] = (i & 4) == 0 ? box.minZ() : box.maxZ();
            transform(m, corners, i * 3);
        }
        return Bounds.of(corners);
    }
}
