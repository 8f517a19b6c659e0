// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

import java.io.IOException;
import java.util.Optional;

/** File &gt; New &gt; Scene: writes the files of an empty scene and opens it. */
public final class NewScene extends Wizard implements INewWizard {
    private final NewScenePage page = new NewScenePage();

    @Override
    @SuppressWarnings("null") // the platform's types say nothing about null
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        setWindowTitle("New Scene");
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        return page.seed().filter(this::written).map(NewScene::open).orElse(false);
    }

    private boolean written(SceneSeed seed) {
        try {
            seed.write();
            return true;
        } catch (IOException failure) {
            page.setErrorMessage("The scene could not be written: " + failure.getMessage());
            return false;
        }
    }

    private static boolean open(SceneSeed seed) {
        Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .ifPresent(window -> SceneOpener.open(seed.directory(), window, true));
        return true;
    }
}
