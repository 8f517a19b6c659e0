// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

@Timeout(60)
class LastJobsTest {
    private static final int COUNT = 6;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);

    @AfterEach
    void letThemEnd() {
        mayEnd.release(COUNT);
    }

    /** Jobs that have begun. */
    private LastJobs running(ICoreRunnable work) throws InterruptedException {
        var jobs = Stream.generate(() -> Job.create("last", work)).limit(COUNT).toList();
        jobs.forEach(Job::schedule);
        begun.acquire(COUNT);
        return new LastJobs(jobs);
    }

    @Test
    void thoseThatGoOnAreWaitedForTogether() throws InterruptedException {
        var deaf =
                running(
                        monitor -> {
                            begun.release();
                            mayEnd.acquireUninterruptibly();
                        });
        long start = System.nanoTime();
        assertFalse(deaf.end(Duration.ofSeconds(1)));
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertTrue(seconds < COUNT - 1, () -> seconds + " s");
    }

    @Test
    void thoseThatHearItAreOver() throws InterruptedException {
        var all =
                running(
                        monitor -> {
                            begun.release();
                            while (!monitor.isCanceled()) {
                                Thread.onSpinWait();
                            }
                        });
        assertTrue(all.end(Duration.ofSeconds(30)));
        assertEquals(0, all.jobs().stream().filter(job -> job.getState() != Job.NONE).count());
    }
}
