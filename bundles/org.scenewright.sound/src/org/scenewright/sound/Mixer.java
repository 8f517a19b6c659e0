// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes one sound of many; voices come from any thread, blocks are filled on one. */
final class Mixer {
    /** Frames per second of what comes out. */
    static final int RATE = 44_100;

    private static final float[] NOTHING = {};

    private final List<MixedVoice> voices = new CopyOnWriteArrayList<>();
    private volatile float loudness = 1;

    void add(MixedVoice voice) {
        voices.add(voice);
    }

    boolean isEmpty() {
        return voices.isEmpty();
    }

    /** From 0, silence, to 1. */
    void loudness(float next) {
        loudness = next;
    }

    /** Fills a block with left and right samples by turns, none beyond -1 and 1. */
    void fill(float[] block) {
        Arrays.fill(block, 0);
        mix(block);
        float loud = loudness;
        for (int i = 0; i < block.length; i++) {
            block[i] = Math.clamp(block[i] * loud, -1, 1);
        }
    }

    /** Lets all voices end. */
    void clear() {
        voices.forEach(MixedVoice::close);
    }

    /** Lets all voices end here and now; for where nobody fills blocks. */
    void drop() {
        clear();
        mix(NOTHING);
    }

    /** Whoever adds a voice does not wait for files that are read here. */
    private void mix(float[] block) {
        for (var voice : voices) {
            if (!voice.addTo(block)) {
                voices.remove(voice);
            }
        }
    }
}
