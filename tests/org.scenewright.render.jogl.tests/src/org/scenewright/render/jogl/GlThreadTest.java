// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class GlThreadTest {
    private final GlThread thread = new GlThread();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void tasksRunInTheOrderTheyCame() {
        IntStream.range(0, 100).forEach(i -> thread.submit(() -> done.add(i)));
        assertEquals(IntStream.range(0, 100).boxed().toList(), finish());
    }

    @Test
    void aTaskThatFailsStopsNoLaterOne() {
        thread.submit(
                () -> {
                    throw new IllegalArgumentException("to be logged");
                });
        thread.submit(() -> done.add(1));
        assertEquals(List.of(1), finish());
    }

    @Test
    void allTasksRunOnOneDaemonThread() {
        var first = where();
        assertSame(first, where());
        assertEquals("gl-render", first.getName());
        assertTrue(first.isDaemon() && !first.isVirtual());
    }

    @Test
    void aFailedTaskDoesNotCostTheThread() {
        var before = where();
        thread.submit(
                () -> {
                    throw new OutOfMemoryError("to be logged");
                });
        assertSame(before, where());
    }

    @Test
    void tasksSubmittedBeforeClosingStillRun() {
        thread.submit(() -> done.add(1));
        var last = new CompletableFuture<List<Integer>>();
        thread.submit(() -> last.complete(done));
        thread.close();
        assertEquals(List.of(1), last.join());
    }

    @Test
    void aClosedThreadRefusesTasks() {
        thread.close();
        assertFalse(thread.submit(() -> done.add(1)));
    }

    private List<Integer> finish() {
        var result = new CompletableFuture<List<Integer>>();
        thread.submit(() -> result.complete(List.copyOf(done)));
        return result.join();
    }

    private Thread where() {
        var result = new CompletableFuture<Thread>();
        thread.submit(() -> result.complete(Thread.currentThread()));
        return result.join();
    }
}
