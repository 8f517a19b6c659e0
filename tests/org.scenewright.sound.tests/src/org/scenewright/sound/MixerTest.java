// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.runtime.Speaker;

import java.nio.file.Path;

class MixerTest {
    private static final int BLOCK = 441;

    @TempDir Path project;
    private final Mixer mixer = new Mixer();
    private final float[] block = new float[2 * BLOCK];

    @BeforeEach
    void write() {
        var tenth = Wav.of(1, Mixer.RATE, Wav.steady(Mixer.RATE / 10));
        Wav.write(project.resolve("tenth.wav"), tenth);
        Wav.write(project.resolve("slow.wav"), Wav.of(1, 8820, Wav.steady(882)));
        Wav.write(project.resolve("click.wav"), Wav.of(1, Mixer.RATE, Wav.steady(1)));
        Wav.write(project.resolve("cycle.wav"), Wav.of(1, Mixer.RATE, Wav.steady(100)));
        Wav.write(project.resolve("empty.wav"), Wav.of(1, 8820));
    }

    private MixedVoice plays(String src, boolean loops, Speaker.Mix mix) {
        var voice = new MixedVoice(Wav.clip(project, src), new Speaker.Cue(0, loops, mix));
        voice.open();
        mixer.add(voice);
        return voice;
    }

    private MixedVoice plays(String src) {
        return plays(src, false, new Speaker.Mix(1, 1, 1));
    }

    /** The blocks of a hundredth of a second in which something is heard. */
    private int blocks() {
        int heard = 0;
        for (int i = 0; i < 100 && !mixer.isEmpty(); i++) {
            mixer.fill(block);
            heard += block[2] != 0 ? 1 : 0;
        }
        return heard;
    }

    private void second() {
        mixer.fill(block);
        mixer.fill(block);
    }

    @Test
    void withoutVoicesThereIsSilence() {
        block[0] = 1;
        mixer.fill(block);
        assertEquals(0, block[0]);
    }

    @Test
    void aSoundIsHeardAndEnds() {
        plays("tenth.wav");
        assertEquals(10, blocks(), 1);
        assertTrue(mixer.isEmpty());
    }

    @Test
    void itBeginsWithoutAClick() {
        plays("tenth.wav");
        mixer.fill(block);
        assertTrue(Math.abs(block[0]) < 0.01);
        assertEquals(0.5f, block[2 * BLOCK - 1], 0.01f);
    }

    @Test
    void eachSideIsAsLoudAsItShouldBe() {
        plays("tenth.wav", false, new Speaker.Mix(1, 0.5f, 1));
        second();
        assertEquals(0.5f, block[100], 0.001f);
        assertEquals(0.25f, block[101], 0.001f);
    }

    @Test
    void twoAreLouderThanOneButNotTooLoud() {
        plays("tenth.wav");
        plays("tenth.wav", false, new Speaker.Mix(0.5f, 5, 1));
        second();
        assertEquals(0.75f, block[100], 0.001f);
        assertEquals(1, block[101]);
    }

    @Test
    void whatLoopsGoesOn() {
        plays("tenth.wav", true, new Speaker.Mix(1, 1, 1));
        assertEquals(100, blocks());
    }

    @Test
    void aShortLoopGoesOnAsWell() {
        plays("cycle.wav", true, new Speaker.Mix(1, 1, 1));
        assertEquals(100, blocks());
    }

    @Test
    void aLoopThatIsTooShortToBeHeardEnds() {
        plays("click.wav", true, new Speaker.Mix(1, 1, 1));
        mixer.fill(block);
        assertTrue(mixer.isEmpty());
    }

    @Test
    void whatLoopsAndIsEmptyEnds() {
        plays("empty.wav", true, new Speaker.Mix(1, 1, 1));
        assertEquals(0, blocks());
        assertTrue(mixer.isEmpty());
    }

    @Test
    void fewerSamplesTakeAsLong() {
        plays("slow.wav");
        assertEquals(10, blocks(), 1);
    }

    @Test
    void twiceAsFastIsHalfAsLong() {
        plays("tenth.wav", false, new Speaker.Mix(1, 1, 2));
        assertEquals(5, blocks(), 1);
    }

    @Test
    void whatIsClosedIsHeardNoMore() {
        var voice = plays("tenth.wav", true, new Speaker.Mix(1, 1, 1));
        mixer.fill(block);
        voice.close();
        mixer.fill(block);
        assertTrue(mixer.isEmpty());
        mixer.fill(block);
        assertEquals(0, block[100]);
    }

    @Test
    void allIsAsLoudAsPeopleWant() {
        plays("tenth.wav");
        mixer.loudness(0.5f);
        second();
        assertEquals(0.25f, block[100], 0.001f);
        mixer.loudness(0);
        mixer.fill(block);
        assertEquals(0, block[100]);
    }

    @Test
    void whatIsNotThereEndsAtOnce() {
        plays("none.wav");
        mixer.fill(block);
        assertTrue(mixer.isEmpty());
    }

    @Test
    void whatWasClosedBeforeItWasReadIsNotRead() {
        var cue = new Speaker.Cue(0, true, new Speaker.Mix(1, 1, 1));
        var voice = new MixedVoice(Wav.clip(project, "tenth.wav"), cue);
        voice.close();
        voice.open();
        assertFalse(voice.isRead());
    }

    @Test
    void whatIsStillBeingReadIsWaitedFor() {
        mixer.add(
                new MixedVoice(
                        Wav.clip(project, "tenth.wav"),
                        new Speaker.Cue(0, false, new Speaker.Mix(1, 1, 1))));
        mixer.fill(block);
        assertFalse(mixer.isEmpty());
    }

    @Test
    void whatIsDroppedIsGone() {
        plays("tenth.wav", true, new Speaker.Mix(1, 1, 1));
        mixer.drop();
        assertTrue(mixer.isEmpty());
    }
}
