// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import org.scenewright.content.ProjectFiles;
import org.scenewright.runtime.Speaker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes WAV files of samples of 16 bits. */
final class Wav {
    private static final int HEAD = 44;

    private Wav() {}

    /**
     * @param samples of all channels by turns
     */
    static byte[] of(int channels, int rate, int... samples) {
        var file = ByteBuffer.allocate(HEAD + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + 2 * samples.length).put(ascii("WAVEfmt "));
        file.putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        file.put(ascii("data")).putInt(2 * samples.length);
        for (int sample : samples) {
            file.putShort((short) sample);
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** So many samples of the same loudness, 16384 being half of what there is. */
    static int[] steady(int count) {
        var samples = new int[count];
        java.util.Arrays.fill(samples, 16384);
        return samples;
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** A clip that is looked for in a folder. */
    static Speaker.Clip clip(Path project, String src) {
        return new Speaker.Clip(src, () -> new ProjectFiles(project).resolve(src));
    }
}
