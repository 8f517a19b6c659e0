// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The table of contents at the end of a zip, as far as its size can be told before it is read. */
final class ZipTable {
    private static final int RECORD = 22;
    private static final int SIGNATURE = 0x06054B50;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipTable() {}

    /**
     * Refuses a zip whose table is too large to be taken into memory.
     *
     * @throws IOException with a sentence for people
     */
    static void check(Path path, long most) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            var buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            long size =
                    sizes(buffer).max().orElseThrow(() -> new IOException(path + " is no zip."));
            if (size > most) {
                throw new TooLargeException(
                        path + " has a table of contents of more than " + most + " bytes.");
            }
        }
    }

    /**
     * What each place says that looks like the record: which of them readers take is theirs to
     * choose. All ones send a reader to a second record, for tables beyond four gigabytes.
     */
    private static LongStream sizes(ByteBuffer tail) {
        return IntStream.rangeClosed(0, tail.limit() - RECORD)
                .filter(at -> tail.getInt(at) == SIGNATURE)
                .mapToLong(at -> Integer.toUnsignedLong(tail.getInt(at + 12)));
    }
}
