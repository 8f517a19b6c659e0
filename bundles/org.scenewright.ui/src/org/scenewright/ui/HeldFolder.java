// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;

/**
 * A folder of the workspace that nobody else changes, deletes or adds something beside until it is
 * closed; of one thread.
 */
record HeldFolder(ISchedulingRule rule) implements AutoCloseable {

    /** Waits until nobody else has it. */
    static HeldFolder of(IContainer folder, IProgressMonitor monitor) {
        var rule = folder.getWorkspace().getRuleFactory().deleteRule(folder);
        Job.getJobManager().beginRule(rule, monitor);
        return new HeldFolder(rule);
    }

    @Override
    public void close() {
        Job.getJobManager().endRule(rule);
    }
}
