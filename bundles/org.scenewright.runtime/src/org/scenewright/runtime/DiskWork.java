// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reading and writing of files beside the scene thread, one after the other; of that thread. */
final class DiskWork {
    private final Executor thread;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(Optional.empty());

    DiskWork(Executor thread) {
        this.thread = thread;
    }

    /**
     * Reads or writes files on a virtual thread, after all that did so before, and goes on with it
     * on the scene thread.
     */
    <T, R> CompletableFuture<R> add(Supplier<T> io, Function<T, R> after) {
        var next =
                last.handleAsync((result, failure) -> io.get(), DiskWork::startVirtual)
                        .thenApplyAsync(after, thread);
        last = next;
        return next;
    }

    private static void startVirtual(Runnable work) {
        Thread.ofVirtual().name("scene files").start(work);
    }

    /**
     * Does something on the scene thread after all that was added before, failed or not, and after
     * what that added in turn.
     */
    void whenDone(Runnable task) {
        var awaited = last;
        // What fails on a virtual thread would go on there.
        awaited.whenCompleteAsync((result, failure) -> doneAfter(awaited, task), thread);
    }

    private void doneAfter(CompletableFuture<?> awaited, Runnable task) {
        if (last == awaited) {
            task.run();
        } else {
            whenDone(task);
        }
    }
}
