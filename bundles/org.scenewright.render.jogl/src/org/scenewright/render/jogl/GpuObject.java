// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/** Something on the graphics card that remembers when it was needed last. */
abstract class GpuObject {
    private int lastSweep;
    private int lastFrame;
    private long bytes;

    /** Tells how much room it takes. */
    final void weigh(long much) {
        bytes = much;
    }

    final long bytes() {
        return bytes;
    }

    final int lastSweep() {
        return lastSweep;
    }

    final int lastFrame() {
        return lastFrame;
    }

    final void used(int sweep, int frame) {
        lastSweep = sweep;
        lastFrame = frame;
    }

    /** Frees it; true, so that it can end a condition. */
    abstract boolean free();
}
