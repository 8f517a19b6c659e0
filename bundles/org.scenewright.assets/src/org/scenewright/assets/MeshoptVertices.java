// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Decodes vertices as EXT_meshopt_compression (version 0) and KHR_meshopt_compression (version 1)
 * compress them: every byte of an element is a stream of its own, of differences to the element
 * before.
 */
final class MeshoptVertices {
    private static final int GROUP = 16;
    private static final int BLOCK_BYTES = 8192;
    private static final int BLOCK_MOST = 256;

    /** How wide the differences of a group are, by its two header bits. */
    private static final int[] WIDTHS = {0, 2, 4, 8};

    private static final int[] NARROW = {0, 1, 2, 4};
    private static final int[] WIDE = {1, 2, 4, 8};

    private final ByteBuffer in;
    private final int stride;
    private final boolean isNew;
    private final byte[] last;
    private final byte[] channels;
    private final byte[][] streams;

    private MeshoptVertices(ByteBuffer in, int stride) {
        this.in = in;
        this.stride = stride;
        int head = take(1) & 0xFF;
        if (head != 0xA0 && head != 0xA1) {
            throw new AssetException("its compressed vertices are of an unknown version");
        }
        isNew = head == 0xA1;
        last = new byte[stride];
        channels = new byte[stride / 4];
        readTail();
        streams = new byte[stride][Math.min(BLOCK_BYTES / stride & -GROUP, BLOCK_MOST)];
    }

    static byte[] decode(ByteBuffer in, int count, int stride) {
        if (stride % 4 != 0) {
            throw new AssetException("its compressed vertices have " + stride + " bytes each");
        }
        var vertices = new MeshoptVertices(in, stride);
        var out = new byte[count * stride];
        int block = vertices.streams[0].length;
        for (int first = 0; first < count; first += block) {
            vertices.block(out, first, Math.min(block, count - first));
        }
        if (in.hasRemaining()) {
            throw new AssetException("its compressed vertices are more than it promises");
        }
        return out;
    }

    /** The last bytes hold what the first differences are to; they are cut off here. */
    private void readTail() {
        int tail = isNew ? stride + channels.length : stride;
        int padded = Math.max(tail, isNew ? 24 : 32);
        if (in.remaining() < padded) {
            throw tooShort();
        }
        int at = in.limit() - tail;
        in.get(at, last);
        if (isNew) {
            in.get(at + stride, channels);
        }
        in.limit(in.limit() - padded);
    }

    private void block(byte[] out, int first, int count) {
        int controls = in.position();
        take(isNew ? channels.length : 0);
        for (int i = 0; i < stride; i++) {
            int control = isNew ? in.get(controls + i / 4) >> i % 4 * 2 & 3 : -1;
            stream(streams[i], count, control);
        }
        for (int i = 0; i < count; i++) {
            element(i);
            System.arraycopy(last, 0, out, (first + i) * stride, stride);
        }
    }

    /** One byte of all elements of a block. */
    private void stream(byte[] to, int count, int control) {
        Arrays.fill(to, (byte) 0);
        if (control == 3) {
            int at = in.position();
            take(count);
            in.get(at, to, 0, count);
        } else if (control != 2) {
            groups(to, count, control < 0 ? WIDTHS : control == 0 ? NARROW : WIDE);
        }
    }

    private void groups(byte[] to, int count, int[] widths) {
        int groups = (count + GROUP - 1) / GROUP;
        int head = in.position();
        take((groups + 3) / 4);
        for (int i = 0; i < groups; i++) {
            group(to, i * GROUP, widths[in.get(head + i / 4) >> i % 4 * 2 & 3]);
        }
    }

    /** Sixteen differences of so many bits; where all bits are set, a whole byte follows. */
    private void group(byte[] to, int first, int width) {
        int packed = in.position();
        take(width * GROUP / 8);
        for (int i = 0; i < GROUP && width > 0; i++) {
            int bit = i * width;
            int shift = width == 1 ? bit % 8 : 8 - width - bit % 8;
            int most = (1 << width) - 1;
            int value = in.get(packed + bit / 8) >> shift & most;
            to[first + i] = value == most && width < 8 ? take(1) : (byte) value;
        }
    }

    /** The next element, in place of the last one. */
    private void element(int index) {
        for (int i = 0; i < stride; i += 4) {
            int way = isNew ? channels[i / 4] : 0;
            switch (way & 3) {
                case 0 -> bytes(index, i);
                case 1 -> {
                    pair(index, i);
                    pair(index, i + 2);
                }
                case 2 -> quad(index, i, way >> 4 & 15);
                default -> throw new AssetException("its compressed vertices are damaged");
            }
        }
    }

    private void bytes(int index, int first) {
        for (int i = first; i < first + 4; i++) {
            last[i] += (byte) signed(streams[i][index] & 0xFF);
        }
    }

    private void pair(int index, int i) {
        int difference = streams[i][index] & 0xFF | (streams[i + 1][index] & 0xFF) << 8;
        int value = (last[i] & 0xFF | last[i + 1] << 8) + signed(difference);
        last[i] = (byte) value;
        last[i + 1] = (byte) (value >> 8);
    }

    private void quad(int index, int first, int turn) {
        int difference = 0;
        for (int i = 3; i >= 0; i--) {
            difference = difference << 8 | streams[first + i][index] & 0xFF;
        }
        difference = Integer.rotateRight(difference, turn);
        for (int i = 0; i < 4; i++) {
            last[first + i] ^= (byte) (difference >> 8 * i);
        }
    }

    /** Zero, minus one, one, minus two, two, ... */
    static int signed(int zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    /** Goes on by so many bytes, and gives the first of them. */
    private byte take(int bytes) {
        if (bytes > in.remaining()) {
            throw tooShort();
        }
        byte first = bytes > 0 ? in.get(in.position()) : 0;
        in.position(in.position() + bytes);
        return first;
    }

    private static AssetException tooShort() {
        return new AssetException("its compressed vertices end too early");
    }
}
