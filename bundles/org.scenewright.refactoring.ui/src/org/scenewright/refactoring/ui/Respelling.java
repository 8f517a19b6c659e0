// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ui.PlatformUI;

/**
 * All that has to say something else before files go elsewhere: as a whole, or not at all and the
 * files stay where they are.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class Respelling extends CompositeChange {
    private static final System.Logger LOG = System.getLogger(Respelling.class.getName());
    private static final String TITLE = "References to Assets";

    Respelling() {
        super(TITLE);
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

    /** On whatever thread this is; the platform itself is silent about what is cancelled. */
    private static void tell(String sentence, Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, sentence, failure);
        var workbench = PlatformUI.getWorkbench();
        Runnable dialog =
                () ->
                        MessageDialog.openError(
                                workbench.getModalDialogShellProvider().getShell(),
                                TITLE,
                                sentence);
        workbench.getDisplay().execute(dialog);
    }
}
