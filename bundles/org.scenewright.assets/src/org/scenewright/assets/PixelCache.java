// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The decoded pixels of pictures, as many of them as fit within a limit: those that nobody wanted
 * for the longest time are dropped, and decoded anew when somebody wants them again. What a
 * graphics card has got needs none here. Any thread.
 */
final class PixelCache {
    /** Some 16 pictures of the largest size that is kept. */
    static final long USUAL_BYTES = 256L << 20;

    private static final Logger LOG = System.getLogger(PixelCache.class.getName());

    /** Being decoded anew at once. */
    private static final int MOST_ORDERED = 8;

    private static final byte[] NOTHING = {};

    private final long most;
    private final Workers workers;
    private final Function<byte[], Bitmap> decoder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Entry, byte[]> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private int ordered;

    /** Reads what a picture is decoded from; may wait for a disk. */
    interface Encoded {
        byte[] read() throws IOException;
    }

    /** The pixels of one picture, which may be there or not. */
    private final class Entry implements Bitmap.Pixels {
        private final Encoded encoded;
        private final byte[] digest;
        private final int size;
        private boolean isOrdered;

        Entry(Encoded encoded, byte[] digest, int size) {
            this.encoded = encoded;
            this.digest = digest;
            this.size = size;
        }

        @Override
        public byte[] bytes() {
            var known = find(this);
            return known.length > 0 ? known : keep(this, decoded());
        }

        @Override
        public boolean isAtHand() {
            return order(this);
        }

        private byte[] decoded() {
            try {
                var read = encoded.read();
                // The file may have changed; then the library is told, and this is shown no more.
                if (Arrays.equals(digest, Pictures.digest(read))) {
                    return decoder.apply(read).rgba();
                }
            } catch (IOException | AssetException gone) {
                LOG.log(Level.DEBUG, "A picture cannot be decoded again", gone);
            }
            return new byte[size];
        }
    }

    /**
     * @param most bytes to keep
     * @param workers decode what is wanted again
     */
    PixelCache(long most, Workers workers, Function<byte[], Bitmap> decoder) {
        this.most = most;
        this.workers = workers;
        this.decoder = decoder;
    }

    /**
     * A picture whose pixels may be dropped.
     *
     * @param digest the SHA-256 of what it was decoded from
     */
    Bitmap keep(Bitmap decoded, byte[] digest, Encoded encoded) {
        var rgba = decoded.rgba();
        var entry = new Entry(encoded, digest, rgba.length);
        keep(entry, rgba);
        return new Bitmap(decoded.width(), decoded.height(), entry);
    }

    /** How many bytes are held. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    private byte[] keep(Entry entry, byte[] rgba) {
        lock.lock();
        try {
            if (held.put(entry, rgba) == null) {
                bytes += rgba.length;
            }
            var oldest = held.entrySet().iterator();
            while (bytes > most && held.size() > 1) {
                var dropped = oldest.next();
                bytes -= dropped.getValue().length;
                oldest.remove();
            }
            return rgba;
        } finally {
            lock.unlock();
        }
    }

    /** What is held of a picture; nothing where it is not. */
    private byte[] find(Entry entry) {
        lock.lock();
        try {
            return held.getOrDefault(entry, NOTHING);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a picture is held; otherwise it will be soon. */
    private boolean order(Entry entry) {
        lock.lock();
        try {
            // Where nobody works any more, whoever wants it decodes it.
            if (held.containsKey(entry) || workers.isClosed()) {
                return true;
            }
            if (!entry.isOrdered && ordered < MOST_ORDERED) {
                entry.isOrdered = true;
                ordered++;
                workers.start(() -> deliver(entry));
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** On a worker; whatever goes wrong has to end here. */
    private void deliver(Entry entry) {
        try {
            keep(entry, entry.decoded());
        } catch (OutOfMemoryError tooMuch) {
            LOG.log(Level.WARNING, "A picture does not fit into the memory any more", tooMuch);
        } finally {
            delivered(entry);
        }
    }

    private void delivered(Entry entry) {
        lock.lock();
        try {
            entry.isOrdered = false;
            ordered--;
        } finally {
            lock.unlock();
        }
    }
}
