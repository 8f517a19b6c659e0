// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * Writes preferences to the workspace in the background: the platform forgets what nobody writes
 * when it ends; any thread.
 */
record Keeping(Preferences node) {

    void begin() {
        Job.createSystem("Keeping preferences", this::write).schedule();
    }

    private void write(IProgressMonitor monitor) throws CoreException {
        try {
            node.flush();
        } catch (BackingStoreException failure) {
            throw new CoreException(Status.error("Preferences cannot be written", failure));
        }
    }
}
