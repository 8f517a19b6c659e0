// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether a script runs a frame, waits for the next one, or must wait since it is paused; any
 * thread.
 */
final class Turn {
    /** How long a frame takes where no clock says it, in seconds. */
    static final float STEP = 1 / 30f;

    private static final long STEP_NANOS = 1_000_000_000L / 30;

    private final Clock clock;
    private final PlayPlan.Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Script> waiting = Optional.empty();
    private boolean isPaused;
    private boolean isFirst = true;
    private int steps;
    private long last;

    Turn(Clock clock, PlayPlan.Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** The script has nothing to do. */
    void ready(Script script) {
        inLock(
                () -> {
                    waiting = Optional.of(script);
                    go();
                });
    }

    void pause() {
        inLock(() -> isPaused = true);
    }

    /** Goes on; the pause takes no time. */
    void resume() {
        inLock(
                () -> {
                    isPaused = false;
                    last = clock.nanos() - STEP_NANOS;
                    go();
                });
    }

    /** Lets it run one more frame although it is paused. */
    void step() {
        inLock(
                () -> {
                    steps++;
                    go();
                });
    }

    private void inLock(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private void go() {
        if (waiting.isPresent() && (!isPaused || steps > 0)) {
            var script = waiting.get();
            waiting = Optional.empty();
            steps = Math.max(0, steps - 1);
            script.tick(seconds());
        }
    }

    private float seconds() {
        long now = clock.nanos();
        float elapsed = isPaused || pace == PlayPlan.Pace.FIXED ? STEP : (now - last) / 1e9f;
        float seconds = isFirst ? 0 : elapsed;
        isFirst = false;
        last = now;
        return seconds;
    }
}
