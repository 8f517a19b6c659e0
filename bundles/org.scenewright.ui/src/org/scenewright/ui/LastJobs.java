// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;

import java.time.Duration;
import java.util.List;

/** Jobs that end with the workbench. */
record LastJobs(List<Job> jobs) {
    private static final System.Logger LOG = System.getLogger(LastJobs.class.getName());

    /** Cancels them, and waits so long for all of them together; false where some go on. */
    boolean end(Duration patience) {
        jobs.forEach(Job::cancel);
        long end = System.nanoTime() + patience.toNanos();
        return jobs.stream().filter(job -> !isOver(job, end)).findAny().isEmpty();
    }

    private static boolean isOver(Job job, long end) {
        long millis = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        try {
            return job.join(millis, null);
        } catch (InterruptedException | OperationCanceledException hurry) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody waits for the end", hurry);
            return false;
        }
    }
}
