// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import java.io.IOException;

/**
 * Writes the preferences of this bundle to the workspace in the background: the platform forgets
 * what nobody writes when it ends; any thread.
 */
final class Keeping {
    /** The node that all of them are in. */
    static final String NODE = "org.scenewright.ui";

    private Keeping() {}

    static void begin() {
        Job.createSystem("Keeping preferences", Keeping::write).schedule();
    }

    private static void write(IProgressMonitor monitor) throws CoreException {
        try {
            new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE).save();
        } catch (IOException failure) {
            throw new CoreException(Status.error("Preferences cannot be written", failure));
        }
    }
}
