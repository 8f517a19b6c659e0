// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.jogl.Quality;

import java.util.List;

/**
 * How much work a picture may be: as fine as this machine draws quickly while things move, and
 * always fine once they rest.
 */
final class Pace {
    private static final List<Float> SCALES = List.of(0.75f, 1f);
    private static final int FINE_SAMPLES = 4;
    private static final double SLOW_MILLIS = 38;
    private static final double QUICK_MILLIS = 16;
    private static final double EFFORTLESS_MILLIS = 7;
    private static final double START_MILLIS = 25;
    private static final double WEIGHT = 0.35;

    private int step = SCALES.size() - 1;
    private double average = START_MILLIS;
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

    /** Learns from what a picture took; single hiccups do not count. */
    void took(Quality quality, long nanos) {
        double millis = nanos / 1e6;
        if (isFine(quality)) {
            effortless = millis < EFFORTLESS_MILLIS;
        } else {
            average += (millis - average) * WEIGHT;
            adapt();
        }
    }

    private void adapt() {
        if (average > SLOW_MILLIS && step > 0) {
            step--;
            average = START_MILLIS;
        } else if (average < QUICK_MILLIS && step < SCALES.size() - 1) {
            step++;
            average = START_MILLIS;
        }
    }
}
