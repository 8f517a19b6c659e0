// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What waits to be sent over a WebSocket, which takes one message at a time; any thread.
 *
 * <p>It is bounded: what need not arrive is dropped first, then the connection.
 */
final class WsOutbox {
    private static final long CLOSING_SECONDS = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<ByteBuffer> queue = new ArrayDeque<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Consumer<CommsException> failures;
    private Optional<WebSocket> socket = Optional.empty();
    private boolean isSending;
    private boolean isClosing;
    private long waiting;

    WsOutbox(Consumer<CommsException> failures) {
        this.failures = failures;
    }

    void open(WebSocket opened) {
        lock.lock();
        try {
            socket = Optional.of(opened);
        } finally {
            lock.unlock();
        }
    }

    long waitingBytes() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    void add(ByteBuffer message, boolean isReliable) {
        boolean isTooMuch;
        lock.lock();
        try {
            isTooMuch = waiting + message.remaining() > Sizes.MOST_WAITING;
            boolean isDropped = !isReliable && waiting > Sizes.MUCH_WAITING;
            if (!isTooMuch && !isDropped && !isClosing) {
                queue.add(message);
                waiting += message.remaining();
            }
        } finally {
            lock.unlock();
        }
        if (isTooMuch && isReliable) {
            failures.accept(new CommsException("The server takes too long to listen."));
        } else {
            pump();
        }
    }

    /** Sends as long as the socket takes it; what completes later goes on later. */
    private void pump() {
        Optional<ByteBuffer> next = next();
        while (next.isPresent()) {
            int bytes = next.get().remaining();
            CompletableFuture<WebSocket> sent = socket.orElseThrow().sendBinary(next.get(), true);
            if (!sent.isDone()) {
                sent.whenComplete(
                        (same, failure) -> {
                            sent(bytes, sent.isCompletedExceptionally());
                            pump();
                        });
                return;
            }
            sent(bytes, sent.isCompletedExceptionally());
            next = next();
        }
    }

    private Optional<ByteBuffer> next() {
        boolean isDrained;
        lock.lock();
        try {
            if (isSending || socket.isEmpty()) {
                return Optional.empty();
            }
            isDrained = queue.isEmpty() && isClosing;
            isSending = !queue.isEmpty() || isDrained;
            if (!queue.isEmpty()) {
                return Optional.of(queue.remove());
            }
        } finally {
            lock.unlock();
        }
        if (isDrained) {
            socket.get().sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((s, f) -> abort());
        }
        return Optional.empty();
    }

    private void sent(int bytes, boolean isBroken) {
        lock.lock();
        try {
            isSending = false;
            // Nothing waits any more once it was aborted.
            waiting = Math.max(0, waiting - bytes);
        } finally {
            lock.unlock();
        }
        if (isBroken) {
            failures.accept(new CommsException("The connection broke."));
        }
    }

    /** Asks for a sign of life, which also keeps the server from forgetting us. */
    void ping() {
        socket.ifPresent(open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    /** Sends what waits, then says good-bye; complete when that is done, or takes too long. */
    CompletableFuture<Void> close() {
        lock.lock();
        try {
            isClosing = true;
        } finally {
            lock.unlock();
        }
        if (socket.isEmpty()) {
            closed.complete(null);
        }
        closed.completeOnTimeout(null, CLOSING_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> abort());
        pump();
        return closed.copy();
    }

    /** Ends at once. */
    void abort() {
        lock.lock();
        try {
            isClosing = true;
            queue.clear();
            waiting = 0;
        } finally {
            lock.unlock();
        }
        socket.ifPresent(WebSocket::abort);
        closed.complete(null);
    }
}
