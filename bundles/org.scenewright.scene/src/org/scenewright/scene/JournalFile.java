// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * The file of a journal: records, each with its length and its CRC-32C before it, big-endian;
 * confined to one thread.
 */
final class JournalFile implements Closeable {
    private static final System.Logger LOG = System.getLogger(JournalFile.class.getName());

    private static final byte[] MAGIC =
            "scenewright journal 2\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 2 * Integer.BYTES;
    private static final long LARGEST = 1L << 30;

    private final Path path;
    private Optional<FileChannel> channel = Optional.empty();
    private long length;

    JournalFile(Path path) {
        this.path = path;
    }

    /**
     * Hands over one record after the other, until the file ends, one is damaged or one is refused.
     *
     * @return how many bytes of the file are good; 0 where it is no journal at all
     */
    static long read(Path path, Predicate<byte[]> reader) throws IOException {
        long size = Files.exists(path) ? Files.size(path) : 0;
        if (size > LARGEST || size < MAGIC.length) {
            return 0;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                return 0;
            }
            long good = MAGIC.length;
            while (size - good > HEADER) {
                int length = in.readInt();
                int checksum = in.readInt();
                if (length < 1 || length > size - good - HEADER) {
                    return good;
                }
                byte[] record = in.readNBytes(length);
                boolean isWhole = record.length == length && checksum(record) == checksum;
                if (!isWhole || !reader.test(record)) {
                    return good;
                }
                good += HEADER + length;
            }
            return good;
        }
    }

    private static int checksum(byte[] record) {
        var checksum = new CRC32C();
        checksum.update(record);
        return (int) checksum.getValue();
    }

    /** A record as it stands in the file. */
    static byte[] framed(byte[] record) {
        return ByteBuffer.allocate(HEADER + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .array();
    }

    /** Where the first record ends, which has so many bytes. */
    static long endOfFirst(int recordLength) {
        return MAGIC.length + HEADER + (long) recordLength;
    }

    /** Where a record ends, which has so many bytes and begins at a place. */
    static long endOfNext(long place, int recordLength) {
        return place + HEADER + recordLength;
    }

    /** Goes on writing a file that was read, of which so many bytes are good. */
    void resume(long good) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.WRITE);
        channel = Optional.of(file);
        cut(good);
    }

    /** How many bytes the file has. */
    long length() {
        return length;
    }

    /** Begins anew with one record; whoever opens the file finds the old or the new one whole. */
    void restart(byte[] first) throws IOException {
        close();
        var draft = path.resolveSibling(path.getFileName() + ".new");
        boolean isWhole = false;
        try {
            writeDraft(draft, first);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            isWhole = true;
        } finally {
            if (!isWhole) {
                // A disk that is full needs the room.
                close();
                Files.deleteIfExists(draft);
            }
        }
        forceFolder(path.resolveSibling(""));
    }

    private void writeDraft(Path draft, byte[] first) throws IOException {
        var file =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        channel = Optional.of(file);
        length = 0;
        append(ByteBuffer.wrap(MAGIC));
        append(ByteBuffer.wrap(framed(first)));
        file.force(true);
    }

    /** Makes the names of new files durable, where the system has a way to. */
    static void forceFolder(Path path) {
        try (var folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unknownHere) {
            LOG.log(System.Logger.Level.DEBUG, "a folder cannot be forced", unknownHere);
        }
    }

    void append(ByteBuffer records) throws IOException {
        var file = channel.orElseThrow();
        while (records.hasRemaining()) {
            length += file.write(records);
        }
    }

    /** Returns when all that was appended is on the disk. */
    void force() throws IOException {
        channel.orElseThrow().force(false);
    }

    /** Drops all behind so many bytes. */
    void cut(long good) throws IOException {
        var file = channel.orElseThrow();
        file.truncate(good);
        file.position(good);
        file.force(true);
        length = good;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
            channel = Optional.empty();
        }
    }
}
