// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.Play;

import java.util.concurrent.locks.LockSupport;

/** Runs the frames of a play on a thread of its own, as many as a display shows, to its end. */
final class FrameDrive implements Runnable {
    private static final System.Logger LOG = System.getLogger(FrameDrive.class.getName());
    private static final long FRAME_NANOS = 1_000_000_000L / 60;

    private final FrameSchedule schedule;
    private final Play play;
    private final Runnable end;

    private FrameDrive(FrameSchedule schedule, Play play, Runnable end) {
        this.schedule = schedule;
        this.play = play;
        this.end = end;
    }

    /**
     * @param end called in the end, on the thread of the frames
     */
    static void start(FrameSchedule schedule, Play play, Runnable end) {
        var drive = new FrameDrive(schedule, play, end);
        Thread.ofPlatform().daemon().name("frames of a play").start(drive);
    }

    @Override
    public void run() {
        try {
            long next = System.nanoTime();
            while (!play.state().isOver()) {
                schedule.frame();
                next = Math.max(next + FRAME_NANOS, System.nanoTime());
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (RuntimeException | Error mistake) {
            LOG.log(System.Logger.Level.ERROR, "The frames of a play broke off", mistake);
            play.close();
        } finally {
            end.run();
        }
    }
}
