// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.DeleteParticipant;

import java.util.Optional;

/** Says what still uses a file or folder of a scene that is to be deleted. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class AssetDelete extends DeleteParticipant {
    private Optional<Spot> spot = Optional.empty();

    @Override
    protected boolean initialize(Object element) {
        spot = element instanceof IResource resource ? Spot.of(resource) : Optional.empty();
        return spot.isPresent();
    }

    @Override
    public String getName() {
        return "Uses in the scene";
    }

    @Override
    public RefactoringStatus checkConditions(
            IProgressMonitor monitor, CheckConditionsContext context) {
        var status = new RefactoringStatus();
        spot.flatMap(AssetDelete::warning).ifPresent(status::addWarning);
        return status;
    }

    private static Optional<String> warning(Spot spot) {
        var uses = UseShelf.ofWorkbench().all(spot.scene()).uses();
        int count = Words.from(uses, spot.path()).size();
        String times = count == 1 ? "once:" : count + " times:";
        return Words.list(uses, spot.path(), spot.path() + " is used " + times);
    }

    @Override
    public Change createChange(IProgressMonitor monitor) {
        return null;
    }
}
