// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/**
 * How much may go to the graphics card within one frame, so that opening a scene does not freeze
 * the picture.
 */
final class Uploads {
    private static final long BYTES_PER_FRAME = 8 << 20;

    private long left;
    private boolean begun;
    private boolean refused;

    void begin() {
        left = BYTES_PER_FRAME;
        begun = false;
        refused = false;
    }

    /** Whether so many bytes may go now; the first ones of a frame always may, however many. */
    boolean take(long bytes) {
        if (begun && bytes > left) {
            refused = true;
            return false;
        }
        begun = true;
        left -= bytes;
        return true;
    }

    /** Whether something had to stay behind in this frame. */
    boolean refused() {
        return refused;
    }
}
