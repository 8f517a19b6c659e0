// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** File &gt; Open Scene from Content Server...: asks which, fetches it and opens it. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class OpenDeployedScene extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var wizard = new DeployedScene(window, ServerHabits.ofWorkspace());
        new WizardDialog(window.getShell(), wizard).open();
        return null;
    }
}
