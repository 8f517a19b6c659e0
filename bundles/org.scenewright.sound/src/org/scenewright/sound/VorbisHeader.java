// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the first packets of a Vorbis stream say, checked before the library believes it: that makes
 * room for as much as they ask for. The words are those of the Vorbis I specification.
 */
final class VorbisHeader {
    private static final int IDENTIFICATION = 30;
    private static final int MOST_CHANNELS = 8;
    private static final int SYNC = 0x564342;
    private static final int MOST_ENTRIES = 1 << 18;
    private static final long MOST_VALUES = 1 << 22;

    private final Bits bits;
    private int[] dimensions = {};
    private int[] entries = {};

    private VorbisHeader(Bits bits) {
        this.bits = bits;
    }

    /** Bits of a packet, the lowest of each byte first. */
    private static final class Bits {
        private final byte[] bytes;
        private long at;

        Bits(byte[] bytes, int from) {
            this.bytes = bytes;
            this.at = from * 8L;
        }

        int read(int count) throws IOException {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                if (at >> 3 >= bytes.length) {
                    throw new IOException("it is damaged");
                }
                value |= (bytes[(int) (at >> 3)] >> (at & 7) & 1) << i;
            }
            return value;
        }

        void skip(long count) throws IOException {
            at += count;
            if (at >> 3 > bytes.length) {
                throw new IOException("it is damaged");
            }
        }
    }

    /**
     * The samples per second that the first packet names.
     *
     * @throws IOException where it is no Vorbis
     */
    static int rate(byte[] packet) throws IOException {
        boolean isVorbis =
                packet.length >= IDENTIFICATION
                        && packet[0] == 1
                        && packet[1] == 'v'
                        && packet[2] == 'o'
                        && packet[11] >= 1
                        && packet[11] <= MOST_CHANNELS;
        if (!isVorbis) {
            throw new IOException("it is an Ogg file, but no Vorbis of at most 8 channels");
        }
        return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    }

    /** Comments of which nobody wants to know anything, instead of those of a file. */
    static byte[] comments() {
        var packet = ByteBuffer.allocate(16);
        packet.put((byte) 3).put(new byte[] {'v', 'o', 'r', 'b', 'i', 's'});
        return packet.putInt(0).putInt(0).put((byte) 1).array();
    }

    /**
     * Checks the third packet.
     *
     * @throws IOException where it asks for more than sounds need
     */
    static void check(byte[] setup) throws IOException {
        var header = new VorbisHeader(new Bits(setup, 7));
        header.books();
        header.times();
        header.floors();
        header.residues();
    }

    private void books() throws IOException {
        int count = bits.read(8) + 1;
        dimensions = new int[count];
        entries = new int[count];
        long all = 0;
        long values = 0;
        for (int i = 0; i < count; i++) {
            book(i);
            all += entries[i];
            values += (long) entries[i] * dimensions[i];
            if (all > MOST_ENTRIES || values > MOST_VALUES) {
                throw new IOException("it asks for more memory than a sound needs");
            }
        }
    }

    private void book(int which) throws IOException {
        if (bits.read(24) != SYNC) {
            throw new IOException("it is damaged");
        }
        int width = bits.read(16);
        int size = bits.read(24);
        if (size > MOST_ENTRIES) {
            throw new IOException("it asks for more memory than a sound needs");
        }
        dimensions[which] = width;
        entries[which] = size;
        if (bits.read(1) == 1) {
            ordered(size);
        } else {
            lengths(size, bits.read(1) == 1);
        }
        lookup(width, size);
    }

    private void ordered(int size) throws IOException {
        bits.skip(5);
        for (int known = 0; known < size; ) {
            known += bits.read(32 - Integer.numberOfLeadingZeros(size - known));
        }
    }

    private void lengths(int size, boolean isSparse) throws IOException {
        for (int i = 0; i < size; i++) {
            if (!isSparse || bits.read(1) == 1) {
                bits.skip(5);
            }
        }
    }

    private void lookup(int width, int size) throws IOException {
        int kind = bits.read(4);
        if (kind > 2 || kind > 0 && width == 0) {
            throw new IOException("it is damaged");
        }
        if (kind > 0) {
            bits.skip(64);
            int each = bits.read(4) + 1;
            bits.skip(1);
            long values = kind == 1 ? root(size, width) : (long) size * width;
            bits.skip(values * each);
        }
    }

    /** The greatest number that, so many times multiplied by itself, is not more. */
    private static long root(int size, int width) {
        long found = (long) Math.floor(Math.pow(size, 1.0 / width)) + 1;
        while (Math.pow(found, width) > size) {
            found--;
        }
        return found;
    }

    private void times() throws IOException {
        bits.skip((bits.read(6) + 1) * 16L);
    }

    private void floors() throws IOException {
        int count = bits.read(6) + 1;
        for (int i = 0; i < count; i++) {
            switch (bits.read(16)) {
                case 0 -> {
                    bits.skip(8 + 16 + 16 + 6 + 8);
                    bits.skip((bits.read(4) + 1) * 8L);
                }
                case 1 -> pieces();
                default -> throw new IOException("it is damaged");
            }
        }
    }

    /** A floor of type 1. */
    private void pieces() throws IOException {
        int[] kinds = new int[bits.read(5)];
        int[] widths = new int[16];
        int most = -1;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = bits.read(4);
            most = Math.max(most, kinds[i]);
        }
        for (int kind = 0; kind <= most; kind++) {
            widths[kind] = bits.read(3) + 1;
            int subclasses = bits.read(2);
            bits.skip((subclasses > 0 ? 8 : 0) + (8L << subclasses));
        }
        bits.skip(2);
        int range = bits.read(4);
        for (int kind : kinds) {
            bits.skip((long) widths[kind] * range);
        }
    }

    private void residues() throws IOException {
        int count = bits.read(6) + 1;
        for (int i = 0; i < count; i++) {
            bits.skip(16 + 24 + 24);
            int size = bits.read(24) + 1;
            int classes = bits.read(6) + 1;
            int book = bits.read(8);
            boolean isFit =
                    book < entries.length
                            && Math.pow(classes, dimensions[book]) <= entries[book]
                            && size > 0;
            if (!isFit) {
                throw new IOException("it is damaged");
            }
            cascades(classes);
        }
    }

    private void cascades(int classes) throws IOException {
        int books = 0;
        for (int i = 0; i < classes; i++) {
            int low = bits.read(3);
            int high = bits.read(1) == 1 ? bits.read(5) : 0;
            books += Integer.bitCount(low) + Integer.bitCount(high);
        }
        bits.skip(books * 8L);
    }
}
