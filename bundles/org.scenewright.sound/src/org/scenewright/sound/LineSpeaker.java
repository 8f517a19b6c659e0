// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import org.scenewright.runtime.Speaker;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * What this machine is heard from; where it cannot be, all is silent and else the same. Any thread.
 */
public final class LineSpeaker implements Speaker, AutoCloseable {
    /** However many sounds begin at once, only so many files are read. */
    private static final int MOST_AT_ONCE = 2;

    private final Mixer mixer = new Mixer();
    private final SoundLine line = new SoundLine(mixer);
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
    private final Executor reading =
            work -> Thread.ofVirtual().name("sound file").start(() -> inTurn(work));

    private void inTurn(Runnable work) {
        atOnce.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            atOnce.release();
        }
    }

    @Override
    public CompletableFuture<Measure> measure(Clip clip) {
        return CompletableFuture.supplyAsync(() -> measured(clip), reading);
    }

    private static Measure measured(Clip clip) {
        try {
            return new Measure.Length(SoundFile.of(clip).seconds());
        } catch (IOException unplayable) {
            return new Measure.Unplayable(
                    "The sound %s is not played: %s."
                            .formatted(clip.src(), unplayable.getMessage()));
        }
    }

    @Override
    public Voice play(Clip clip, Cue cue) {
        var voice = new MixedVoice(clip, cue);
        if (!line.isMissing()) {
            reading.execute(
                    () -> {
                        voice.open();
                        mixer.add(voice);
                        line.wake();
                    });
        }
        return voice;
    }

    /**
     * How loud everything is.
     *
     * @param loudness from 0, silence, to 1
     */
    public void loudness(float loudness) {
        mixer.loudness(loudness);
    }

    /** Lets everything end that is heard. */
    @Override
    public void close() {
        mixer.clear();
    }
}
