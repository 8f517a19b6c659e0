// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.concurrent.Executor;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** The UI thread as seen from the others: what it is given runs later, in order, or never once it has ended. */
record UiThread(Display display) implements Executor {

    static UiThread current() {
        return new UiThread(Display.getCurrent());
    }

    @Override
    public void execute(Runnable task) {
        try {
            display.asyncExec(task);
        } catch (SWTException disposed) {
            System.getLogger(UiThread.class.getName()).log(System.Logger.Level.DEBUG, "The UI has ended", disposed);
        }
    }
}
