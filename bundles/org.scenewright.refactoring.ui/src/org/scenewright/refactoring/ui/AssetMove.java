// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.ISharableParticipant;
import org.eclipse.ltk.core.refactoring.participants.MoveArguments;
import org.eclipse.ltk.core.refactoring.participants.MoveParticipant;
import org.eclipse.ltk.core.refactoring.participants.RefactoringArguments;

import java.util.Optional;

/** What a scene has to say otherwise when files and folders of it move together. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class AssetMove extends MoveParticipant implements ISharableParticipant {
    private Optional<Moving> moving = Optional.empty();

    @Override
    protected boolean initialize(Object element) {
        if (element instanceof IResource resource && getArguments().getUpdateReferences()) {
            moving = Spot.of(resource).map(spot -> new Moving(spot.scene()));
            addElement(element, getArguments());
        }
        return moving.isPresent();
    }

    @Override
    public void addElement(Object element, RefactoringArguments arguments) {
        if (element instanceof IResource resource
                && arguments instanceof MoveArguments move
                && move.getDestination() instanceof IContainer folder) {
            moving.ifPresent(m -> m.add(resource, Renamed.in(folder, resource)));
        }
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
