// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

class DiskWorkTest {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "the scene's"));
    private final DiskWork work = new DiskWork(thread);

    @AfterEach
    void end() {
        thread.shutdown();
    }

    @Test
    void whatComesAfterAllRunsOnTheThreadOfTheScene() {
        checkEnd(() -> "read");
    }

    @Test
    void whatComesAfterAFailureRunsThereToo() {
        checkEnd(
                () -> {
                    throw new UncheckedIOException(new IOException("the disk is gone"));
                });
    }

    private void checkEnd(Supplier<String> io) {
        var begun = new CompletableFuture<Void>();
        work.add(
                () -> {
                    begun.join();
                    return io.get();
                },
                Function.identity());
        var end = new CompletableFuture<String>();
        work.whenDone(() -> end.complete(Thread.currentThread().getName()));
        begun.complete(null);
        assertEquals("the scene's", end.join());
    }
}
