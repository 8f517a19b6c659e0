// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.content.AssetHash;
import org.scenewright.content.Content;
import org.scenewright.content.Resolution;
import org.scenewright.runtime.Speaker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

class SoundFileTest {
    @TempDir Path project;

    /** A recorded sound: 440 Hz on the left and 880 Hz on the right, half as loud. */
    private static byte[] sample(String name) throws IOException {
        try (var in = SoundFileTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private SoundFile file(byte[] bytes) throws IOException {
        return SoundFile.of(Wav.write(project.resolve("sound"), bytes));
    }

    private float[] all(byte[] bytes, double from) throws IOException {
        var heard = new float[0];
        try (var stream = file(bytes).open(from)) {
            var piece = new float[2 * 1000];
            for (int read = stream.read(piece, 1000); read > 0; read = stream.read(piece, 1000)) {
                heard = Arrays.copyOf(heard, heard.length + 2 * read);
                System.arraycopy(piece, 0, heard, heard.length - 2 * read, 2 * read);
            }
        }
        return heard;
    }

    /** How often in a second the sound of a side swings, from the middle of what is heard. */
    private static double pitch(float[] heard, int side, int rate) {
        int from = heard.length / 8;
        int to = heard.length * 3 / 8;
        int swings = 0;
        for (int i = from; i < to; i++) {
            swings += heard[2 * i + side] < 0 && heard[2 * i + 2 + side] >= 0 ? 1 : 0;
        }
        return swings * (double) rate / (to - from);
    }

    private static double loudest(float[] heard, int side) {
        double most = 0;
        for (int i = side; i < heard.length; i += 2) {
            most = Math.max(most, heard[i]);
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource({"tones.ogg,22050", "tones.mp3,22050"})
    void bothSidesAreHeardAsRecorded(String name, int rate) throws IOException {
        var heard = all(sample(name), 0);
        assertEquals(440, pitch(heard, 0, rate), 15);
        assertEquals(880, pitch(heard, 1, rate), 15);
        assertEquals(0.5, loudest(heard, 0), 0.1);
        assertEquals(0.25, loudest(heard, 1), 0.1);
    }

    @Test
    void oneChannelIsHeardOnBothSides() throws IOException {
        var heard = all(sample("tone.mp3"), 0);
        assertEquals(pitch(heard, 0, 44_100), pitch(heard, 1, 44_100));
        assertEquals(440, pitch(heard, 0, 44_100), 15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tones.ogg", "tones.mp3", "tone.mp3"})
    void theLengthIsTold(String name) throws IOException {
        // Encoders put some silence before and behind.
        assertEquals(0.5, file(sample(name)).seconds(), 0.12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tones.ogg", "tones.mp3"})
    void itBeginsWhereItIsTold(String name) throws IOException {
        int whole = all(sample(name), 0).length;
        int half = all(sample(name), 0.25).length;
        assertEquals(whole - 2 * 0.25 * 22_050, half, 2 * 1200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tones.ogg", "tones.mp3"})
    void beyondTheEndThereIsNothing(String name) throws IOException {
        assertEquals(0, all(sample(name), 9).length);
    }

    @Test
    void samplesOfAWavAreThere() throws IOException {
        var heard = all(Wav.of(2, 8000, 16384, -16384, 0, 32767), 0);
        assertEquals(4, heard.length);
        assertEquals(0.5f, heard[0]);
        assertEquals(-0.5f, heard[1]);
        assertEquals(1f, heard[3], 0.001f);
    }

    @Test
    void aWavIsAsLongAsItsSamples() throws IOException {
        assertEquals(0.5, file(Wav.of(1, 8000, Wav.steady(4000))).seconds());
    }

    @Test
    void aWavThatSaysItIsLongerEndsWithTheFile() throws IOException {
        byte[] wav = Wav.of(1, 8000, Wav.steady(4000));
        assertEquals(0.25, file(Arrays.copyOf(wav, 44 + 4000)).seconds());
        assertEquals(2 * 2000, all(Arrays.copyOf(wav, 44 + 4000), 0).length);
    }

    @Test
    void aWavBeginsWhereItIsTold() throws IOException {
        assertEquals(2 * 3000, all(Wav.of(1, 8000, Wav.steady(4000)), 0.125).length);
    }

    @Test
    void pieceBeforeTheSoundAreLeftOut() throws IOException {
        byte[] mp3 = sample("tone.mp3");
        byte[] tag = {'I', 'D', '3', 3, 0, 0, 0, 0, 1, 0};
        byte[] tagged = Arrays.copyOf(tag, 10 + 128 + mp3.length);
        System.arraycopy(mp3, 0, tagged, 138, mp3.length);
        assertEquals(all(mp3, 0).length, all(tagged, 0).length);
    }

    @Test
    void aTitleThatSaysItIsHugeTakesNoMemory() throws IOException {
        byte[] file = {'I', 'D', '3', 3, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f};
        assertThrows(IOException.class, file(file)::seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "RIFF", "OggS", "ID3", "RIFFxxxxWAVEfmt "})
    void whatIsNoSoundIsSaidToBeNone(String text) throws IOException {
        assertThrows(IOException.class, file(text.getBytes())::seconds);
    }

    /** It may sound strange, but nothing worse happens. */
    @ParameterizedTest
    @ValueSource(strings = {"tones.ogg", "tones.mp3", "tone.mp3"})
    void whatIsDamagedEndsSoon(String name) throws IOException {
        byte[] whole = sample(name);
        var random = new Random(7);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
            for (int i = 0; i < 1 + round / 4; i++) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tried(damaged));
        }
    }

    private boolean tried(byte[] bytes) {
        try {
            return all(bytes, 0).length + file(bytes).seconds() > 0;
        } catch (IOException told) {
            return false;
        }
    }

    private SoundFile find(String src) throws IOException {
        return SoundFile.of(Wav.clip(project, src));
    }

    @Test
    void aFileOfTheProjectIsFound() throws IOException {
        Wav.write(project.resolve("a.wav"), Wav.of(1, 8000, 1));
        assertTrue(find("a.wav").size() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none.wav", "../a.wav", "https://example.org/a.mp3", "a\0b"})
    void nothingElseIs(String src) {
        assertThrows(IOException.class, () -> find(src));
    }

    @Test
    void whatIsNoFileOfThisMachineIsPlayedFromMemory() throws IOException {
        var bytes = Wav.of(1, 8000, Wav.steady(4000));
        var found = new Resolution.Found(new Held(bytes), "a.wav");
        assertEquals(0.5, SoundFile.of(new Speaker.Clip("a.wav", () -> found)).seconds());
    }

    /** Content that is nowhere but in memory. */
    private record Held(byte[] held) implements Content {
        @Override
        public byte[] bytes(long most) {
            return held;
        }

        @Override
        public Optional<AssetHash> hash() {
            return Optional.empty();
        }
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        var file = Wav.write(elsewhere.resolve("a.wav"), Wav.of(1, 8000, 1));
        Files.createSymbolicLink(project.resolve("a.wav"), file);
        assertThrows(IOException.class, () -> find("a.wav"));
    }
}
