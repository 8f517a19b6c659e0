// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does something in the background with what is given to it, one after the other: what comes while
 * it is busy is next, and of several the last. Any thread.
 */
final class Newest<T> {
    private final Work<T> work;
    private final AtomicReference<Optional<T>> next = new AtomicReference<>(Optional.empty());
    private final Job job;

    /** What is done, on a thread of the background. */
    interface Work<T> {
        void run(T given, IProgressMonitor monitor);
    }

    /**
     * @param name what people are told that is being done
     */
    Newest(String name, Work<T> work) {
        this.work = work;
        ICoreRunnable running = this::run;
        // The same job never runs twice at once, and once more where it is wanted meanwhile.
        job = Job.create(name, running);
    }

    void give(T given) {
        next.set(Optional.of(given));
        job.schedule();
    }

    private void run(IProgressMonitor monitor) {
        next.getAndSet(Optional.empty()).ifPresent(given -> work.run(given, monitor));
    }
}
