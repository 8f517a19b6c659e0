// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;

import java.util.Optional;

/** The little cross of axes in the upper right corner; a click on an end looks along that axis. */
final class Compass {
    private static final float ARM_PIXELS = 34;
    private static final float MARGIN_PIXELS = 54;
    private static final double NEAR_PIXELS = 11;
    private static final float LETTER = 0.14f;

    private final LineBrush brush = new LineBrush();

    private enum Axis {
        X(new Vector3f(1, 0, 0), Handle.Paint.RED, new float[] {-1, -1, 1, 1, -1, 1, 1, -1}),
        Y(
                new Vector3f(0, 1, 0),
                Handle.Paint.GREEN,
                new float[] {0, -1, 0, 0, 0, 0, -1, 1, 0, 0, 1, 1}),
        Z(
                new Vector3f(0, 0, 1),
                Handle.Paint.BLUE,
                new float[] {-1, 1, 1, 1, 1, 1, -1, -1, -1, -1, 1, -1});

        private final Vector3fc way;
        private final int color;
        private final float[] letter;

        Axis(Vector3fc way, int color, float[] letter) {
            this.way = way;
            this.color = color;
            this.letter = letter;
        }
    }

    private static float ahead(View view) {
        return view.near() * 4;
    }

    private static Vector3f center(Camera camera, View view) {
        var ray =
                camera.ray(
                        view.width() - MARGIN_PIXELS, MARGIN_PIXELS, view.width(), view.height());
        float distance = ahead(view) / ray.direction().dot(camera.forward());
        return ray.at(distance);
    }

    private static float arm(Camera camera, View view) {
        return ahead(view) * camera.metresPerPixel() * ARM_PIXELS;
    }

    DrawList.Lines draw(Camera camera, View view) {
        brush.clear();
        var center = center(camera, view);
        float arm = arm(camera, view);
        for (var axis : Axis.values()) {
            var end = center.fma(arm, axis.way, new Vector3f());
            brush.color(axis.color, 0.3);
            brush.line(center.fma(-arm * 0.7f, axis.way, new Vector3f()), center);
            brush.color(axis.color, 1);
            brush.line(center, end);
            letter(axis, end.fma(arm * 0.25f, axis.way), camera, arm * LETTER);
        }
        return brush.lines(2, true);
    }

    private void letter(Axis axis, Vector3fc at, Camera camera, float size) {
        for (int i = 0; i < axis.letter.length; i += 4) {
            brush.line(
                    stroke(axis.letter, i, at, camera, size),
                    stroke(axis.letter, i + 2, at, camera, size));
        }
    }

    private static Vector3f stroke(float[] letter, int i, Vector3fc at, Camera camera, float size) {
        return new Vector3f(at)
                .fma(letter[i] * size, camera.right())
                .fma(letter[i + 1] * size, camera.up());
    }

    /**
     * The direction to look in, where the pointer is on an end of an axis: from that end to the
     * middle.
     */
    Optional<Vector3f> under(Camera camera, View view, double x, double y) {
        var screen = new Screen(view);
        var center = center(camera, view);
        float arm = arm(camera, view);
        double[] at = new double[2];
        for (var axis : Axis.values()) {
            for (float end = 1.15f; end > -1; end -= 1.85f) {
                boolean ahead = screen.project(center.fma(arm * end, axis.way, new Vector3f()), at);
                if (ahead && Math.hypot(at[0] - x, at[1] - y) < NEAR_PIXELS) {
                    return Optional.of(axis.way.mul(-Math.signum(end), new Vector3f()));
                }
            }
        }
        return Optional.empty();
    }
}
