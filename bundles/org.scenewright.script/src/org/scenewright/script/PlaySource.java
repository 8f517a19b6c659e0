// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts processes that run scenes, in the best way there is on the JVM at hand, and makes the file
 * that lets them start quickly. Any thread.
 */
final class PlaySource implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PlaySource.class.getName());

    private final WorkerHome home;
    private final PlayLimits limits;
    private final WatchClock clock;
    private final PlayLadder ladder;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<WorkerProcess> training = Optional.empty();
    private volatile Optional<PlayProgram> program = Optional.empty();
    private volatile boolean isClosed;

    PlaySource(WorkerHome home, PlayLimits limits, WatchClock clock) {
        this.home = home;
        this.limits = limits;
        this.clock = clock;
        ladder = new PlayLadder(home, clock);
    }

    /**
     * A new worker; {@link IOException} with a sentence if there cannot be one. The first time it
     * waits until it is known how scenes are best run here.
     */
    PlayWorker start(PlayWorker.Mourner mourner) throws IOException {
        requireOpen();
        var jvm = home.jvm().orElseThrow(this::noJava);
        Files.createDirectories(home.cache());
        var best = ladder.best(jvm);
        requireOpen();
        program = Optional.of(best);
        var opening = WorkerLine.start(best::start, limits.process(), clock);
        var worker = new PlayWorker(opening.line(), limits, clock, mourner);
        opening.line().whenReady(() -> train(best));
        opening.to(worker);
        return worker;
    }

    /** How the last worker was started. */
    String engine() {
        return program.map(PlayProgram::words).orElse("No scene has been run yet");
    }

    /** Whether there is another way to start a worker after one that never came up. */
    boolean canDoWithLess() {
        return program.filter(last -> last.rung().isCompiled()).map(this::giveUp).orElse(false);
    }

    private boolean giveUp(PlayProgram failed) {
        try {
            ladder.giveUp(failed);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "It cannot be kept how scenes are run", e);
            return false;
        }
    }

    @Override
    public void close() {
        isClosed = true;
        ladder.close();
        lock.lock();
        try {
            training.ifPresent(p -> p.kill(Exit.Cause.HUNG, "It was no longer needed."));
        } finally {
            lock.unlock();
        }
    }

    /** Makes the class cache in the background, once, if there is none and it would be used. */
    private void train(PlayProgram started) {
        var cache = ClassCache.ofPlaying(started.jvm(), home);
        boolean isWanted = !started.rung().isCompiled() && limits.process().training().isPositive();
        lock.lock();
        try {
            if (isWanted && !isClosed && training.isEmpty() && cache.isMissing()) {
                var process = cache.make();
                training = Optional.of(process);
                clock.after(
                        limits.process().training(),
                        () -> process.kill(Exit.Cause.HUNG, "It took too long."));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot make a class cache", e);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() throws IOException {
        if (isClosed) {
            throw new IOException("The editor is closing.");
        }
    }

    private IOException noJava() {
        return new IOException(
                "No Java 21 or newer was found to run scenes with; it was looked for in "
                        + home.javaHomes()
                        + ". Set JAVA_HOME.");
    }
}
