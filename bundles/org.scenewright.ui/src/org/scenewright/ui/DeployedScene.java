// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

/** The wizard that brings a scene from a content server and opens it; UI thread. */
final class DeployedScene extends Wizard {
    private static final int MOST_SHOWN = 8;

    private final IWorkbenchWindow window;
    private final ServerHabits habits;
    private final DeployedScenePage page;

    DeployedScene(IWorkbenchWindow window, ServerHabits habits) {
        this.window = window;
        this.habits = habits;
        page = new DeployedScenePage(habits.realm());
        setWindowTitle("Open Scene from Content Server");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        return page.order().flatMap(this::fetched).isPresent();
    }

    /** The order, where it was carried out; else the page says why not. */
    private Optional<SceneOrder> fetched(SceneOrder order) {
        var fetching = new SceneFetching(order, CoreTypes.of(window.getWorkbench()));
        try {
            page.setErrorMessage(null);
            getContainer().run(true, true, fetching);
        } catch (InvocationTargetException failed) {
            page.setErrorMessage(sentence(failed.getCause()));
            return Optional.empty();
        } catch (InterruptedException canceled) {
            page.setErrorMessage("It was cancelled; nothing was written.");
            return Optional.empty();
        }
        habits.keepRealm(order.address());
        habits.keepOrigin(order.folder(), order.parcel().toString());
        tell(fetching.problems());
        SceneOpener.open(order.folder(), window, true);
        return Optional.of(order);
    }

    private static String sentence(Throwable failure) {
        return failure instanceof IOException told
                ? String.valueOf(told.getMessage())
                : "The scene could not be fetched: " + failure;
    }

    private void tell(List<String> problems) {
        if (!problems.isEmpty()) {
            int shown = Math.min(MOST_SHOWN, problems.size());
            String more =
                    problems.size() > shown
                            ? "\n\n" + (problems.size() - shown) + " more are in the log."
                            : "";
            problems.forEach(DeployedScene::log);
            // Above the wizard, which has the keys as long as it is there.
            MessageDialog.openInformation(
                    getShell(),
                    "Not Everything Came",
                    String.join("\n", problems.subList(0, shown)) + more);
        }
    }

    private static void log(String problem) {
        System.getLogger(DeployedScene.class.getName()).log(System.Logger.Level.WARNING, problem);
    }
}
