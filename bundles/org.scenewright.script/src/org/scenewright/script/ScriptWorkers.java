// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToWorker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps one worker process warm and gives it jobs, one after the other.
 *
 * <p>There is one for all open scenes. A worker that dies takes the job with it that it had; the
 * next job gets a new worker. No method waits; any thread.
 */
public final class ScriptWorkers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScriptWorkers.class.getName());

    private final WorkerSource source;
    private final Path cache;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private boolean isWorking;
    private int jobs;

    public ScriptWorkers(WorkerHome home) {
        this(home, WorkerLimits.USUAL);
    }

    ScriptWorkers(WorkerHome home, WorkerLimits limits) {
        source = new WorkerSource(home, limits, WatchClock.REAL);
        cache = home.cache();
    }

    /** Starts a worker if there is none, so that the first job finds it ready. */
    public void prepare() {
        try {
            source.worker();
        } catch (IOException e) {
            // The first job gets it as its answer.
            LOG.log(System.Logger.Level.DEBUG, "No worker could be prepared", e);
        }
    }

    /**
     * Asks what the source files of a project say about its components.
     *
     * @param skipped files to be left out, below the project's folder, with slashes
     * @param progress told of every file, on a thread of the worker
     */
    public Job reflect(Path project, List<String> skipped, Consumer<FromWorker.Progress> progress) {
        lock.lock();
        try {
            var folder = project.toAbsolutePath().toString();
            var request = new ToWorker.Reflect(++jobs, folder, cache.toString(), skipped);
            var job = new Job(request, progress);
            waiting.add(job);
            if (!isWorking) {
                isWorking = true;
                Thread.ofVirtual().name("worker jobs").start(this::work);
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the worker; jobs from now on have no answer but that there is none. */
    @Override
    public void close() {
        source.close();
    }

    /** Ends the worker and waits until nothing of it is left. */
    void end() {
        close();
        worker().ifPresent(ScriptWorker::awaitBurial);
    }

    /** The last one that was started. */
    Optional<ScriptWorker> worker() {
        return source.last();
    }

    /** As long as there are jobs. */
    private void work() {
        for (var job = first(); job.isPresent(); job = first()) {
            perform(job.get());
        }
    }

    private Optional<Job> first() {
        lock.lock();
        try {
            var job = Optional.ofNullable(waiting.poll());
            isWorking = job.isPresent();
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** The outermost frame of a job: whatever goes wrong in it is its answer. */
    private void perform(Job job) {
        if (job.isAnswered()) {
            return;
        }
        try {
            give(job);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "No worker could be started", e);
            job.end(new Answer.NoWorker(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A worker could not be given a job", e);
            job.end(new Answer.NoWorker("No worker could be started: " + e));
        }
    }

    private void give(Job job) throws IOException {
        var worker = source.worker();
        worker.give(job);
        job.answer().thenRun(() -> worker.cancel(job));
        // Every worker comes to an end, and with it every job.
        job.over().join();
        source.train();
    }
}
