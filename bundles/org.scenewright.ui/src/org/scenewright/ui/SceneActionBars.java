// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.EditorActionBarContributor;

import java.util.Optional;

/** Gives the workbench's Edit and File menus the actions of the scene editor that is active. */
public final class SceneActionBars extends EditorActionBarContributor {

    @Override
    @SuppressWarnings("null")
    public void setActiveEditor(IEditorPart editor) {
        Optional.ofNullable(Adapters.adapt(editor, SceneActions.class))
                .ifPresent(actions -> actions.into(getActionBars()));
    }
}
