// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What may wait for a disk, and so is no business of a UI thread; any thread. */
public final class Aside {
    private Aside() {}

    /** Asks on a thread of its own; returns at once. */
    public static <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(
                question, task -> Thread.ofVirtual().name("asks a disk").start(task));
    }
}
