// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/** Something on the graphics card that remembers when it was needed last. */
abstract class GpuObject {
    private int lastUse;

    final int lastUse() {
        return lastUse;
    }

    final void lastUse(int sweep) {
        lastUse = sweep;
    }

    /** Frees it; true, so that it can end a condition. */
    abstract boolean free();
}
