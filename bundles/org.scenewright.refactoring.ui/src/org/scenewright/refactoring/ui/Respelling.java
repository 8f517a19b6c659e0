// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * All that has to say something else before files go elsewhere: as a whole, or not at all and the
 * files stay where they are.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class Respelling extends CompositeChange {

    Respelling() {
        super("References to Assets");
    }

    /**
     * Failing is cancelling: of a participant that throws anything else the platform rids itself
     * until it is started again, and from then on no name is followed any more.
     */
    @Override
    public Change perform(IProgressMonitor monitor) {
        try {
            return super.perform(monitor);
        } catch (OperationCanceledException unwanted) {
            takeBack();
            throw unwanted;
        } catch (CoreException | RuntimeException failure) {
            takeBack();
            tell("Nothing was renamed or moved: " + failure.getMessage(), failure);
            throw new OperationCanceledException(failure.getMessage());
        }
    }

    private void takeBack() {
        var done = getUndoUntilException();
        if (done != null) {
            try {
                done.perform(new NullProgressMonitor());
            } catch (CoreException failure) {
                tell("References could not be taken back: " + failure.getMessage(), failure);
            }
        }
    }

    private static void tell(String sentence, Throwable failure) {
        IStatus status = Status.error(sentence, failure);
        StatusManager.getManager().handle(status, StatusManager.LOG | StatusManager.SHOW);
    }
}
