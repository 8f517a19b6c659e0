// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks every second whether files are as they were, less often where that takes long, in the
 * background until it is cancelled; the workspace is told only of what is written by way of it.
 *
 * @param <T> how files are
 */
final class DiskPoll<T> extends Job {
    static final int MILLIS = 700;

    private final Supplier<T> state;
    private final Consumer<T> changed;
    private T last;
    private T told;

    /**
     * @param state how the files are; asked on any thread
     * @param changed called on any thread once they have changed and stayed so for a moment:
     *     somebody may be in the middle of writing them
     */
    DiskPoll(Supplier<T> state, Consumer<T> changed) {
        super("Looking at the files of a scene");
        this.state = state;
        this.changed = changed;
        last = state.get();
        told = last;
        setSystem(true);
        setPriority(DECORATE);
    }

    @Override
    @SuppressWarnings("null")
    protected IStatus run(IProgressMonitor monitor) {
        var rest = new LookRest(MILLIS, MILLIS);
        var now = rest.timed(state);
        if (now.equals(last) && !now.equals(told)) {
            told = now;
            changed.accept(now);
        }
        last = now;
        schedule(rest.millis());
        return Status.OK_STATUS;
    }
}
