// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a room on NATS keeps, in pieces, and behind them a label with their numbers: whoever reads
 * while somebody writes finds one whole thing or the other.
 *
 * @param ground of the adapter; its background runs what waits for the server
 */
record NatsStorage(Shelf shelf, Ground ground) implements RoomStorage {
    private static final System.Logger LOG = System.getLogger(NatsStorage.class.getName());
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
        return CompletableFuture.runAsync(() -> store(name, bytes), ground.background());
    }

    private void store(String name, byte[] bytes) {
        int size = pieceBytes();
        long end = shelf.label(name).map(NatsStorage::end).orElse(0L);
        var numbers = new ArrayList<Long>();
        for (int from = 0; from < bytes.length; from += size) {
            int to = Math.min(bytes.length, from + size);
            numbers.add(shelf.add(name, Arrays.copyOfRange(bytes, from, to)));
        }
        ByteBuffer label = ByteBuffer.allocate(Integer.BYTES + numbers.size() * Long.BYTES);
        label.putInt(bytes.length);
        numbers.forEach(label::putLong);
        shelf.label(name, label.array());
        if (end > 0 && !numbers.isEmpty()) {
            clear(name, Math.min(end, numbers.getFirst()));
        }
    }

    /**
     * Behind the last piece of what is there. What is thrown away ends there and not where the new
     * thing begins, as somebody else's pieces may wait for their label in between.
     */
    private static long end(byte[] label) {
        return label.length >= Integer.BYTES + Long.BYTES
                ? ByteBuffer.wrap(label).getLong(label.length - Long.BYTES) + 1
                : 0;
    }

    /** Else a thing that is often put would push the others out of the room. */
    private void clear(String name, long before) {
        try {
            shelf.clear(name, before);
        } catch (CommsException kept) {
            // The new thing is there all the same.
            LOG.log(System.Logger.Level.INFO, "The room keeps what is old: {0}", kept);
        }
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(String name, int most) {
        RoomStorage.checkName(name);
        return CompletableFuture.supplyAsync(() -> find(name, most), ground.background());
    }

    private Optional<byte[]> find(String name, int most) {
        var label = shelf.label(name);
        try {
            return label.map(pieces -> whole(ByteBuffer.wrap(pieces), most));
        } catch (CommsException incomplete) {
            // Whoever put another one there meanwhile threw this one away.
            return shelf.label(name)
                    .filter(next -> !Arrays.equals(next, label.orElseThrow()))
                    .map(next -> whole(ByteBuffer.wrap(next), most))
                    .or(() -> refuse(incomplete));
        }
    }

    @Override
    public CompletableFuture<Said> said(String from, int most) {
        return CompletableFuture.supplyAsync(() -> recall(from, most), ground.background());
    }

    private Said recall(String from, int most) {
        var found = shelf.said(from, most);
        var messages = new Recollection(ground.room(), ground.clock()).of(found.envelopes());
        return new Said(messages, found.end());
    }

    private static Optional<byte[]> refuse(CommsException why) {
        throw why;
    }

    private byte[] whole(ByteBuffer label, int most) {
        if (label.remaining() < Integer.BYTES
                || label.remaining() > Integer.BYTES + MOST_PIECES * Long.BYTES) {
            throw CommsException.lasting("What the room keeps has no label.");
        }
        int length = label.getInt();
        if (length < 0 || length > most) {
            throw CommsException.lasting("What the room keeps is more than " + most + " bytes.");
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
        return CommsException.lasting("What the room keeps is not complete.");
    }
}
