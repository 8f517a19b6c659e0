// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;

import java.util.List;
import java.util.Optional;

/**
 * Undo and redo of the scene that is before the person, for a view that changes it and has none of
 * its own; UI thread.
 *
 * @param site of the view
 */
record EditorHistory(IViewSite site) {
    private static final List<String> DEEDS =
            List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId());

    /** Takes them from the active editor, if that shows a scene. */
    void follow() {
        var bars = site.getActionBars();
        var theirs = editor().map(editor -> editor.getEditorSite().getActionBars());
        boolean isNew = false;
        for (var deed : DEEDS) {
            isNew |= lend(deed, theirs.flatMap(from -> handler(from, deed)), bars);
        }
        if (isNew) {
            bars.updateActionBars();
        }
    }

    private static boolean lend(String deed, Optional<IAction> handler, IActionBars to) {
        boolean isNew = !handler(to, deed).equals(handler);
        if (isNew) {
            to.setGlobalActionHandler(deed, handler.orElse(null));
        }
        return isNew;
    }

    private Optional<IEditorPart> editor() {
        return Optional.ofNullable(site.getPage().getActiveEditor())
                .filter(editor -> SharedScenes.scene(editor).isPresent());
    }

    private static Optional<IAction> handler(IActionBars bars, String deed) {
        return Optional.ofNullable(bars.getGlobalActionHandler(deed));
    }
}
