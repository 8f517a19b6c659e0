// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Processes that say nothing for long hold up nobody else: whoever waits for their words does so in
 * the kernel, where a virtual thread keeps a carrier. There are as many carriers as processors, and
 * more for a while alone (seen with JDK 25: not after a minute without work).
 */
class SilentProcessesTest {
    private static final List<String> SILENT = List.of("sleep", "600");

    private final List<WorkerProcess> workers = new ArrayList<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @AfterEach
    void endAll() {
        isOver.set(true);
        workers.forEach(worker -> worker.kill(Exit.Cause.CLOSED, "The test is over."));
    }

    /** Of virtual threads the platform knows none. */
    private static void check(String thread) {
        var threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
        assertTrue(threads.anyMatch(thread::equals), thread);
    }

    private void startBuild() {
        var build = new BuildProcess(SILENT, Path.of("").toAbsolutePath(), Map.of(), "");
        var begun = new CompletableFuture<String>();
        new Thread(() -> watch(build, begun), "build").start();
        begun.join();
    }

    private void watch(BuildProcess build, CompletableFuture<String> begun) {
        try {
            build.watch(new Impatient(begun));
        } catch (IOException | InterruptedException e) {
            begun.completeExceptionally(e);
        }
    }

    /** Is asked as soon as the build runs, and lets it go on until the test is over. */
    private final class Impatient implements BuildHearing {
        private final CompletableFuture<String> begun;

        Impatient(CompletableFuture<String> begun) {
            this.begun = begun;
        }

        @Override
        public void said(String line) {
            throw new AssertionError(line);
        }

        @Override
        public boolean isCancelled() {
            begun.complete("it runs");
            return isOver.get();
        }
    }

    @Test
    void whatAWorkerSaysIsAwaitedByAThreadOfThePlatform() throws IOException {
        workers.add(WorkerProcess.start(SILENT));
        check("worker output");
    }

    @Test
    void whatABuildSaysIsAwaitedByAThreadOfThePlatform() {
        startBuild();
        check("output of a build");
    }
}
