// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Display;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Answers that come to the UI thread when they are there; any thread. */
record Later(Display display) {

    /** Gives an answer on the UI thread; nothing where there is none. */
    <T> void then(CompletableFuture<T> coming, Consumer<Optional<T>> taker) {
        coming.whenComplete(
                (found, failure) -> {
                    if (!display.isDisposed()) {
                        display.asyncExec(() -> taker.accept(Optional.ofNullable(found)));
                    }
                });
    }
}
