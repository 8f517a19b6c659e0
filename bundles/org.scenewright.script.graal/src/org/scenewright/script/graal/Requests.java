// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the editor asks for, answered one after the other on the thread of the caller; a second
 * thread reads the connection, so that a cancel and the end are heard in the midst of a job.
 */
final class Requests {
    private static final System.Logger LOG = System.getLogger(Requests.class.getName());

    private final WireChannel channel;
    private final Reflecting reflecting;
    private final BlockingQueue<ToWorker.Reflect> waiting = new LinkedBlockingQueue<>();
    private final Set<Integer> wanted = ConcurrentHashMap.newKeySet();

    Requests(WireChannel channel, Reflecting reflecting) {
        this.channel = channel;
        this.reflecting = reflecting;
    }

    /**
     * Says that it is ready, and answers for ever.
     *
     * @param end is run when the connection has ended, on the thread that reads it
     */
    void serve(String engine, Runnable end) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("worker socket").start(() -> listen(end));
        channel.send(new FromWorker.Ready(engine));
        while (true) {
            var request = waiting.take();
            say(answer(request), request.job());
        }
    }

    private void listen(Runnable end) {
        try {
            var message = channel.nextToWorker();
            while (message.isPresent()) {
                hear(message.get());
                message = channel.nextToWorker();
            }
        } catch (IOException | WireException e) {
            LOG.log(System.Logger.Level.ERROR, "The connection to the editor broke", e);
        } finally {
            end.run();
        }
    }

    private void hear(ToWorker message) {
        switch (message) {
            case ToWorker.Reflect request -> {
                wanted.add(request.job());
                waiting.add(request);
            }
            case ToWorker.Cancel cancel -> wanted.remove(cancel.job());
            case ToWorker.ForScene other ->
                    throw new WireException("Scene " + other.scene() + " does not run here");
        }
    }

    /**
     * The outermost frame of a job: whatever goes wrong in it is its answer, and the next follows.
     */
    private FromWorker answer(ToWorker.Reflect request) {
        int job = request.job();
        try {
            var reflection = reflecting.reflect(request, (d, t, file) -> goOn(job, d, t, file));
            return new FromWorker.Reflected(job, reflection);
        } catch (CancellationException e) {
            return new FromWorker.Failed(job, "Cancelled");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "A job failed", e);
            return new FromWorker.Failed(job, "The components could not be read: " + e);
        } finally {
            wanted.remove(job);
        }
    }

    private void goOn(int job, int done, int total, String file) {
        if (!wanted.contains(job)) {
            throw new CancellationException();
        }
        try {
            channel.send(new FromWorker.Progress(job, done, total, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(FromWorker answer, int job) throws IOException {
        try {
            channel.send(answer);
        } catch (WireException e) {
            channel.send(new FromWorker.Failed(job, e.getMessage()));
        }
    }
}
