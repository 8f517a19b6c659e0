// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.jspecify.annotations.Nullable;
import org.scenewright.comms.CommsException;

import java.util.Map;

/** Lets others find the session of the active editor, or no longer. */
public final class FindableScene extends AbstractHandler implements IElementUpdater {
    static final String COMMAND = "org.scenewright.collab.ui.findable";
    private static final String PAGE = "org.scenewright.collab.ui.preferences";

    private static Neighbours neighbours() {
        return NeighboursFactory.of(PlatformUI.getWorkbench());
    }

    @Override
    public boolean isEnabled() {
        return neighbours().ownScene().isPresent();
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
        if (!neighbours().isSomewhere()) {
            PreferencesUtil.createPreferenceDialogOn(shell, PAGE, null, null).open();
        }
        try {
            if (neighbours().isSomewhere()) {
                neighbours().toggle();
            }
        } catch (CommsException unfit) {
            MessageDialog.openInformation(
                    shell, "Let Others Find This Session", unfit.getMessage());
        } finally {
            // A click has changed what the menu shows, whatever came of it.
            neighbours().refresh();
        }
        return null;
    }

    @Override
    @SuppressWarnings({"null", "rawtypes"})
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(neighbours().isFindable());
    }
}
