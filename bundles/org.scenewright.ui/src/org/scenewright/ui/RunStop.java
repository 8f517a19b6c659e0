// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsolePageParticipant;
import org.eclipse.ui.part.IPageBookViewPage;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The button that ends the command whose console is shown; UI thread. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class RunStop implements IConsolePageParticipant, IPropertyChangeListener {
    private final Action stop =
            new Action("Stop", Icons.descriptor("stop")) {
                @Override
                public void run() {
                    console.ifPresent(RunConsole::stop);
                }
            };
    private Optional<RunConsole> console = Optional.empty();

    @Override
    public void init(IPageBookViewPage page, IConsole shown) {
        if (shown instanceof RunConsole run) {
            console = Optional.of(run);
            run.addPropertyChangeListener(this);
            stop.setToolTipText("Stop " + run.getName());
            stop.setEnabled(run.isRunning());
            var tools = page.getSite().getActionBars().getToolBarManager();
            tools.appendToGroup(IConsoleConstants.LAUNCH_GROUP, stop);
        }
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        if (event.getProperty().equals(RunConsole.RUNNING)) {
            new UiThread(PlatformUI.getWorkbench().getDisplay())
                    .execute(() -> stop.setEnabled(false));
        }
    }

    @Override
    public void dispose() {
        console.ifPresent(run -> run.removePropertyChangeListener(this));
    }

    @Override
    public void activated() {}

    @Override
    public void deactivated() {}

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        return null;
    }
}
