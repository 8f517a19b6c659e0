// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;

/** Values whose first byte is their timestamp, three of which are kept. */
class GrowOnlySetTest {

    @Test
    void valuesAreOrderedByTheirTimestamp() {
        check("02aa 01bb 03cc", "01bb 02aa 03cc");
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        check("02aa 01bb 03cc 04dd", "02aa 03cc 04dd");
        check("04dd 03cc 02aa 01bb", "02aa 03cc 04dd");
    }

    @Test
    void aValueThatComesTwiceCountsOnce() {
        check("01aa 01aa 02aa", "01aa 02aa");
    }

    @Test
    void atEqualTimestampsLongerDataThenGreaterBytesAreNewer() {
        check("01ff 010000 0180 017f", "0180 01ff 010000");
    }

    @Test
    void bytesThatAreNoValueAreLeftOut() {
        var set = set();
        assertEquals(false, set.append(new byte[0]));
        assertEquals(List.of(), set.values());
    }

    @Test
    void onlyANewsIsSaidToBeOne() {
        var set = set();
        assertEquals(true, append(set, "02"));
        assertEquals(false, append(set, "02"));
        assertEquals(true, append(set, "03"));
        assertEquals(true, append(set, "04"));
        assertEquals(false, append(set, "01"));
        assertEquals(true, append(set, "05"));
    }

    @Test
    void aSetForNothingIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new GrowOnlySet(0, value -> OptionalLong.empty()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderAndAnyNumberOfTimesGiveTheSame(long seed) {
        var random = new Random(seed);
        var values = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            byte[] value = new byte[1 + random.nextInt(3)];
            random.nextBytes(value);
            value[0] = (byte) random.nextInt(8);
            values.add(HexFormat.of().formatHex(value));
        }
        var expected = shown(values);
        values.addAll(values.subList(0, 15));
        Collections.shuffle(values, random);
        assertEquals(expected, shown(values), "seed " + seed);
    }

    private static void check(String appended, String held) {
        assertEquals(held, shown(List.of(appended.split(" "))));
    }

    private static String shown(List<String> appended) {
        var set = set();
        appended.forEach(value -> append(set, value));
        return String.join(" ", set.values().stream().map(HexFormat.of()::formatHex).toList());
    }

    private static boolean append(GrowOnlySet set, String hex) {
        return set.append(HexFormat.of().parseHex(hex));
    }

    private static GrowOnlySet set() {
        return new GrowOnlySet(3, GrowOnlySetTest::timestamp);
    }

    private static OptionalLong timestamp(ByteBuffer value) {
        return value.hasRemaining() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }
}
