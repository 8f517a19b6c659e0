// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.List;
import org.scenewright.render.jogl.Quality;

/**
 * How much work a picture may be: as fine as this machine draws quickly while things move, and always fine
 * once they rest.
 */
final class Pace {
    private static final List<Float> SCALES = List.of(0.5f, 0.75f, 1f);
    private static final int FINE_SAMPLES = 4;
    private static final long SLOW_NANOS = 28_000_000;
    private static final long QUICK_NANOS = 11_000_000;
    private static final long EFFORTLESS_NANOS = 7_000_000;

    private int step = SCALES.size() - 1;
    private boolean effortless;

    /** The quality of a picture while things move. */
    Quality moving() {
        return new Quality(effortless ? FINE_SAMPLES : 1, SCALES.get(step));
    }

    /** The quality of a picture that stays. */
    Quality settled() {
        return new Quality(FINE_SAMPLES, 1);
    }

    /** Whether a picture of this quality is as good as one that stays. */
    boolean isFine(Quality quality) {
        return quality.equals(settled());
    }

    /** Learns from what a picture took. */
    void took(Quality quality, long nanos) {
        if (isFine(quality)) {
            effortless = nanos < EFFORTLESS_NANOS;
        } else if (nanos > SLOW_NANOS) {
            step = Math.max(0, step - 1);
        } else if (nanos < QUICK_NANOS) {
            step = Math.min(SCALES.size() - 1, step + 1);
        }
    }
}
