// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Chunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
    // What a part takes that is missing yet, too.
    private static final int SLOT = 8;
    // Two of the longest fit, so that no one alone pushes out what somebody else sends.
    private static final Room ROOM =
            new Room(3L * LONGEST / 2, 2L * (LONGEST + SLOT * MOST_CHUNKS));

    private final Map<Key, Assembly> open = new LinkedHashMap<>();
    private final Map<String, Long> senders = new HashMap<>();
    private final Room room;
    private long bytes;

    /** How many bytes are kept of one sender, and of all together. */
    record Room(long ofOne, long ofAll) {}

    private record Key(String sender, long id) {}

    Assemblies() {
        this(ROOM);
    }

    Assemblies(Room room) {
        this.room = room;
    }

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

        boolean lacks(Chunk chunk) throws IOException {
            if (chunk.count() != parts.length || size + chunk.bytes().length > LONGEST) {
                throw new IOException("parts that are of no message");
            }
            return parts[chunk.index()] == null;
        }

        void take(Chunk chunk) {
            parts[chunk.index()] = chunk.bytes();
            size += chunk.bytes().length;
            missing--;
        }

        long room() {
            return size + (long) SLOT * parts.length;
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
     * Takes a part. Where all together take too much room, what came of whoever takes most of it is
     * forgotten, which is nobody's fault.
     *
     * @return the message, with its last part
     * @throws IOException when it is no part of a message, or its sender takes too much room
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
        var known = Optional.ofNullable(open.get(key));
        var assembly = known.orElseGet(() -> new Assembly(chunk.count(), now));
        if (!assembly.lacks(chunk)) {
            return Optional.empty();
        }
        if (known.isEmpty() && begunBy(sender) >= MOST_OPEN) {
            throw new IOException("too many messages in parts at once");
        }
        long more = chunk.bytes().length + (known.isEmpty() ? assembly.room() : 0);
        return makeRoom(sender, more) ? take(key, assembly, chunk) : Optional.empty();
    }

    private long begunBy(String sender) {
        return open.keySet().stream().filter(key -> key.sender.equals(sender)).count();
    }

    /** Whether there is room now, as else what came of this sender is forgotten. */
    private boolean makeRoom(String sender, long more) throws IOException {
        if (bytesOf(sender) + more > room.ofOne()) {
            throw new IOException("too much in parts at once");
        }
        while (bytes + more > room.ofAll()) {
            String greediest = greediest(sender, more);
            forget(greediest);
            if (greediest.equals(sender)) {
                return false;
            }
        }
        return true;
    }

    private long bytesOf(String sender) {
        return senders.getOrDefault(sender, 0L);
    }

    /** Who takes most room, with what comes now; who was here before wins. */
    private String greediest(String coming, long more) {
        String greediest = coming;
        long most = bytesOf(coming) + more;
        for (var sender : senders.entrySet()) {
            if (sender.getValue() > most) {
                greediest = sender.getKey();
                most = sender.getValue();
            }
        }
        return greediest;
    }

    private Optional<byte[]> take(Key key, Assembly assembly, Chunk chunk) {
        long before = open.containsKey(key) ? assembly.room() : 0;
        open.put(key, assembly);
        assembly.take(chunk);
        count(key.sender, assembly.room() - before);
        if (assembly.missing > 0) {
            return Optional.empty();
        }
        close(key);
        return Optional.of(assembly.joined());
    }

    private void count(String sender, long more) {
        bytes += more;
        long now = bytesOf(sender) + more;
        if (now == 0) {
            senders.remove(sender);
        } else {
            senders.put(sender, now);
        }
    }

    private void close(Key key) {
        Optional.ofNullable(open.remove(key)).ifPresent(gone -> count(key.sender, -gone.room()));
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
