// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;

import java.util.List;
import java.util.Optional;

/** The little cross of axes in the upper right corner; a click on an end looks along that axis. */
final class Compass {
    private static final float ARM_POINTS = 34;
    private static final float MARGIN_POINTS = 54;
    private static final double NEAR_POINTS = 11;
    private static final float LETTER = 0.14f;
    private static final float LETTER_AT = 1.25f;

    /** Where on an axis it can be clicked, in arms. */
    private static final float[] ENDS = {1.15f, -0.7f};

    private final LineBrush brush = new LineBrush();

    private static final List<Axis> AXES = List.of(Axis.X, Axis.Y, Axis.Z);

    /** The strokes of the letters X, Y and Z, each from and to a point. */
    private static final List<float[]> LETTERS =
            List.of(
                    new float[] {-1, -1, 1, 1, -1, 1, 1, -1},
                    new float[] {0, -1, 0, 0, 0, 0, -1, 1, 0, 0, 1, 1},
                    new float[] {-1, 1, 1, 1, 1, 1, -1, -1, -1, -1, 1, -1});

    private static float ahead(View view) {
        return view.near() * 4;
    }

    private static Vector3f center(Camera camera, View view) {
        float margin = MARGIN_POINTS * camera.density();
        var ray = camera.ray(view.width() - margin, margin, view.width(), view.height());
        float distance = ahead(view) / ray.direction().dot(camera.forward());
        return ray.at(distance);
    }

    private static float arm(Camera camera, View view) {
        return ahead(view) * camera.metresPerPoint() * ARM_POINTS;
    }

    DrawList.Lines draw(Camera camera, View view) {
        brush.clear();
        var center = center(camera, view);
        float arm = arm(camera, view);
        for (var axis : AXES) {
            var way = flat(axis, camera);
            boolean away = axis.shortWay().dot(camera.forward()) > 0;
            brush.color(axis.color(), 0.3);
            brush.line(center.fma(-arm * 0.7f, way, new Vector3f()), center);
            brush.color(axis.color(), away ? 0.85 : 1);
            brush.line(center, center.fma(arm, way, new Vector3f()));
            letter(axis, center.fma(arm * LETTER_AT, way, new Vector3f()), camera, arm * LETTER);
        }
        return brush.lines(2, true);
    }

    /**
     * An axis as it would be seen in the middle of the picture, where perspective does not slant
     * it.
     */
    private static Vector3f flat(Axis axis, Camera camera) {
        var way = axis.shortWay();
        return camera.right().mul(way.dot(camera.right())).fma(way.dot(camera.up()), camera.up());
    }

    private void letter(Axis axis, Vector3fc at, Camera camera, float size) {
        float[] strokes = LETTERS.get(axis.ordinal());
        for (int i = 0; i < strokes.length; i += 4) {
            var from = camera.right().mul(strokes[i]).fma(strokes[i + 1], camera.up());
            var to = camera.right().mul(strokes[i + 2]).fma(strokes[i + 3], camera.up());
            brush.line(from.mul(size).add(at), to.mul(size).add(at));
        }
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
        for (var axis : AXES) {
            for (float end : ENDS) {
                screen.project(center.fma(arm * end, flat(axis, camera), new Vector3f()), at);
                if (Math.hypot(at[0] - x, at[1] - y) < NEAR_POINTS * camera.density()) {
                    return Optional.of(axis.shortWay().mul(-Math.signum(end)));
                }
            }
        }
        return Optional.empty();
    }
}
