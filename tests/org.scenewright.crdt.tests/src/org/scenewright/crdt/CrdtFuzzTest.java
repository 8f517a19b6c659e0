// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.stream.LongStream;

/** What the fuzzer does without end, for some inputs that are always the same. */
class CrdtFuzzTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreTreatedByTheRules(long seed) {
        byte[] input = input(new Random(seed));
        assertDoesNotThrow(() -> CrdtFuzz.fuzzerTestOneInput(input));
    }

    /** Messages, in most of which some bytes are wrong. */
    private static byte[] input(Random random) {
        var messages = new RandomMessages(random, 3, 30).take(40);
        byte[] sound = CrdtCodec.toBytes(messages);
        byte[] input = new byte[1 + random.nextInt(sound.length)];
        System.arraycopy(sound, 0, input, 1, input.length - 1);
        for (int wrong = random.nextInt(4); wrong > 0; wrong--) {
            input[random.nextInt(input.length)] = (byte) random.nextInt();
        }
        return input;
    }
}
