// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** An MPEG audio file of layer I, II or III, frame by frame. */
final class Mp3Stream implements PcmStream {
    private static final int TAG = 10;
    private static final int MOST_TAGS = 16;

    /** Frames that may hold a part of a later one. */
    private static final int BEFORE = 12;

    private final Bitstream bits;
    private final Decoder decoder = new Decoder();
    private final int rate;
    private @Nullable Header next;
    private float[] decoded = {};
    private int at;
    private int end;

    Mp3Stream(InputStream in, double seconds) throws IOException {
        bits = new Bitstream(untagged(in));
        var first = frame(bits);
        if (first == null) {
            throw new IOException("it is neither a WAV, nor an Ogg Vorbis, nor an MP3 file");
        }
        rate = first.frequency();
        next = first;
        skip(first, seconds);
    }

    /** Frames need what lies in those before, so the last ones of them are decoded, too. */
    private void skip(Header first, double seconds) throws IOException {
        double frame = length(first);
        long count = (long) (seconds / frame);
        for (long i = 0; i < count && next != null; i++) {
            if (i < count - BEFORE) {
                bits.closeFrame();
                next = frame(bits);
            } else {
                decode();
                at = end;
            }
        }
    }

    /** How long a file is, by all of its frames. */
    static double seconds(InputStream in) throws IOException {
        var bits = new Bitstream(untagged(in));
        double seconds = 0;
        for (var header = frame(bits); header != null; header = frame(bits)) {
            seconds += length(header);
            bits.closeFrame();
        }
        return seconds;
    }

    private static double length(Header header) {
        int samples =
                switch (header.layer()) {
                    case 1 -> 384;
                    case 2 -> 1152;
                    default -> header.version() == Header.MPEG1 ? 1152 : 576;
                };
        return samples / (double) header.frequency();
    }

    /**
     * Leaves out titles and pictures before the sound: the library would make room for as much as
     * they say of themselves.
     */
    private static InputStream untagged(InputStream in) throws IOException {
        var stream = new PushbackInputStream(in, TAG);
        for (int i = 0; i < MOST_TAGS; i++) {
            byte[] head = stream.readNBytes(TAG);
            if (head.length < TAG || head[0] != 'I' || head[1] != 'D' || head[2] != '3') {
                stream.unread(head);
                return stream;
            }
            long size = 0;
            for (int k = 6; k < TAG; k++) {
                size = size << 7 | head[k] & 0x7f;
            }
            stream.skipNBytes(size);
        }
        throw new IOException("it has too many titles");
    }

    /** The next frame; null at the end. */
    private static @Nullable Header frame(Bitstream bits) throws IOException {
        try {
            return bits.readFrame();
        } catch (JavaLayerException | RuntimeException damaged) {
            throw new IOException("it is damaged", damaged);
        }
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int read(float[] stereo, int most) throws IOException {
        while (at == end && next != null) {
            decode();
        }
        int frames = Math.min(most, end - at);
        System.arraycopy(decoded, 2 * at, stereo, 0, 2 * frames);
        at += frames;
        return frames;
    }

    private void decode() throws IOException {
        try {
            take((SampleBuffer) decoder.decodeFrame(next, bits));
        } catch (JavaLayerException | RuntimeException damaged) {
            throw new IOException("it is damaged", damaged);
        }
        bits.closeFrame();
        next = frame(bits);
    }

    private void take(SampleBuffer samples) {
        int channels = samples.getChannelCount();
        short[] all = samples.getBuffer();
        at = 0;
        end = samples.getBufferLength() / channels;
        decoded = decoded.length < 2 * end ? new float[2 * end] : decoded;
        for (int i = 0; i < end; i++) {
            decoded[2 * i] = all[i * channels] / 32768f;
            decoded[2 * i + 1] = all[i * channels + channels - 1] / 32768f;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            bits.close();
        } catch (JavaLayerException failed) {
            throw new IOException("it cannot be closed", failed);
        }
    }
}
