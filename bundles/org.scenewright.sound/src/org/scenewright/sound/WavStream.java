// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file: whole numbers of 8 to 32 bits or floating ones of 32, as they lie there. */
final class WavStream implements PcmStream {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int MOST_CHANNELS = 8;
    private static final int LONGEST_FORMAT = 1024;

    private final InputStream in;
    private final Layout layout;
    private long left;
    private byte[] bytes = {};

    /** How samples lie in the file. */
    private record Layout(int kind, int channels, int rate, int bits) {
        int frame() {
            return channels * bits / 8;
        }

        static Layout read(ByteBuffer format) throws IOException {
            int kind = Short.toUnsignedInt(format.getShort(0));
            int sub = kind == EXTENSIBLE && format.limit() >= 26 ? format.getShort(24) : kind;
            int channels = Short.toUnsignedInt(format.getShort(2));
            var layout = new Layout(sub, channels, format.getInt(4), format.getShort(14));
            boolean isWhole = sub == PCM && layout.bits % 8 == 0 && layout.bits >= 8;
            boolean isKnown = isWhole && layout.bits <= 32 || sub == FLOAT && layout.bits == 32;
            if (!isKnown || channels < 1 || channels > MOST_CHANNELS || layout.rate < 1) {
                throw new IOException("its samples are of a kind that is not known here");
            }
            return layout;
        }

        float sample(ByteBuffer data, int at) {
            return switch (bits) {
                case 8 -> (Byte.toUnsignedInt(data.get(at)) - 128) / 128f;
                case 16 -> data.getShort(at) / 32768f;
                case 24 ->
                        (data.get(at + 2) << 16 | Short.toUnsignedInt(data.getShort(at)))
                                / 8388608f;
                default -> kind == FLOAT ? clean(data.getFloat(at)) : data.getInt(at) / 2147483648f;
            };
        }

        private static float clean(float sample) {
            return Float.isFinite(sample) ? Math.clamp(sample, -1, 1) : 0;
        }
    }

    /** Where the samples begin, and how many bytes they are. */
    private record Found(Layout layout, long before, long bytes) {}

    WavStream(InputStream in, double seconds) throws IOException {
        var found = find(in);
        this.in = in;
        layout = found.layout();
        long skipped = Math.min(found.bytes(), (long) (seconds * layout.rate()) * layout.frame());
        in.skipNBytes(skipped);
        left = found.bytes() - skipped;
    }

    /**
     * How long a file is.
     *
     * @param size of the file, which may be shorter than it says
     */
    static double seconds(InputStream in, long size) throws IOException {
        var found = find(in);
        long bytes = Math.min(found.bytes(), size - found.before());
        return bytes / found.layout().frame() / (double) found.layout().rate();
    }

    private static Found find(InputStream in) throws IOException {
        in.skipNBytes(12);
        long before = 12;
        var layout = new Layout(0, 0, 0, 0);
        while (true) {
            var head = ByteBuffer.wrap(exactly(in, 8)).order(ByteOrder.LITTLE_ENDIAN);
            var name = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
            long size = Integer.toUnsignedLong(head.getInt(4));
            before += 8;
            if (name.equals("data")) {
                return new Found(known(layout), before, size);
            }
            before += size + size % 2;
            if (name.equals("fmt ")) {
                layout = format(in, size);
            } else {
                in.skipNBytes(size + size % 2);
            }
        }
    }

    private static Layout format(InputStream in, long size) throws IOException {
        if (size < 16 || size > LONGEST_FORMAT) {
            throw new IOException("it is damaged");
        }
        var format = ByteBuffer.wrap(exactly(in, (int) (size + size % 2)));
        return Layout.read(format.order(ByteOrder.LITTLE_ENDIAN));
    }

    private static Layout known(Layout layout) throws IOException {
        if (layout.channels() == 0) {
            throw new IOException("it is damaged");
        }
        return layout;
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("it ends too early");
        }
        return read;
    }

    @Override
    public int rate() {
        return layout.rate();
    }

    @Override
    public int read(float[] stereo, int most) throws IOException {
        int frame = layout.frame();
        if (bytes.length < most * frame) {
            bytes = new byte[most * frame];
        }
        int read = in.readNBytes(bytes, 0, (int) Math.min(left, (long) most * frame));
        left -= read;
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int frames = read / frame;
        int second = layout.channels() > 1 ? layout.bits() / 8 : 0;
        for (int i = 0; i < frames; i++) {
            stereo[2 * i] = layout.sample(data, i * frame);
            stereo[2 * i + 1] = layout.sample(data, i * frame + second);
        }
        return frames;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
