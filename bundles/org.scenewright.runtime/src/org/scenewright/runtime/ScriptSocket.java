// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.jspecify.annotations.Nullable;
import org.scenewright.schema.Value;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One socket of a scene. It asks for a message only when the scene does, so that nothing piles up;
 * any thread.
 */
final class ScriptSocket implements WebSocket.Listener {
    private static final int LARGEST = 4 << 20;
    private static final int MOST_UNSENT = 256;

    private final Runnable closed;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<SystemAnswer> events = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private Optional<Consumer<SystemAnswer>> listener = Optional.empty();
    private Optional<WebSocket> socket = Optional.empty();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(true);
    private int unsent;
    private boolean isOver;

    /**
     * @param closed told when nothing comes any more, and the scene knows
     */
    ScriptSocket(Runnable closed) {
        this.closed = closed;
    }

    private void inLock(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    @SuppressWarnings("null")
    public void onOpen(WebSocket opened) {
        inLock(() -> socket = Optional.of(opened));
    }

    /** Hands over what comes next. */
    void receive(Consumer<SystemAnswer> answer) {
        inLock(
                () -> {
                    listener = Optional.of(answer);
                    if (events.isEmpty()) {
                        socket.ifPresent(opened -> opened.request(1));
                    }
                    deliver();
                });
    }

    private void happens(SystemAnswer event, boolean isLast) {
        inLock(
                () -> {
                    isOver |= isLast;
                    events.add(event);
                    deliver();
                });
    }

    private void deliver() {
        if (listener.isPresent() && !events.isEmpty()) {
            var event = events.remove();
            if (isOver && events.isEmpty()) {
                closed.run();
            }
            listener.get().accept(event);
            listener = Optional.empty();
        }
    }

    @Override
    @SuppressWarnings("null")
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        text.append(data);
        if (text.length() > LARGEST) {
            tooLarge(from);
        } else if (isLast) {
            happens(message(Value.of(text.toString())), false);
            text.setLength(0);
        } else {
            from.request(1);
        }
        return CompletableFuture.completedFuture(true);
    }

    @Override
    @SuppressWarnings("null")
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean isLast) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (binary.size() > LARGEST) {
            tooLarge(from);
        } else if (isLast) {
            happens(message(binary.toByteArray()), false);
            binary.reset();
        } else {
            from.request(1);
        }
        return CompletableFuture.completedFuture(true);
    }

    private void tooLarge(WebSocket from) {
        from.abort();
        happens(end(1009, "A message is larger than 4 MB."), true);
    }

    @Override
    @SuppressWarnings("null")
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        happens(end(code, reason), true);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    @SuppressWarnings("null")
    public void onError(WebSocket from, Throwable failure) {
        happens(end(1006, String.valueOf(failure.getMessage())), true);
    }

    private static SystemAnswer message(Value data) {
        return EditorCalls.fulfilled(
                EditorCalls.with(Value.fields("type", Value.of("message")), "data", data));
    }

    private static SystemAnswer message(byte[] bytes) {
        var block = Value.of(List.of(Value.of(0), Value.of(bytes.length)));
        var type = Value.fields("type", Value.of("message"));
        return EditorCalls.fulfilled(
                EditorCalls.with(type, "data", Value.fields("$bytes", block)),
                ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    private static SystemAnswer end(int code, String reason) {
        var type = Value.fields("type", Value.of("close"));
        var coded = EditorCalls.with(type, "code", Value.of(code));
        return EditorCalls.fulfilled(EditorCalls.with(coded, "reason", Value.of(reason)));
    }

    void send(String words, Consumer<SystemAnswer> answer) {
        send(opened -> opened.sendText(words, true), answer);
    }

    void send(ByteBuffer bytes, Consumer<SystemAnswer> answer) {
        send(opened -> opened.sendBinary(bytes, true), answer);
    }

    void close(int code, String reason, Consumer<SystemAnswer> answer) {
        send(opened -> opened.sendClose(code, reason), answer);
    }

    /** One after the other, as the protocol wants it. */
    private void send(
            Function<WebSocket, CompletableFuture<WebSocket>> send, Consumer<SystemAnswer> answer) {
        inLock(
                () -> {
                    if (socket.isEmpty() || unsent >= MOST_UNSENT) {
                        answer.accept(new SystemAnswer.Rejected("This cannot be sent now."));
                        return;
                    }
                    var opened = socket.get();
                    unsent++;
                    sent =
                            sent.handle((done, failure) -> true)
                                    .thenCompose(done -> send.apply(opened))
                                    .whenComplete((done, failure) -> sent(failure, answer));
                });
    }

    private void sent(@Nullable Throwable failure, Consumer<SystemAnswer> answer) {
        inLock(() -> unsent--);
        answer.accept(
                failure == null
                        ? new SystemAnswer.Fulfilled("{}")
                        : new SystemAnswer.Rejected("This could not be sent."));
    }

    void abort() {
        inLock(() -> socket.ifPresent(WebSocket::abort));
    }
}
