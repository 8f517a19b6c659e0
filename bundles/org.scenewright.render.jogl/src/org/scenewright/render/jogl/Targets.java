// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL3;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The targets in use by the viewports, kept from frame to frame as far as a budget of memory goes.
 */
final class Targets implements AutoCloseable {
    private static final long BUDGET_BYTES = 256L << 20;
    private static final int MOST = 16;

    /**
     * As many as one frame uses: scene, scene without samples, picture, mask, mask without samples.
     */
    private static final int PER_FRAME = 5;

    private final GL3 gl;
    private final Map<Target.Format, Target> targets = new LinkedHashMap<>(16, 0.75f, true);

    Targets(GL3 gl) {
        this.gl = gl;
    }

    /** A target of a format, to be used within the present frame. */
    Target of(Target.Format format) {
        return targets.computeIfAbsent(format, wanted -> new Target(gl, wanted));
    }

    /** Frees the targets unused for longest; never one that the frame just drawn has used. */
    void trim() {
        long bytes = targets.keySet().stream().mapToLong(Target.Format::bytes).sum();
        var eldest = targets.values().iterator();
        for (int left = targets.size();
                left > MOST || bytes > BUDGET_BYTES && left > PER_FRAME;
                left--) {
            var target = eldest.next();
            bytes -= target.format().bytes();
            target.close();
            eldest.remove();
        }
    }

    int size() {
        return targets.size();
    }

    @Override
    public void close() {
        targets.values().forEach(Target::close);
        targets.clear();
    }
}
