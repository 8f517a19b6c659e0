// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.Identity;
import org.scenewright.comms.SendHints;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A guest of a room that costs next to nothing, so that there can be hundreds beside a server: once
 * it is {@link #attend attentive} it only counts what it hears. Not thread-safe.
 */
final class LightGuest implements CommsAdapter, AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String UPGRADE =
            """
            GET %s HTTP/1.1\r
            Host: %s\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Protocol: rfc5\r
            \r
            """;

    private final SocketChannel channel;
    private final DataInputStream in;
    private final FrameCounter heard = new FrameCounter();
    private final Queue<ByteBuffer> queue = new ArrayDeque<>();

    private LightGuest(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().setSoTimeout(PATIENCE_MILLIS);
        this.in = new DataInputStream(channel.socket().getInputStream());
    }

    /** A guest that is in the room. */
    static LightGuest enter(URI room, Identity me) throws IOException {
        var guest =
                new LightGuest(
                        SocketChannel.open(new InetSocketAddress(room.getHost(), room.getPort())));
        guest.upgrade(room);
        guest.write(RoomBytes.identification(me.address()));
        for (byte[] packet = guest.packet();
                !RoomBytes.isWelcome(packet);
                packet = guest.packet()) {
            var challenge = RoomBytes.challenge(packet);
            if (challenge.isPresent()) {
                guest.write(RoomBytes.signed(me.sign(challenge.get()).join()));
            }
        }
        return guest;
    }

    private void upgrade(URI room) throws IOException {
        String request = UPGRADE.formatted(room.getPath(), room.getAuthority());
        write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        int end = 0;
        // The empty line.
        for (int last = 0; last != 0x0D0A0D0A; end++) {
            last = last << 8 | in.readUnsignedByte();
            if (end > 4096) {
                throw new IOException("There is no room at " + room);
            }
        }
    }

    /** The next packet; for a guest that is not attentive yet. */
    byte[] packet() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int size = in.readUnsignedByte();
            long length = size < 126 ? size : size == 126 ? in.readUnsignedShort() : in.readLong();
            byte[] packet = new byte[(int) length];
            in.readFully(packet);
            if ((first & 0xF) == 2) {
                return packet;
            }
        }
    }

    /** From now on nothing blocks any more. */
    void attend(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Counts what is there, by way of a buffer that all guests share. */
    void hear(ByteBuffer scratch) throws IOException {
        int bytes = channel.read(scratch.clear());
        if (bytes < 0) {
            throw new IOException("The server sent a guest away.");
        }
        heard.take(scratch.flip());
    }

    /** How many messages came. */
    long heard() {
        return heard.messages();
    }

    /** Sends on what the connection did not take at once. */
    void flush() throws IOException {
        while (!queue.isEmpty()) {
            var frame = queue.element();
            channel.write(frame);
            if (frame.hasRemaining()) {
                return;
            }
            queue.remove();
        }
    }

    private void write(ByteBuffer frame) throws IOException {
        queue.add(frame);
        flush();
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        try {
            // A room takes no single recipients of those who do not know who is there.
            write(RoomBytes.update(data, hints.isReliable()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public long waitingBytes() {
        return queue.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    @Override
    public int mostBytes() {
        return 12 << 10;
    }

    @Override
    public CompletableFuture<Void> connect() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        try {
            channel.close();
            return CompletableFuture.completedFuture(null);
        } catch (IOException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    @Override
    public void close() {
        disconnect(Optional.empty());
    }
}
