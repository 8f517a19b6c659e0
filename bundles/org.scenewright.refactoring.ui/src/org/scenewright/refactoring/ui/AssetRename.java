// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.RenameParticipant;

import java.util.Optional;

/** What a scene has to say otherwise when a file or folder of it gets another name. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class AssetRename extends RenameParticipant {
    private Optional<Moving> moving = Optional.empty();

    @Override
    protected boolean initialize(Object element) {
        if (element instanceof IResource resource && getArguments().getUpdateReferences()) {
            moving = Spot.of(resource).map(spot -> new Moving(spot.scene()));
            moving.ifPresent(
                    m -> m.add(resource, Renamed.of(resource, getArguments().getNewName())));
            return moving.isPresent();
        }
        return false;
    }

    @Override
    public String getName() {
        return "References of the scene";
    }

    @Override
    public RefactoringStatus checkConditions(
            IProgressMonitor monitor, CheckConditionsContext context) {
        return moving.map(m -> m.check(context)).orElseGet(RefactoringStatus::new);
    }

    /** Before, because the files may be among those that go elsewhere. */
    @Override
    public Change createPreChange(IProgressMonitor monitor) {
        return moving.map(Moving::change).orElse(null);
    }

    @Override
    public Change createChange(IProgressMonitor monitor) {
        return null;
    }
}
