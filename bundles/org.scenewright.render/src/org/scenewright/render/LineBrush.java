// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;

import java.util.Arrays;

/** Line segments being drawn into an array that is used again. */
final class LineBrush {
    private static final int END = 7;
    private static final int ROUND = 96;

    private float[] vertices = new float[64 * END];
    private int ends;
    private float red;
    private float green;
    private float blue;
    private float alpha = 1;

    void clear() {
        ends = 0;
    }

    /** Chooses the colour of what follows, sRGB as 0xRRGGBB. */
    LineBrush color(int rgb, double opacity) {
        red = (rgb >> 16 & 255) / 255f;
        green = (rgb >> 8 & 255) / 255f;
        blue = (rgb & 255) / 255f;
        alpha = (float) opacity;
        return this;
    }

    void line(Vector3fc from, Vector3fc to) {
        end(from);
        end(to);
    }

    private void end(Vector3fc p) {
        if ((ends + 1) * END > vertices.length) {
            vertices = Arrays.copyOf(vertices, vertices.length * 2);
        }
        int i = ends++ * END;
        vertices[i] = p.x();
        vertices[i + 1] = p.y();
        vertices[i + 2] = p.z();
        vertices[i + 3] = red;
        vertices[i + 4] = green;
        vertices[i + 5] = blue;
        vertices[i + 6] = alpha;
    }

    /** Draws a circle, or part of it, through the ends of two spokes at right angles. */
    void arc(Vector3fc center, Vector3fc across, Vector3fc along, double turn) {
        int steps = (int) Math.max(1, Math.ceil(ROUND * Math.abs(turn) / (2 * Math.PI)));
        var last = center.add(across, new Vector3f());
        for (int i = 1; i <= steps; i++) {
            double angle = turn * i / steps;
            var next =
                    new Vector3f(center)
                            .fma((float) Math.cos(angle), across)
                            .fma((float) Math.sin(angle), along);
            line(last, next);
            last = next;
        }
    }

    void circle(Vector3fc center, Vector3fc across, Vector3fc along) {
        arc(center, across, along, 2 * Math.PI);
    }

    /** Draws the edges of the box from -0.5 to 0.5 under a matrix. */
    void box(Matrix4x3fc place) {
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 1; axis < 8; axis <<= 1) {
                if ((corner & axis) == 0) {
                    line(corner(place, corner), corner(place, corner | axis));
                }
            }
        }
    }

    private static Vector3f corner(Matrix4x3fc place, int which) {
        var p =
                new Vector3f(
                        (which & 1) == 0 ? -0.5f : 0.5f,
                        (which & 2) == 0 ? -0.5f : 0.5f,
                        (which & 4) == 0 ? -0.5f : 0.5f);
        return place.transformPosition(p);
    }

    boolean isEmpty() {
        return ends == 0;
    }

    /** The same lines in one colour, to be drawn under them where they are wider. */
    DrawList.Lines edge(int rgb, float pixels) {
        var under = new LineBrush().color(rgb, 1);
        var end = new Vector3f();
        for (int i = 0; i < ends * END; i += END) {
            under.end(end.set(vertices[i], vertices[i + 1], vertices[i + 2]));
        }
        return under.lines(pixels, false);
    }

    DrawList.Lines lines(float pixels, boolean onTop) {
        return new DrawList.Lines(vertices, ends / 2, pixels, onTop);
    }
}
