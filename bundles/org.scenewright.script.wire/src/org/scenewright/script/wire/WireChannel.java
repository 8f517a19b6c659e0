// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection that carries messages.
 *
 * <p>Any thread may send; one thread receives. A frame has {@value #MAX_FRAME} bytes at most.
 */
public final class WireChannel implements Closeable {
    static final int MAX_FRAME = 64 << 20;

    private final ByteChannel channel;
    private final ReentrantLock sending = new ReentrantLock();

    public WireChannel(ByteChannel channel) {
        this.channel = channel;
    }

    /** Sends a message whole; {@link WireException} if it is too large, and then nothing of it. */
    public void send(ToWorker message) throws IOException {
        send(message.toFrame());
    }

    /** Sends a message whole; {@link WireException} if it is too large, and then nothing of it. */
    public void send(FromWorker message) throws IOException {
        send(message.toFrame());
    }

    /** The next message to a worker, nothing once the other side has closed the connection. */
    public Optional<ToWorker> nextToWorker() throws IOException {
        return next().map(ToWorker::read);
    }

    /** The next message from a worker, nothing once the other side has closed the connection. */
    public Optional<FromWorker> nextFromWorker() throws IOException {
        return next().map(FromWorker::read);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void send(ByteBuffer frame) throws IOException {
        sending.lock();
        try {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        } finally {
            sending.unlock();
        }
    }

    private Optional<ByteBuffer> next() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        if (channel.read(head) < 0) {
            return Optional.empty();
        }
        fill(head);
        int length = head.getInt(0);
        if (length < 1 || length > MAX_FRAME - 4) {
            throw new WireException(
                    "A message claims to have " + Integer.toUnsignedString(length) + " bytes");
        }
        ByteBuffer frame = ByteBuffer.allocate(length);
        fill(frame);
        return Optional.of(frame.flip());
    }

    private void fill(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("The connection ended within a message");
            }
        }
    }
}
