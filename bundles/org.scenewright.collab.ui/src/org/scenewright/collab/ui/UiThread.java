// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

import java.util.concurrent.Executor;

/** The way to the UI thread; any thread. What comes when the UI has ended is of no use any more. */
record UiThread(Display display) implements Executor {

    @Override
    public void execute(Runnable task) {
        try {
            display.asyncExec(task);
        } catch (SWTException disposed) {
            System.getLogger(UiThread.class.getName())
                    .log(System.Logger.Level.DEBUG, "The UI has ended", disposed);
        }
    }

    /** Does something a little later; on the UI thread. */
    void later(int millis, Runnable task) {
        display.timerExec(millis, task);
    }
}
