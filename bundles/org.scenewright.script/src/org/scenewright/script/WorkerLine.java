// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A worker process and the connection to it, from its start to its end.
 *
 * <p>A worker that does not come up, speaks nonsense or stays behind without a connection is
 * killed, and how it ended is a value. Any thread.
 */
final class WorkerLine {
    private static final System.Logger LOG = System.getLogger(WorkerLine.class.getName());

    /** Starts the process that connects to a socket. */
    interface Launch {
        WorkerProcess start(String socket) throws IOException;
    }

    /** Whom a worker speaks to. */
    interface Ear {
        /** What it says, one after the other, on a thread of its own. */
        void hear(FromWorker message);

        /** The connection is over, and the process will be. */
        void cut();

        /** The process is gone; the last that is heard. */
        void bury(Exit exit);
    }

    private final WorkerProcess process;
    private final WorkerLimits limits;
    private final WatchClock clock;
    private final CompletableFuture<WireChannel> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> buried = new CompletableFuture<>();

    private WorkerLine(WorkerProcess process, WorkerLimits limits, WatchClock clock) {
        this.process = process;
        this.limits = limits;
        this.clock = clock;
    }

    /** Starts the process and does not wait for it; it is heard only after {@link #open}. */
    static Opening start(Launch launch, WorkerLimits limits, WatchClock clock) throws IOException {
        var socket = WireSocket.open();
        try {
            var process = launch.start(socket.file().toString());
            return new Opening(new WorkerLine(process, limits, clock), socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A line that nobody listens to yet. */
    record Opening(WorkerLine line, WireSocket socket) {
        void to(Ear ear) {
            line.open(socket, ear);
        }
    }

    private void open(WireSocket socket, Ear ear) {
        var start = new Watchdog(clock);
        start.watch(
                limits.start(),
                () -> process.kill(Exit.Cause.NEVER_READY, "It did not come up in time."));
        ready.thenRun(start::rest);
        Thread.ofVirtual().name("worker socket").start(() -> converse(socket, ear));
        process.ended().thenAccept(exit -> bury(exit, socket, ear));
    }

    /** Whether its process lives, as far as is known. */
    boolean isAlive() {
        return !process.ended().isDone();
    }

    boolean wasReady() {
        return ready.isDone();
    }

    WorkerProcess process() {
        return process;
    }

    /** Says something as soon as it is ready, if it ever is. */
    void whenReady(ToWorker message) {
        ready.thenAccept(channel -> tell(channel, message));
    }

    /** Says something now that it is ready; {@link WireException} if that is too large. */
    void say(ToWorker message) {
        tell(ready.join(), message);
    }

    /** Does something as soon as it is ready, on the thread that hears it. */
    void whenReady(Runnable task) {
        ready.thenRun(task);
    }

    /** Waits for the end of a worker that was killed, but not for ever. */
    void awaitBurial() {
        buried.copy()
                .completeOnTimeout(null, limits.end().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static void tell(WireChannel channel, ToWorker message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            // Whoever reads from the connection finds it closed, too.
            LOG.log(System.Logger.Level.DEBUG, "A worker cannot be told anything", e);
        }
    }

    /** On the thread of the socket, as long as there is a connection. */
    private void converse(WireSocket socket, Ear ear) {
        try (var channel = socket.accept()) {
            listen(channel, ear);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "What a worker said could not be taken in", e);
            process.kill(Exit.Cause.CLOSED, "Its answer could not be taken in.");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection to a worker ended", e);
        }
        ear.cut();
        // It is on its way out: its status tells more than we do, if it comes soon.
        clock.after(
                limits.end(),
                () -> process.kill(Exit.Cause.UNREACHABLE, "It closed the connection."));
    }

    /** Until the connection ends. What is nonsense is so before the worker finds itself cut off. */
    private void listen(WireChannel channel, Ear ear) throws IOException {
        try {
            var message = channel.nextFromWorker();
            while (message.isPresent()) {
                hear(message.get(), channel, ear);
                message = channel.nextFromWorker();
            }
        } catch (WireException e) {
            process.kill(Exit.Cause.NONSENSE, e.getMessage());
        }
    }

    private void hear(FromWorker message, WireChannel channel, Ear ear) {
        ear.hear(message);
        if (message instanceof FromWorker.Ready said) {
            LOG.log(System.Logger.Level.DEBUG, "A worker is ready: {0}", said.engine());
            ready.complete(channel);
        }
    }

    /** The process is gone: nobody waits for it any longer. */
    private void bury(Exit exit, WireSocket socket, Ear ear) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A socket stays behind", e);
        }
        ear.bury(exit);
        buried.complete(null);
    }
}
