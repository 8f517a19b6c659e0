// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import org.scenewright.runtime.Speaker;

import java.io.IOException;
import java.util.Optional;

/**
 * One sound among those that are mixed. It is decoded on the thread that mixes, and told of
 * everything else from any thread.
 */
final class MixedVoice implements Speaker.Voice {
    private static final System.Logger LOG = System.getLogger(MixedVoice.class.getName());
    private static final int ROOM = 2048;

    /** What begins again more often in one block is too short to be heard, but costs much. */
    private static final int MOST_RESTARTS = 16;

    private final Speaker.Clip clip;
    private final Speaker.Cue cue;
    private volatile Speaker.Mix mix;
    private volatile boolean isClosed;
    private volatile Optional<SoundFile> file = Optional.empty();
    private volatile Optional<PcmStream> ready = Optional.empty();

    // Of the thread that mixes.
    private final float[] frames = new float[2 * ROOM];
    private int filled;
    private double at;
    private boolean isOver;
    private int restarts;
    private float left;
    private float right;

    MixedVoice(Speaker.Clip clip, Speaker.Cue cue) {
        this.clip = clip;
        this.cue = cue;
        this.mix = cue.mix();
    }

    /** Opens the file, which may take a while; not for somebody who is gone meanwhile. */
    void open() {
        if (isClosed) {
            return;
        }
        try {
            var found = SoundFile.of(clip);
            file = Optional.of(found);
            ready = Optional.of(found.open(cue.seconds()));
        } catch (IOException unplayable) {
            fail(unplayable);
        }
    }

    /** Whether its file was opened. */
    boolean isRead() {
        return ready.isPresent();
    }

    private void fail(IOException unplayable) {
        LOG.log(System.Logger.Level.DEBUG, clip.src() + " is not heard", unplayable);
        isClosed = true;
    }

    @Override
    public void mix(Speaker.Mix next) {
        mix = next;
    }

    @Override
    public void close() {
        isClosed = true;
    }

    /** Adds what comes next to a block of left and right samples; false when nothing will come. */
    boolean addTo(float[] block) {
        try {
            if (!isClosed && isRead()) {
                add(block);
            }
        } catch (IOException damaged) {
            fail(damaged);
        }
        boolean isGone = isClosed;
        if (isGone) {
            ready.ifPresent(this::release);
        }
        return !isGone;
    }

    private void release(PcmStream stream) {
        try {
            stream.close();
        } catch (IOException unplayable) {
            fail(unplayable);
        }
    }

    private void add(float[] block) throws IOException {
        var now = mix;
        int count = block.length / 2;
        restarts = 0;
        for (int i = 0; i < count && !isClosed; i++) {
            // From one block to the next it grows louder little by little: a jump is a click.
            float part = (i + 1f) / count;
            add(block, i, left + (now.left() - left) * part, right + (now.right() - right) * part);
            at += now.speed() * rate() / Mixer.RATE;
        }
        left = now.left();
        right = now.right();
    }

    private double rate() {
        return ready.map(PcmStream::rate).orElse(Mixer.RATE);
    }

    private void add(float[] block, int i, float loudLeft, float loudRight) throws IOException {
        while (at + 1 >= filled && !isOver) {
            fill();
        }
        int frame = (int) at;
        if (frame >= filled) {
            isClosed = true;
            return;
        }
        int next = Math.min(frame + 1, filled - 1);
        float between = (float) (at - frame);
        block[2 * i] += loudLeft * between(2 * frame, 2 * next, between);
        block[2 * i + 1] += loudRight * between(2 * frame + 1, 2 * next + 1, between);
    }

    private float between(int one, int other, float part) {
        return frames[one] + (frames[other] - frames[one]) * part;
    }

    /** Reads on, and keeps the last frame before. */
    private void fill() throws IOException {
        int gone = Math.min((int) at, filled);
        int kept = filled - gone;
        System.arraycopy(frames, 2 * gone, frames, 0, 2 * kept);
        at -= gone;
        var more = new float[2 * (ROOM - kept)];
        int read = read(more);
        System.arraycopy(more, 0, frames, 2 * kept, 2 * read);
        filled = kept + read;
        isOver = read == 0;
    }

    /** What comes next, from the beginning where it loops; nothing at the end. */
    private int read(float[] more) throws IOException {
        int read = stream().read(more, more.length / 2);
        if (read == 0 && cue.loops() && restarts++ < MOST_RESTARTS) {
            stream().close();
            ready = Optional.of(file.orElseThrow().open(0));
            read = stream().read(more, more.length / 2);
        }
        return read;
    }

    private PcmStream stream() {
        return ready.orElseThrow();
    }
}
