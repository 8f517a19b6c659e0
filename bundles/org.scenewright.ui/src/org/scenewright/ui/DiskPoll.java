// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import java.util.List;
import java.util.function.Supplier;

/**
 * Looks every second whether files are as they were, in the background until it is cancelled; the
 * workspace is told only of what is written by way of it.
 */
final class DiskPoll extends Job {
    static final int MILLIS = 700;

    private final Supplier<List<String>> state;
    private final Runnable changed;
    private List<String> last;
    private List<String> told;

    /**
     * @param state how the files are; asked on any thread
     * @param changed called on any thread once they have changed and stayed so for a moment:
     *     somebody may be in the middle of writing them
     */
    DiskPoll(Supplier<List<String>> state, Runnable changed) {
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
        var now = state.get();
        if (now.equals(last) && !now.equals(told)) {
            told = now;
            changed.run();
        }
        last = now;
        schedule(MILLIS);
        return Status.OK_STATUS;
    }
}
