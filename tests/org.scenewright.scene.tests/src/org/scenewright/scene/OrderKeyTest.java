// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class OrderKeyTest {
    private static OrderKey insert(List<OrderKey> keys, int index, int entity) {
        var low = index == 0 ? Optional.<OrderKey>empty() : Optional.of(keys.get(index - 1));
        var high = index == keys.size() ? Optional.<OrderKey>empty() : Optional.of(keys.get(index));
        var key = OrderKey.between(low, high, new Entity(entity));
        keys.add(index, key);
        return key;
    }

    private static void check(List<OrderKey> keys) {
        for (int i = 1; i < keys.size(); i++) {
            assertTrue(keys.get(i - 1).compareTo(keys.get(i)) < 0, keys.get(i - 1) + " " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thereIsAlwaysRoomBetweenTwo(long seed) {
        var random = new Random(seed);
        var keys = new ArrayList<>(List.of(OrderKey.ofIndex(0), OrderKey.ofIndex(1)));
        for (int entity = 512; entity < 2512; entity++) {
            insert(keys, random.nextInt(keys.size() + 1), entity);
        }
        check(keys);
    }

    @Test
    void keysGrowSlowlyWhereOneInsertsAtOnePlaceAgainAndAgain() {
        var keys = new ArrayList<>(List.of(OrderKey.ofIndex(0), OrderKey.ofIndex(1)));
        for (int entity = 512; entity < 2512; entity++) {
            insert(keys, 1, entity);
        }
        check(keys);
        assertTrue(keys.get(1).fine().length() < 1000, keys.get(1).fine());
    }

    @Test
    void twoWhoInsertAtOnePlaceGetDifferentKeysAndOthersFitBetween() {
        var low = Optional.of(OrderKey.ofIndex(0));
        var high = Optional.of(OrderKey.ofIndex(1));
        var keys =
                new ArrayList<>(
                        List.of(
                                OrderKey.between(low, high, new Entity(512)),
                                OrderKey.between(low, high, new Entity(513))));
        keys.sort(null);
        insert(keys, 1, 514);
        check(keys);
    }

    @Test
    void thereIsRoomBeyondTheHighestAndTheLowestPosition() {
        var highest = new OrderKey(Integer.MAX_VALUE, "V");
        var lowest = new OrderKey(Integer.MIN_VALUE, "V");
        var entity = new Entity(512);
        var last = OrderKey.between(Optional.of(highest), Optional.empty(), entity);
        var first = OrderKey.between(Optional.empty(), Optional.of(lowest), entity);
        check(List.of(first, lowest, highest, last));
    }

    @Test
    void whatIsNoKeyIsNone() {
        assertEquals(Optional.of(new OrderKey(-5, "a1")), Rank.of(rank("-5:a1")));
        for (String wrong : List.of("", "5", ":a", "99999999999:a", "5:a b", "4294967296:a")) {
            assertEquals(Optional.empty(), Rank.of(rank(wrong)), wrong);
        }
        assertEquals(Optional.empty(), Rank.of(rank("1:" + "a".repeat(5000))));
    }

    private static Value rank(String place) {
        return Value.fields("place", Value.of(place));
    }
}
