// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/** Counts what one frame draws. */
final class Tally {
    private int drawCalls;
    private long triangles;

    void clear() {
        drawCalls = 0;
        triangles = 0;
    }

    void add(long drawn) {
        drawCalls++;
        triangles += drawn;
    }

    int drawCalls() {
        return drawCalls;
    }

    long triangles() {
        return triangles;
    }
}
