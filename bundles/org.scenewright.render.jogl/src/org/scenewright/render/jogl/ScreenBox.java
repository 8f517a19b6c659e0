// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Matrix4fc;
import org.joml.Vector4f;
import org.scenewright.assets.Bounds;
import org.scenewright.render.DrawList.Batch;

import java.util.List;

/**
 * The part of a target, in pixels, that some batches cover at most; as far as it saves work to
 * know.
 */
record ScreenBox(int x, int y, int width, int height) {
    private static final int MOST_INSTANCES = 4096;

    /** What rounding and the corners of pixels may add. */
    private static final int MARGIN = 2;

    static ScreenBox of(List<Batch> batches, Matrix4fc toClip, Target.Format target) {
        var whole = new ScreenBox(0, 0, target.width(), target.height());
        if (batches.stream().mapToLong(Batch::count).sum() > MOST_INSTANCES) {
            return whole;
        }
        float[] box = {1, 1, -1, -1};
        for (var batch : batches) {
            for (int i = 0; i < Math.min(batch.count(), batch.transforms().length / 12); i++) {
                if (!cover(box, batch, i * 12, toClip)) {
                    return whole;
                }
            }
        }
        return whole.part(box);
    }

    /** The box with a margin, as far as the target goes. */
    ScreenBox widened(int by, Target.Format target) {
        int left = Math.max(x - by, 0);
        int low = Math.max(y - by, 0);
        int right = Math.min(x + width + by, target.width());
        int high = Math.min(y + height + by, target.height());
        return new ScreenBox(left, low, right - left, high - low);
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    private ScreenBox part(float[] box) {
        int left = Math.max((int) ((box[0] + 1) / 2 * width) - MARGIN, 0);
        int low = Math.max((int) ((box[1] + 1) / 2 * height) - MARGIN, 0);
        int right = Math.min((int) ((box[2] + 1) / 2 * width) + MARGIN, width);
        int high = Math.min((int) ((box[3] + 1) / 2 * height) + MARGIN, height);
        return new ScreenBox(left, low, right - left, high - low);
    }

    /** Widens the box by the corners of an instance; false where one of them is behind the eye. */
    private static boolean cover(float[] box, Batch batch, int at, Matrix4fc toClip) {
        var bounds = batch.bounds();
        for (int corner = 0; corner < 8; corner++) {
            var p = world(bounds, corner, batch.transforms(), at).mul(toClip);
            if (p.w < 1e-4f) {
                return false;
            }
            box[0] = Math.min(box[0], Math.max(p.x / p.w, -1));
            box[1] = Math.min(box[1], Math.max(p.y / p.w, -1));
            box[2] = Math.max(box[2], Math.min(p.x / p.w, 1));
            box[3] = Math.max(box[3], Math.min(p.y / p.w, 1));
        }
        return true;
    }

    private static Vector4f world(Bounds b, int corner, float[] m, int at) {
        float x = (corner & 1) == 0 ? b.minX() : b.maxX();
        float y = (corner & 2) == 0 ? b.minY() : b.maxY();
        float z = (corner & 4) == 0 ? b.minZ() : b.maxZ();
        var world = new Vector4f(0, 0, 0, 1);
        for (int row = 0; row < 3; row++) {
            int r = at + row * 4;
            world.setComponent(row, m[r] * x + m[r + 1] * y + m[r + 2] * z + m[r + 3]);
        }
        return world;
    }
}
