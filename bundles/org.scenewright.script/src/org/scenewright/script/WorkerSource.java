// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts a worker where there is none that lives, and makes the file that lets it start quickly.
 * Any thread.
 */
final class WorkerSource implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerSource.class.getName());

    private final WorkerHome home;
    private final WorkerLimits limits;
    private final WatchClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<ScriptWorker> current = Optional.empty();
    private Optional<WorkerProcess> training = Optional.empty();
    private boolean isClosed;

    WorkerSource(WorkerHome home, WorkerLimits limits, WatchClock clock) {
        this.home = home;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The one that lives, or else a new one; {@link IOException} with a sentence if it cannot be.
     */
    ScriptWorker worker() throws IOException {
        lock.lock();
        try {
            var living = current.filter(ScriptWorker::isAlive);
            var worker = living.isPresent() ? living.get() : start();
            current = Optional.of(worker);
            return worker;
        } finally {
            lock.unlock();
        }
    }

    /** The last one that was started. */
    Optional<ScriptWorker> last() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Makes the class cache in the background, once, if there is none. */
    void train() {
        lock.lock();
        try {
            var missing = home.jvm().map(this::cache).filter(ClassCache::isMissing);
            boolean isWanted = !isClosed && limits.training().isPositive();
            if (isWanted && training.isEmpty() && missing.isPresent()) {
                var process = missing.get().make();
                training = Optional.of(process);
                clock.after(
                        limits.training(),
                        () -> process.kill(Exit.Cause.HUNG, "It took too long."));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot make a class cache", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            current.ifPresent(ScriptWorker::close);
            training.ifPresent(
                    process -> process.kill(Exit.Cause.HUNG, "It was no longer needed."));
        } finally {
            lock.unlock();
        }
    }

    private ScriptWorker start() throws IOException {
        if (isClosed) {
            throw new IOException("The editor is closing.");
        }
        var jvm = home.jvm().orElseThrow(this::noJava);
        Files.createDirectories(home.cache());
        var worker = ScriptWorker.start(jvm, home, limits, clock);
        worker.ended().thenAccept(exit -> inspect(worker, cache(jvm)));
        return worker;
    }

    /** A cache that the JVM refused, or that it may have died of, is made again. */
    private static void inspect(ScriptWorker worker, ClassCache cache) {
        if (!worker.wasReady() || ClassCache.isRefused(worker.lastWords())) {
            cache.forget();
        }
    }

    private ClassCache cache(Jvm jvm) {
        return ClassCache.ofReading(jvm, home);
    }

    private IOException noJava() {
        return new IOException(
                "No Java 21 or newer was found to read TypeScript with; it was looked for in "
                        + home.javaHomes()
                        + ". Set JAVA_HOME.");
    }
}
