// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

/**
 * The hash of content as the official tools compute it, while the content goes by: CIDv1 with
 * SHA-256 of UnixFS chunks of 256 KiB. One thread at a time; memory does not grow with the content.
 */
public final class Cid {
    private static final int CHUNK = 262_144;

    /** Chunks that are hashed on all cores between two visits of the tree. */
    private static final long TOGETHER = 256;

    private final MessageDigest digest = Sha256.begin();
    private final CidTree tree = new CidTree();
    private int filled;
    private boolean hasChunks;

    /** The next bytes of the content. */
    public Cid add(byte[] bytes, int from, int length) {
        int at = from;
        for (int left = length; left > 0; ) {
            // Not before there is more: exactly one chunk is no tree.
            if (filled == CHUNK) {
                closeChunk();
            }
            int part = Math.min(left, CHUNK - filled);
            digest.update(bytes, at, part);
            filled += part;
            at += part;
            left -= part;
        }
        return this;
    }

    private void closeChunk() {
        tree.add(CidNode.leaf(digest.digest(), filled));
        hasChunks = true;
        filled = 0;
    }

    /** The hash of all bytes so far, which ends it. */
    public AssetHash hash() {
        if (filled > 0 || !hasChunks) {
            closeChunk();
        }
        return tree.root().hash();
    }

    /** The hash of some bytes. */
    public static AssetHash of(byte[] bytes) {
        return new Cid().add(bytes, 0, bytes.length).hash();
    }

    /** The hash of all that a stream has left; closing it is its owner's. */
    public static AssetHash of(InputStream in) throws IOException {
        var cid = new Cid();
        var part = new byte[CHUNK];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            cid.add(part, 0, read);
        }
        return cid.hash();
    }

    /**
     * The hash of a file, by all cores where it is large.
     *
     * @throws IOException where it cannot be read, or shrinks meanwhile
     */
    public static AssetHash of(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Chunks(channel, channel.size(), new ConcurrentLinkedQueue<>()).hash();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * Whether some bytes are those that a hash names. A hash that cannot be proved names anything,
     * and nothing proves it.
     */
    public static boolean proves(AssetHash hash, byte[] bytes) {
        // A raw block of another chunk size is still one.
        return switch (hash.text().substring(0, Math.min(7, hash.text().length()))) {
            case "bafkrei" -> CidNode.leaf(Sha256.of(bytes), bytes.length).hash().equals(hash);
            case "bafybei" -> of(bytes).equals(hash);
            default -> false;
        };
    }

    /** The chunks of a file, read by many at once into buffers that they share. */
    private record Chunks(FileChannel file, long size, Queue<ByteBuffer> buffers) {

        AssetHash hash() {
            long chunks = Math.max(1, (size + CHUNK - 1) / CHUNK);
            var tree = new CidTree();
            for (long from = 0; from < chunks; from += TOGETHER) {
                LongStream.range(from, Math.min(chunks, from + TOGETHER))
                        .parallel()
                        .mapToObj(this::leaf)
                        .toList()
                        .forEach(tree::add);
            }
            return tree.root().hash();
        }

        private CidNode leaf(long chunk) {
            long at = chunk * CHUNK;
            int length = (int) Math.min(CHUNK, size - at);
            var free = buffers.poll();
            var buffer = free == null ? ByteBuffer.allocate(CHUNK) : free;
            read(buffer.clear().limit(length), at);
            var digest = Sha256.begin();
            digest.update(buffer.flip());
            buffers.add(buffer);
            return CidNode.leaf(digest.digest(), length);
        }

        private void read(ByteBuffer into, long at) {
            try {
                while (into.hasRemaining()) {
                    if (file.read(into, at + into.position()) < 0) {
                        throw new EOFException("The file has become shorter.");
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
