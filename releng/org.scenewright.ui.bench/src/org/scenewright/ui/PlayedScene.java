// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures Play as its user sees it: from the button to the first picture of the running scene, and
 * from Stop to the first picture of the document.
 */
record PlayedScene(Measurement measurement, OpenScene scene, ViewportPane pane) {
    /** A process is started in the background when a scene is opened; people look at it first. */
    private static final long LOOK = TimeUnit.SECONDS.toNanos(10);

    private static final long RUN = TimeUnit.SECONDS.toNanos(2);
    private static final int TIMES = 7;

    /** Any thread but that of the UI. */
    Map<String, Value> measure() {
        LockSupport.parkNanos(LOOK);
        var starts = new double[TIMES];
        var stops = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            starts[i] = start();
            LockSupport.parkNanos(RUN);
            stops[i] = stop();
        }
        double first = starts[0];
        Arrays.sort(starts);
        Arrays.sort(stops);
        return Map.of(
                "firstMs", Value.of(first),
                "playMs", Value.of(starts[TIMES / 2]),
                "stopMs", Value.of(stops[TIMES / 2]));
    }

    private double start() {
        long begin = System.nanoTime();
        toggle();
        measurement.waitFor(() -> ticks() > 0);
        var before = picture();
        measurement.waitFor(() -> picture() != before);
        return (System.nanoTime() - begin) / 1e6;
    }

    private long ticks() {
        return scene.play().shown().map(play -> play.figures().ticks()).orElse(0L);
    }

    private double stop() {
        long begin = System.nanoTime();
        var last = picture();
        toggle();
        measurement.waitFor(
                () -> picture() != last && picture().revision() == scene.snapshot().revision());
        return (System.nanoTime() - begin) / 1e6;
    }

    private void toggle() {
        measurement.onUi(
                () -> {
                    scene.play().toggle();
                    return true;
                });
    }

    private Picture picture() {
        return pane.canvas().picture().orElseThrow();
    }
}
