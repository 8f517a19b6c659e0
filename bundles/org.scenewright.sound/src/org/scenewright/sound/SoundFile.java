// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import org.scenewright.content.Content;
import org.scenewright.content.ProjectFile;
import org.scenewright.content.Resolution;
import org.scenewright.runtime.Speaker;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WAV, Ogg Vorbis or MP3 file, told apart by what is in it.
 *
 * @param bytes begins to read it
 * @param size its bytes
 */
record SoundFile(SoundFile.Opening bytes, long size) {
    /** Some hours of music. */
    static final long LARGEST = 256L << 20;

    /** What is no file of this machine is held in memory; longer music is streamed elsewhere. */
    private static final long LARGEST_HELD = 32L << 20;

    private static final int ROOM = 1 << 16;

    /** The rates of sounds that anybody makes. */
    private static final int LOWEST_RATE = 1000;

    private static final int HIGHEST_RATE = 384_000;

    /** Begins to read something, as often as it is called. */
    interface Opening {
        InputStream open() throws IOException;
    }

    static SoundFile of(Path file) throws IOException {
        return new SoundFile(() -> Files.newInputStream(file), Files.size(file));
    }

    /**
     * Finds the file of a clip.
     *
     * @throws IOException when there is none, or it is too large
     */
    static SoundFile of(Speaker.Clip clip) throws IOException {
        return switch (clip.file().get()) {
            case Resolution.Found(var content, var path) -> of(content);
            case Resolution.Missing missing -> throw nowhere();
            case Resolution.Outside outside -> throw nowhere();
        };
    }

    private static IOException nowhere() {
        return new FileNotFoundException("there is no such file in the project");
    }

    private static SoundFile of(Content content) throws IOException {
        if (!(content instanceof ProjectFile(var file))) {
            var bytes = content.bytes(LARGEST_HELD);
            return new SoundFile(() -> new ByteArrayInputStream(bytes), bytes.length);
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than 256 MB");
        }
        return of(file);
    }

    private InputStream stream() throws IOException {
        return new BufferedInputStream(bytes.open(), ROOM);
    }

    private String magic() throws IOException {
        try (var in = stream()) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * How long it is.
     *
     * @throws IOException when it cannot be played
     */
    double seconds() throws IOException {
        var kind = magic();
        try (var in = stream()) {
            double seconds =
                    switch (kind) {
                        case "RIFF" -> WavStream.seconds(in, size);
                        case "OggS" -> OggPages.seconds(in);
                        default -> Mp3Stream.seconds(in);
                    };
            // What it says of itself is true only if it can be begun.
            open(0).close();
            return seconds;
        }
    }

    /**
     * Begins to decode it, so many seconds from its beginning.
     *
     * @throws IOException when it cannot be played
     */
    PcmStream open(double seconds) throws IOException {
        var kind = magic();
        var in = stream();
        boolean isOpen = false;
        try {
            var decoded = decoded(kind, in, seconds);
            if (decoded.rate() < LOWEST_RATE || decoded.rate() > HIGHEST_RATE) {
                throw new IOException("it has " + decoded.rate() + " samples in a second");
            }
            isOpen = true;
            return decoded;
        } finally {
            if (!isOpen) {
                in.close();
            }
        }
    }

    private static PcmStream decoded(String kind, InputStream in, double seconds)
            throws IOException {
        return switch (kind) {
            case "RIFF" -> new WavStream(in, seconds);
            case "OggS" -> skipped(new VorbisStream(in), seconds);
            default -> new Mp3Stream(in, seconds);
        };
    }

    /** What cannot be found by its time is decoded up to there. */
    private static PcmStream skipped(PcmStream stream, double seconds) throws IOException {
        var unheard = new float[2 * 4096];
        long left = (long) (seconds * stream.rate());
        while (left > 0) {
            int read = stream.read(unheard, (int) Math.min(left, 4096));
            if (read == 0) {
                return stream;
            }
            left -= read;
        }
        return stream;
    }
}
