// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** A store that has room for 4 MiB of values keeps not much more, whatever sizes peers choose. */
class ArenaTest {
    private static final long BUDGET = 4 << 20;
    private static final ComponentId COMPONENT = new ComponentId(1);

    private final LwwStore store =
            new LwwStore(new StoreLimits(1_000_000, BUDGET, 0, 0), component -> true);

    private static CrdtMessage put(int number, int version, int timestamp, int length) {
        var data = new byte[length];
        new Random(number).nextBytes(data);
        return new CrdtMessage.PutComponent(Entity.of(number, version), COMPONENT, timestamp, data);
    }

    private void check(List<Integer> lengths) {
        assertTrue(store.bytesKept() <= 3 * BUDGET, lengths + ": " + store.bytesKept());
    }

    /** Every size of which there is room of its own, from 8 bytes to more than an array holds. */
    private static List<Integer> lengths() {
        var lengths = new ArrayList<Integer>();
        for (int length = 64; length < 80_000; length += Math.max(8, length / 4 & -8)) {
            lengths.add(length);
        }
        return lengths;
    }

    @Test
    void deletedEntitiesOfOneSizeMakeRoomForAnother() {
        var lengths = lengths();
        assertTrue(lengths.size() > 25, "sizes: " + lengths.size());
        for (int version = 0; version < lengths.size(); version++) {
            int length = lengths.get(version);
            int count = (int) Math.min(60_000, BUDGET / Arena.room(length));
            for (int i = 0; i < count; i++) {
                var verdict = store.merge(put(512 + i, version, 1, length));
                assertEquals(new Verdict.Accepted(), verdict);
            }
            check(List.of(length));
            for (int i = 0; i < count; i++) {
                store.merge(new CrdtMessage.DeleteEntity(Entity.of(512 + i, version)));
            }
        }
        assertTrue(store.bytesKept() < BUDGET, "kept at the end: " + store.bytesKept());
    }

    @Test
    void valuesThatGrowMakeRoomForOthers() {
        var lengths = lengths();
        for (int i = 0; i < lengths.size(); i++) {
            int count = (int) (BUDGET / 2 / Arena.room(lengths.get(i)));
            for (int number = 512; number < 512 + Math.min(50_000, count); number++) {
                store.merge(put(number, 0, i + 1, lengths.get(i)));
            }
            check(List.of(lengths.get(i)));
            // Those that no size reaches any more go.
            for (int number = 512 + count / 2; number < 512 + count; number++) {
                store.merge(new CrdtMessage.DeleteComponent(new Entity(number), COMPONENT, i + 1));
                store.merge(new CrdtMessage.DeleteComponent(new Entity(number), COMPONENT, i + 50));
            }
        }
    }

    /** Whatever is moved, everybody still finds their own. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void movedValuesStayWhatTheyAre(long seed) {
        var random = new Random(seed);
        var lengths = lengths();
        var expected = new TreeMap<Integer, Integer>();
        for (int round = 1; round < 12; round++) {
            int length = lengths.get(random.nextInt(lengths.size()));
            for (int i = 0; i < 3000; i++) {
                int number = 512 + random.nextInt(3000);
                var put = put(number, 0, round, length + random.nextInt(3));
                if (store.merge(put) instanceof Verdict.Accepted) {
                    expected.put(number, ((CrdtMessage.PutComponent) put).data().length);
                }
            }
            check(List.of(length));
        }
        assertTrue(expected.size() > 1000, "values: " + expected.size());
        expected.forEach(this::checkValue);
    }

    private void checkValue(int number, int length) {
        var data = new byte[length];
        new Random(number).nextBytes(data);
        assertArrayEquals(data, store.data(new Entity(number), COMPONENT).orElseThrow());
    }
}
