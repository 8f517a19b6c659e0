// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks every second whether files are as they were, less often where that takes long, in the
 * background until it is closed; the workspace is told only of what is written by way of it.
 *
 * @param <T> how files are
 */
final class DiskPoll<T> extends Job implements AutoCloseable {
    static final int MILLIS = 700;

    private final Supplier<T> state;
    private final Consumer<T> changed;
    private Optional<T> last = Optional.empty();
    private Optional<T> told = Optional.empty();
    private volatile boolean closed;

    /**
     * @param state how the files are; asked on threads that may wait for a disk
     * @param changed called on any thread with how they are at first, as nobody knows whether they
     *     are still as somebody has read them before, and once they have changed; each time when
     *     they have stayed so for a moment: somebody may be in the middle of writing them
     */
    DiskPoll(Supplier<T> state, Consumer<T> changed) {
        super("Looking at the files of a scene");
        this.state = state;
        this.changed = changed;
        setSystem(true);
        setPriority(DECORATE);
    }

    @Override
    @SuppressWarnings("null")
    protected IStatus run(IProgressMonitor monitor) {
        var rest = new LookRest(MILLIS, MILLIS);
        var seen = rest.timed(state);
        var now = Optional.of(seen);
        if (now.equals(last) && !now.equals(told)) {
            told = now;
            changed.accept(seen);
        }
        last = now;
        schedule(rest.millis());
        return Status.OK_STATUS;
    }

    /** What is cancelled while it runs would go on. */
    @Override
    public boolean shouldSchedule() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        cancel();
    }
}
