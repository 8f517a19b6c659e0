// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

class PackedTest {
    private static final int LARGEST = 4 << 20;
    private static final String DAMAGED = "What was sent is no scene, or it was damaged.";

    /** As much alike as scenes are. */
    private static byte[] sample(int size) {
        var random = new Random(size);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i % 40 == 0 ? random.nextInt() : i % 40);
        }
        return bytes;
    }

    @Test
    void whatWasPackedComesBack() throws IOException {
        for (int size : new int[] {0, 1, 1000, 65_536, 65_537, 3_000_000}) {
            assertArrayEquals(sample(size), Packed.unpack(Packed.pack(sample(size)), LARGEST));
        }
    }

    @Test
    void whatIsAllAlikeComesBackHoweverWellItPacks() throws IOException {
        for (int size : new int[] {1, 65_536, 1_000_000, LARGEST}) {
            assertArrayEquals(new byte[size], Packed.unpack(Packed.pack(new byte[size]), LARGEST));
        }
        byte[] tail = Arrays.copyOf(sample(1000), 3_000_000);
        assertArrayEquals(tail, Packed.unpack(Packed.pack(tail), LARGEST));
    }

    @Test
    void itTravelsInAFractionOfItsSize() {
        assertTrue(Packed.pack(sample(1_000_000)).length < 200_000);
    }

    @Test
    void whatIsCutOffOrHasSomethingBehindItIsRefused() {
        byte[] packed = Packed.pack(sample(10_000));
        check(DAMAGED, Arrays.copyOf(packed, packed.length - 1));
        check(DAMAGED, Arrays.copyOf(packed, packed.length + 1));
        check(DAMAGED, new byte[0]);
        check(DAMAGED, new byte[] {-1, -1, -1});
    }

    @Test
    void aFewBytesDoNotFillTheMemory() {
        check("The scene that was sent is too large.", Packed.pack(new byte[5 << 20]));
        check("The scene that was sent is too large.", Packed.pack(sample(5 << 20)));
    }

    private static void check(String sentence, byte[] packed) {
        var refused = assertThrows(IOException.class, () -> Packed.unpack(packed, LARGEST));
        assertEquals(sentence, refused.getMessage());
    }
}
