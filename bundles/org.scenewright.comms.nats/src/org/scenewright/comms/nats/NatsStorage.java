// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a room on NATS keeps, in pieces, and behind them a label with their numbers: whoever reads
 * while somebody writes finds one whole thing or the other.
 *
 * @param background runs what waits for the server
 */
record NatsStorage(Shelf shelf, Executor background) implements RoomStorage {
    private static final int MOST_BYTES = 16 << 20;

    /** Of how many pieces a thing consists at most. */
    static final int MOST_PIECES = 512;

    @Override
    public int mostBytes() {
        return (int) Math.min(MOST_BYTES, (long) MOST_PIECES * pieceBytes());
    }

    private int pieceBytes() {
        return Math.min(FirmPost.MOST_BYTES, shelf.mostBytes());
    }

    @Override
    public CompletableFuture<Void> put(String name, byte[] bytes) {
        RoomStorage.checkName(name);
        RoomStorage.checkSize(bytes, mostBytes());
        return CompletableFuture.runAsync(() -> store(name, bytes), background);
    }

    private void store(String name, byte[] bytes) {
        int size = pieceBytes();
        var numbers = new ArrayList<Long>();
        for (int from = 0; from < bytes.length; from += size) {
            int to = Math.min(bytes.length, from + size);
            numbers.add(shelf.add(name, Arrays.copyOfRange(bytes, from, to)));
        }
        ByteBuffer label = ByteBuffer.allocate(Integer.BYTES + numbers.size() * Long.BYTES);
        label.putInt(bytes.length);
        numbers.forEach(label::putLong);
        shelf.label(name, label.array());
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(String name, int most) {
        RoomStorage.checkName(name);
        Supplier<Optional<byte[]>> found =
                () -> shelf.label(name).map(label -> whole(ByteBuffer.wrap(label), most));
        return CompletableFuture.supplyAsync(found, background);
    }

    private byte[] whole(ByteBuffer label, int most) {
        if (label.remaining() < Integer.BYTES
                || label.remaining() > Integer.BYTES + MOST_PIECES * Long.BYTES) {
            throw new CommsException("What the room keeps has no label.");
        }
        int length = label.getInt();
        if (length < 0 || length > most) {
            throw new CommsException("What the room keeps is more than " + most + " bytes.");
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        while (label.remaining() >= Long.BYTES) {
            byte[] piece = shelf.find(label.getLong()).orElseThrow(NatsStorage::incomplete);
            if (piece.length > whole.remaining()) {
                throw incomplete();
            }
            whole.put(piece);
        }
        if (whole.hasRemaining()) {
            throw incomplete();
        }
        return whole.array();
    }

    private static CommsException incomplete() {
        return new CommsException("What the room keeps is not complete.");
    }
}
