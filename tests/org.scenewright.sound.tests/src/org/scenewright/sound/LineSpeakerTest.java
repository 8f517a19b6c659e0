// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.runtime.Speaker;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The machine that runs these may have nothing to be heard from. */
class LineSpeakerTest {
    @TempDir Path project;
    private final LineSpeaker speaker = new LineSpeaker();

    @AfterEach
    void close() {
        speaker.close();
    }

    private Speaker.Measure measure(String src) {
        return speaker.measure(Wav.clip(project, src)).orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void aClipIsMeasured() {
        Wav.write(project.resolve("a.wav"), Wav.of(1, 8000, Wav.steady(4000)));
        assertEquals(new Speaker.Measure.Length(0.5), measure("a.wav"));
    }

    @Test
    void whatIsMissingIsSaidToBe() {
        assertEquals(
                new Speaker.Measure.Unplayable(
                        "The sound a.wav is not played: there is no such file in the project."),
                measure("a.wav"));
    }

    @Test
    void whatIsNoSoundIsSaidToBeNone() {
        Wav.write(project.resolve("a.mp3"), "hello, world".getBytes());
        assertEquals(
                new Speaker.Measure.Unplayable(
                        "The sound a.mp3 is not played: it is neither a WAV, nor an Ogg Vorbis,"
                                + " nor an MP3 file."),
                measure("a.mp3"));
    }

    @Test
    void playingNeverFails() {
        Wav.write(project.resolve("a.wav"), Wav.of(1, 8000, Wav.steady(400)));
        var cue = new Speaker.Cue(0, false, new Speaker.Mix(1, 1, 1));
        for (var src : new String[] {"a.wav", "none.wav"}) {
            try (var voice = speaker.play(Wav.clip(project, src), cue)) {
                voice.mix(new Speaker.Mix(0, 0, 1));
            }
        }
        assertEquals(new Speaker.Measure.Length(0.05), measure("a.wav"));
    }
}
