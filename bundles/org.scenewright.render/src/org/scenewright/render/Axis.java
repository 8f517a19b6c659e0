// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;

/**
 * The three directions of space, and one that the view decides, each with its colour in sRGB as
 * 0xRRGGBB.
 */
enum Axis {
    X(1, 0, 0, 0xf0465a),
    Y(0, 1, 0, 0x86d838),
    Z(0, 0, 1, 0x3f8cff),
    VIEW(0, 0, 0, 0xe8ebef);

    private final Vector3dc way;
    private final int color;

    Axis(int x, int y, int z, int color) {
        way = new Vector3d(x, y, z);
        this.color = color;
    }

    /** Of length 1; zero where the view decides. */
    Vector3dc way() {
        return way;
    }

    Vector3f shortWay() {
        return new Vector3f((float) way.x(), (float) way.y(), (float) way.z());
    }

    int color() {
        return color;
    }
}
