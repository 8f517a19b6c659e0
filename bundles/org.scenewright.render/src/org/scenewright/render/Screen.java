// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4f;
import org.joml.Vector3fc;
import org.joml.Vector4f;

/** Where things of the world are on a picture, in pixels from its upper left corner. */
final class Screen {
    private final Matrix4f matrix;
    private final int width;
    private final int height;
    private final Vector4f clip = new Vector4f();

    Screen(View view) {
        matrix = view.viewProjection();
        width = view.width();
        height = view.height();
    }

    /** Projects a point; false where it lies behind the eye. */
    boolean project(Vector3fc point, double[] to) {
        return project(point.x(), point.y(), point.z(), to);
    }

    private boolean project(float x, float y, float z, double[] to) {
        matrix.transform(clip.set(x, y, z, 1));
        to[0] = (clip.x / clip.w + 1) / 2 * width;
        to[1] = (1 - clip.y / clip.w) / 2 * height;
        return clip.w > 1e-6f;
    }

    /**
     * The part of the picture that a box covers; the whole of it where the box reaches behind the
     * eye.
     */
    ScreenRectangle cover(float[] boxes, int b) {
        double[] at = new double[2];
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            float x = boxes[b + 3 * (corner & 1)];
            float y = boxes[b + 1 + 3 * (corner >> 1 & 1)];
            float z = boxes[b + 2 + 3 * (corner >> 2)];
            if (!project(x, y, z, at)) {
                return new ScreenRectangle(0, 0, width, height);
            }
            left = Math.min(left, at[0]);
            top = Math.min(top, at[1]);
            right = Math.max(right, at[0]);
            bottom = Math.max(bottom, at[1]);
        }
        return new ScreenRectangle(left, top, right, bottom);
    }
}
