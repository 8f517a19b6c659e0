// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToWorker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One worker process, from its start to its end; it does one job at a time.
 *
 * <p>Every wait has an end: a worker that gives no sign of life is killed, and how it ended is a
 * value. Any thread.
 */
final class ScriptWorker {
    private final WorkerLine line;
    private final WorkerLimits limits;
    private final Watchdog watchdog;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Job> running = Optional.empty();

    private ScriptWorker(WorkerLine line, WorkerLimits limits, WatchClock clock) {
        this.line = line;
        this.limits = limits;
        watchdog = new Watchdog(clock);
    }

    /** Starts the process and does not wait for it. */
    static ScriptWorker start(Jvm jvm, WorkerHome home, WorkerLimits limits, WatchClock clock)
            throws IOException {
        var opening =
                WorkerLine.start(socket -> WorkerProcess.start(jvm, home, socket), limits, clock);
        var worker = new ScriptWorker(opening.line(), limits, clock);
        opening.to(worker.words());
        return worker;
    }

    private WorkerLine.Ear words() {
        return new Words();
    }

    /** Whether it can be given a job, now or later. */
    boolean isAlive() {
        return line.isAlive();
    }

    long pid() {
        return line.process().pid();
    }

    CompletableFuture<Exit> ended() {
        return line.process().ended();
    }

    boolean wasReady() {
        return line.wasReady();
    }

    String lastWords() {
        return line.process().lastWords();
    }

    /** Gives it a job as soon as it is ready; only when the one before has its answer. */
    void give(Job job) {
        lock.lock();
        try {
            running = Optional.of(job);
        } finally {
            lock.unlock();
        }
        line.whenReady(this::watch);
        line.whenReady(job.request());
        if (!isAlive()) {
            ended().thenAccept(exit -> answer(job, job.diedOf(exit)));
        }
    }

    private void watch() {
        watchdog.watch(
                limits.silence(),
                () ->
                        line.process()
                                .kill(Exit.Cause.HUNG, "It gave no sign of life for too long."));
    }

    /** Tells it that nobody waits for a job any longer, unless it is done. */
    void cancel(Job job) {
        if (!job.over().isDone()) {
            line.whenReady(new ToWorker.Cancel(job.number()));
        }
    }

    void close() {
        line.process().kill(Exit.Cause.CLOSED, "It was no longer needed.");
    }

    /** Waits for the end of a worker that was closed, but not for ever. */
    void awaitBurial() {
        line.awaitBurial();
    }

    private Optional<Job> job(int number) {
        lock.lock();
        try {
            return running.filter(job -> job.number() == number);
        } finally {
            lock.unlock();
        }
    }

    private void answer(int number, Answer answer) {
        job(number).ifPresent(job -> answer(job, answer));
    }

    private void answer(Job job, Answer answer) {
        watchdog.rest();
        lock.lock();
        try {
            running = Optional.empty();
        } finally {
            lock.unlock();
        }
        job.end(answer);
    }

    /** What the process says. */
    private final class Words implements WorkerLine.Ear {
        @Override
        public void hear(FromWorker message) {
            watchdog.sign();
            switch (message) {
                case FromWorker.Ready heard -> watchdog.rest();
                case FromWorker.Progress heard -> job(heard.job()).ifPresent(j -> j.goesOn(heard));
                case FromWorker.Reflected heard ->
                        answer(heard.job(), new Answer.Reflected(heard.reflection()));
                case FromWorker.Failed heard ->
                        answer(heard.job(), new Answer.Failed(heard.message()));
                case FromWorker.OfScene heard ->
                        line.process()
                                .kill(
                                        Exit.Cause.NONSENSE,
                                        "It spoke of a scene that it does not run.");
            }
        }

        @Override
        public void cut() {
            watchdog.rest();
        }

        @Override
        public void bury(Exit exit) {
            watchdog.rest();
            lock.lock();
            Optional<Job> left = running;
            lock.unlock();
            left.ifPresent(job -> answer(job, job.diedOf(exit)));
        }
    }
}
