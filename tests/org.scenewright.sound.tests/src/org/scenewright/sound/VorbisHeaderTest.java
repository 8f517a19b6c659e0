// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/** Headers that ask for more than sounds need, before anybody makes room for it. */
class VorbisHeaderTest {
    private final BitSet bits = new BitSet();
    private int count = 7 * 8;

    private VorbisHeaderTest put(long value, int width) {
        for (int i = 0; i < width; i++) {
            bits.set(count++, (value >> i & 1) == 1);
        }
        return this;
    }

    private byte[] packet() {
        return Arrays.copyOf(bits.toByteArray(), count / 8 + 64);
    }

    /** A book of entries of one length, in as few bits as can be. */
    private VorbisHeaderTest book(int dimensions, int entries) {
        put(0x564342, 24).put(dimensions, 16).put(entries, 24).put(1, 1).put(10, 5);
        put(entries, 32 - Integer.numberOfLeadingZeros(entries));
        return put(0, 4);
    }

    private void refuses() {
        assertThrows(IOException.class, () -> VorbisHeader.check(packet()));
    }

    @Test
    void aBookOfMillionsIsRefused() {
        put(0, 8).book(1, 16_000_000).refuses();
    }

    @Test
    void manyBooksThatAreLargeTogetherAreRefused() {
        put(255, 8);
        for (int i = 0; i < 256; i++) {
            book(1, 100_000);
        }
        refuses();
    }

    @Test
    void aBookOfWideEntriesIsRefused() {
        put(0, 8).book(60_000, 1000).refuses();
    }

    @Test
    void classesOfWhichThereAreTooManyKindsAreRefused() {
        put(0, 8).book(8, 1000).put(0, 6).put(0, 16);
        put(0, 6).put(0, 16).put(0, 54).put(0, 4).put(0, 8);
        put(0, 6).put(0, 16).put(0, 24).put(8, 24).put(1, 24).put(63, 6).put(0, 8);
        refuses();
    }
}
