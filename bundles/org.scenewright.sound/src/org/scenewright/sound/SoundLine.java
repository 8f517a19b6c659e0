// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import java.util.concurrent.locks.ReentrantLock;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * The way to what the machine is heard from, open while there is something to be heard; it has a
 * thread of its own.
 */
final class SoundLine {
    private static final System.Logger LOG = System.getLogger(SoundLine.class.getName());
    private static final AudioFormat FORMAT = new AudioFormat(Mixer.RATE, 16, 2, true, false);
    private static final int BLOCK = 1024;
    private static final int BYTES = 4 * BLOCK;
    private static final int BLOCKS_AHEAD = 4;

    /** About two seconds of silence, after which others may have the line. */
    private static final int REST_BLOCKS = 86;

    private final Mixer mixer;
    private final Lines lines;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean isRunning;
    private volatile boolean isMissing;

    /** Where lines come from. */
    interface Lines {
        SourceDataLine line() throws LineUnavailableException;
    }

    SoundLine(Mixer mixer) {
        this(mixer, () -> AudioSystem.getSourceDataLine(FORMAT));
    }

    SoundLine(Mixer mixer, Lines lines) {
        this.mixer = mixer;
        this.lines = lines;
    }

    /** Whether this machine cannot be heard. */
    boolean isMissing() {
        return isMissing;
    }

    /** There is something to be heard; any thread. */
    void wake() {
        lock.lock();
        try {
            if (isMissing) {
                mixer.drop();
            }
            if (!isRunning && !isMissing) {
                isRunning = true;
                Thread.ofPlatform().daemon().name("sounds").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        do {
            listen();
        } while (!rests());
    }

    private void listen() {
        try (var line = lines.line()) {
            line.open(FORMAT, BLOCKS_AHEAD * BYTES);
            line.start();
            play(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Sounds of scenes are not heard on this machine: " + none.getMessage());
            isMissing = true;
            mixer.drop();
        }
    }

    private void play(SourceDataLine line) {
        var block = new float[2 * BLOCK];
        var bytes = new byte[BYTES];
        for (int silent = 0; silent < REST_BLOCKS; silent = mixer.isEmpty() ? silent + 1 : 0) {
            mixer.fill(block);
            for (int i = 0; i < block.length; i++) {
                int sample = Math.round(block[i] * Short.MAX_VALUE);
                bytes[2 * i] = (byte) sample;
                bytes[2 * i + 1] = (byte) (sample >> 8);
            }
            line.write(bytes, 0, bytes.length);
        }
    }

    /** A voice that came while the line was being closed woke nobody. */
    private boolean rests() {
        lock.lock();
        try {
            isRunning = !isMissing && !mixer.isEmpty();
            return !isRunning;
        } finally {
            lock.unlock();
        }
    }
}
