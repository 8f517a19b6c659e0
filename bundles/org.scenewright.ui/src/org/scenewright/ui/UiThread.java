// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The UI thread as seen from the others: what it is given runs later, in order, or never once it
 * has ended.
 */
record UiThread(Display display) implements Executor {

    static UiThread current() {
        return new UiThread(Display.getCurrent());
    }

    /**
     * Hands a result over once it is there; a failure was told where it happened, and brings
     * nothing.
     */
    <T> void then(CompletableFuture<T> result, Consumer<? super T> reader) {
        // Not thenAcceptAsync: what goes wrong in a reader is to reach the event loop, which
        // reports it.
        result.thenAccept(value -> execute(() -> reader.accept(value)));
    }

    @Override
    public void execute(Runnable task) {
        try {
            display.asyncExec(task);
        } catch (SWTException disposed) {
            System.getLogger(UiThread.class.getName())
                    .log(System.Logger.Level.DEBUG, "The UI has ended", disposed);
        }
    }
}
