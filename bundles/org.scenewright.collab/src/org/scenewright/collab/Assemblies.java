// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Chunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that came in parts of which some are missing yet; so much of one sender and of all
 * together is kept, and for so long. Not thread-safe.
 */
final class Assemblies {
    /** How long a part waits for the others, in milliseconds. */
    static final long PATIENCE = 20_000;

    /** The most bytes of a message. */
    static final int LONGEST = 64 << 20;

    /** The most messages of one sender that are waited for. */
    static final int MOST_OPEN = 8;

    private static final int MOST_CHUNKS = 1 << 16;
    private static final long MOST_BYTES = 2L * LONGEST;

    private final Map<Key, Assembly> open = new LinkedHashMap<>();
    private long bytes;

    private record Key(String sender, long id) {}

    private static final class Assembly {
        final byte[][] parts;
        final long begun;
        int missing;
        int size;

        Assembly(int count, long begun) {
            this.parts = new byte[count][];
            this.begun = begun;
            this.missing = count;
        }

        boolean takes(Chunk chunk) throws IOException {
            if (chunk.count() != parts.length || size + chunk.bytes().length > LONGEST) {
                throw new IOException("parts that are of no message");
            }
            boolean isNew = parts[chunk.index()] == null;
            if (isNew) {
                parts[chunk.index()] = chunk.bytes();
                size += chunk.bytes().length;
                missing--;
            }
            return isNew;
        }

        byte[] joined() {
            var out = new Output();
            for (byte[] part : parts) {
                out.raw(part);
            }
            return out.toBytes();
        }
    }

    /**
     * Splits a message.
     *
     * @param most how many bytes of it a part may hold
     */
    static List<Chunk> split(long id, byte[] message, int most) {
        int count = Math.ceilDiv(message.length, most);
        var chunks = new ArrayList<Chunk>();
        for (int i = 0; i < count; i++) {
            int from = i * most;
            var part = new byte[Math.min(most, message.length - from)];
            System.arraycopy(message, from, part, 0, part.length);
            chunks.add(new Chunk(id, i, count, part));
        }
        return chunks;
    }

    /**
     * Takes a part.
     *
     * @return the message, with its last part
     * @throws IOException when it is no part of a message, or there is no room for it
     */
    Optional<byte[]> take(String sender, Chunk chunk, long now) throws IOException {
        expire(now);
        if (chunk.count() < 1
                || chunk.count() > MOST_CHUNKS
                || chunk.index() < 0
                || chunk.index() >= chunk.count()) {
            throw new IOException("part %s of %s".formatted(chunk.index(), chunk.count()));
        }
        var key = new Key(sender, chunk.id());
        var assembly = open.get(key);
        if (assembly == null) {
            assembly = begin(key, chunk, now);
        }
        return take(key, assembly, chunk);
    }

    private Assembly begin(Key key, Chunk chunk, long now) throws IOException {
        long ofSender = open.keySet().stream().filter(k -> k.sender.equals(key.sender)).count();
        if (ofSender >= MOST_OPEN || bytes > MOST_BYTES) {
            throw new IOException("too many messages in parts at once");
        }
        var assembly = new Assembly(chunk.count(), now);
        open.put(key, assembly);
        // What a part that is missing takes, too.
        bytes += 8L * chunk.count();
        return assembly;
    }

    private Optional<byte[]> take(Key key, Assembly assembly, Chunk chunk) throws IOException {
        if (assembly.takes(chunk)) {
            bytes += chunk.bytes().length;
        }
        if (assembly.missing > 0) {
            return Optional.empty();
        }
        close(key);
        return Optional.of(assembly.joined());
    }

    private void close(Key key) {
        Optional.ofNullable(open.remove(key))
                .ifPresent(gone -> bytes -= gone.size + 8L * gone.parts.length);
    }

    /** Forgets what is waited for too long. */
    void expire(long now) {
        open.entrySet().stream()
                .filter(e -> now - e.getValue().begun > PATIENCE)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::close);
    }

    /** Forgets what somebody began who is gone. */
    void forget(String sender) {
        open.keySet().stream()
                .filter(key -> key.sender.equals(sender))
                .toList()
                .forEach(this::close);
    }

    /** How many messages are waited for. */
    int open() {
        return open.size();
    }
}
