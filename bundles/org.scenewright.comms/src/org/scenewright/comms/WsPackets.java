// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts the packets of a WebSocket together; one that is too long or unreadable ends it.
 *
 * @param <P> what they are read as
 */
@SuppressWarnings("null") // The JDK says nothing about nulls.
final class WsPackets<P> implements WebSocket.Listener {
    /** Other servers take larger messages than ours. */
    private static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final Function<ByteBuffer, P> reader;
    private final Consumer<P> packets;
    private final Consumer<CommsException> failures;
    private volatile long heard = System.nanoTime();

    WsPackets(
            Function<ByteBuffer, P> reader,
            Consumer<P> packets,
            Consumer<CommsException> failures) {
        this.reader = reader;
        this.packets = packets;
        this.failures = failures;
    }

    /** When the server last gave a sign of life. */
    long heard() {
        return heard;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        heard = System.nanoTime();
        socket.request(1);
        return done();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean isLast) {
        heard = System.nanoTime();
        if (begun.size() + data.remaining() > LONGEST) {
            failures.accept(new CommsException("The server sent too large a packet."));
            return done();
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        if (!isLast) {
            begun.writeBytes(bytes);
        } else if (begun.size() == 0) {
            read(bytes);
        } else {
            begun.writeBytes(bytes);
            read(begun.toByteArray());
            begun.reset();
        }
        socket.request(1);
        return done();
    }

    private void read(byte[] bytes) {
        try {
            packets.accept(reader.apply(ByteBuffer.wrap(bytes)));
        } catch (CommsException unreadable) {
            failures.accept(unreadable);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
        // No protocol here has any.
        socket.request(1);
        return done();
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        failures.accept(
                code == Rooms.GOING_AWAY && !reason.isBlank()
                        ? CommsException.farewell(Reason.of(reason))
                        : new CommsException("The server closed the connection."));
        return done();
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        failures.accept(new CommsException("The connection broke: " + error.getMessage(), error));
    }

    private static CompletionStage<?> done() {
        return CompletableFuture.completedFuture(null);
    }
}
