// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A process that runs a worker, and how it ended. Any thread. */
final class WorkerProcess {
    /** What could make it another program than the one we start, or make it print. */
    private static final List<String> MEDDLING =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

    private final Process process;
    private final LastWords lastWords = new LastWords();
    private final AtomicReference<Exit> verdict = new AtomicReference<>();
    private final CompletableFuture<Exit> ended;

    private WorkerProcess(Process process) {
        this.process = process;
        var said = new CompletableFuture<Void>();
        // It waits in the kernel, where a virtual thread would keep a processor from all others.
        Thread.ofPlatform()
                .daemon()
                .name("worker output")
                .start(
                        () -> {
                            lastWords.listen(process.inputReader());
                            said.complete(null);
                        });
        // Something that it started may go on printing for it.
        said.completeOnTimeout(null, 1, TimeUnit.SECONDS);
        ended = process.onExit().thenCombine(said, (gone, nothing) -> exit(gone));
    }

    /** Starts a worker that connects to a socket. */
    static WorkerProcess start(Jvm jvm, WorkerHome home, String socket) throws IOException {
        List<String> command = new ArrayList<>(jvm.command(home.cache()));
        command.addAll(ClassCache.ofReading(jvm, home).use());
        command.addAll(List.of("-cp", home.path(), home.main(), socket, home.cache().toString()));
        return start(command);
    }

    static WorkerProcess start(List<String> command) throws IOException {
        return start(command, Map.of());
    }

    /** Starts a program in our environment, and with more in it. */
    static WorkerProcess start(List<String> command, Map<String, String> environment)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(MEDDLING);
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start());
    }

    /** The end of what it has printed. */
    String lastWords() {
        return lastWords.toString();
    }

    /** How it ended, once it has. */
    CompletableFuture<Exit> ended() {
        return ended;
    }

    long pid() {
        return process.pid();
    }

    /** How long processors have worked for it; nothing where that is not known. */
    Duration work() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it at once; the first reason given is the one that counts. */
    void kill(Exit.Cause cause, String detail) {
        verdict.compareAndSet(null, new Exit(cause, detail));
        process.destroyForcibly();
    }

    private Exit exit(Process gone) {
        Exit known = verdict.get();
        return known != null ? known : Exit.ofStatus(gone.exitValue(), lastWords.toString());
    }
}
