// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One worker process, from its start to its end; it does one job at a time.
 *
 * <p>Every wait has an end: a worker that does not come up, gives no sign of life or speaks
 * nonsense is killed, and how it ended is a value. Any thread.
 */
final class ScriptWorker {
    private static final System.Logger LOG = System.getLogger(ScriptWorker.class.getName());

    private final WorkerProcess process;
    private final WorkerLimits limits;
    private final WatchClock clock;
    private final Watchdog watchdog;
    private final CompletableFuture<WireChannel> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> buried = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Job> running = Optional.empty();

    private ScriptWorker(WorkerProcess process, WorkerLimits limits, WatchClock clock) {
        this.process = process;
        this.limits = limits;
        this.clock = clock;
        watchdog = new Watchdog(clock);
    }

    /** Starts the process and does not wait for it. */
    static ScriptWorker start(Jvm jvm, WorkerHome home, WorkerLimits limits, WatchClock clock)
            throws IOException {
        var socket = WireSocket.open();
        try {
            var process = WorkerProcess.start(jvm, home, socket.file().toString());
            var worker = new ScriptWorker(process, limits, clock);
            worker.begin(socket);
            return worker;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void begin(WireSocket socket) {
        watchdog.watch(
                limits.start(),
                () -> process.kill(Exit.Cause.NEVER_READY, "It did not come up in time."));
        Thread.ofVirtual().name("worker socket").start(() -> converse(socket));
        process.ended().thenAccept(exit -> bury(exit, socket));
    }

    /** Whether it can be given a job, now or later. */
    boolean isAlive() {
        return !process.ended().isDone();
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Exit> ended() {
        return process.ended();
    }

    boolean wasReady() {
        return ready.isDone();
    }

    String lastWords() {
        return process.lastWords();
    }

    /** Gives it a job as soon as it is ready; only when the one before has its answer. */
    void give(Job job) {
        lock.lock();
        try {
            running = Optional.of(job);
        } finally {
            lock.unlock();
        }
        ready.thenAccept(channel -> send(channel, job));
        if (!isAlive()) {
            process.ended().thenAccept(exit -> answer(job, job.diedOf(exit)));
        }
    }

    /** Tells it that nobody waits for a job any longer, unless it is done. */
    void cancel(Job job) {
        if (!job.over().isDone()) {
            ready.thenAccept(channel -> tell(channel, new ToWorker.Cancel(job.number())));
        }
    }

    void close() {
        process.kill(Exit.Cause.CLOSED, "It was no longer needed.");
    }

    /** Waits for the end of a worker that was closed, but not for ever. */
    void awaitBurial() {
        buried.copy()
                .completeOnTimeout(null, limits.end().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void send(WireChannel channel, Job job) {
        watchdog.watch(
                limits.silence(),
                () -> process.kill(Exit.Cause.HUNG, "It gave no sign of life for too long."));
        tell(channel, job.request());
    }

    private void tell(WireChannel channel, ToWorker message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            // Whoever reads from the connection finds it closed, too.
            LOG.log(System.Logger.Level.DEBUG, "A worker cannot be told anything", e);
        }
    }

    /** On the thread of the socket, as long as there is a connection. */
    private void converse(WireSocket socket) {
        try (var channel = socket.accept()) {
            listen(channel);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "What a worker said could not be taken in", e);
            process.kill(Exit.Cause.CLOSED, "Its answer could not be taken in.");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection to a worker ended", e);
        }
        watchdog.rest();
        // It is on its way out: its status tells more than we do, if it comes soon.
        clock.after(
                limits.end(),
                () -> process.kill(Exit.Cause.UNREACHABLE, "It closed the connection."));
    }

    /** Until the connection ends. What is nonsense is so before the worker finds itself cut off. */
    private void listen(WireChannel channel) throws IOException {
        try {
            var message = channel.nextFromWorker();
            while (message.isPresent()) {
                hear(message.get(), channel);
                message = channel.nextFromWorker();
            }
        } catch (WireException e) {
            process.kill(Exit.Cause.NONSENSE, e.getMessage());
        }
    }

    private void hear(FromWorker message, WireChannel channel) {
        watchdog.sign();
        switch (message) {
            case FromWorker.Ready heard -> {
                LOG.log(System.Logger.Level.DEBUG, "A worker is ready: {0}", heard.engine());
                watchdog.rest();
                ready.complete(channel);
            }
            case FromWorker.Progress heard -> job(heard.job()).ifPresent(j -> j.goesOn(heard));
            case FromWorker.Reflected heard ->
                    answer(heard.job(), new Answer.Reflected(heard.reflection()));
            case FromWorker.Failed heard -> answer(heard.job(), new Answer.Failed(heard.message()));
            case FromWorker.OfScene heard ->
                    process.kill(Exit.Cause.NONSENSE, "It spoke of a scene that it does not run.");
        }
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

    /** The process is gone: nobody waits for it any longer. */
    private void bury(Exit exit, WireSocket socket) {
        watchdog.rest();
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A socket stays behind", e);
        }
        lock.lock();
        Optional<Job> left = running;
        lock.unlock();
        left.ifPresent(job -> answer(job, job.diedOf(exit)));
        buried.complete(null);
    }
}
