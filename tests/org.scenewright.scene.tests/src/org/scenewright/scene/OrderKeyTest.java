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
    private static final int MANY = 10_000;
    private static final int FIRST = Entity.FIRST_FREE_NUMBER;

    private final List<OrderKey> keys =
            new ArrayList<>(List.of(OrderKey.ofIndex(0), OrderKey.ofIndex(1)));

    private OrderKey.Gap gap(int index) {
        return new OrderKey.Gap(
                index == 0 ? Optional.empty() : Optional.of(keys.get(index - 1)),
                index == keys.size() ? Optional.empty() : Optional.of(keys.get(index)));
    }

    private void insert(int index, int number) {
        keys.add(index, OrderKey.in(gap(index), Entity.of(number, 0)).orElseThrow());
    }

    private void check(int digits) {
        for (int i = 1; i < keys.size(); i++) {
            assertTrue(keys.get(i - 1).compareTo(keys.get(i)) < 0, keys.get(i - 1) + " " + i);
        }
        var longest = keys.stream().mapToInt(key -> key.fine().length()).max();
        assertTrue(longest.orElseThrow() <= digits, "digits: " + longest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keysInsertedAnywhereStayShort(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MANY; i++) {
            insert(random.nextInt(keys.size() + 1), FIRST + i);
        }
        check(30);
    }

    @Test
    void tenThousandOneBehindTheOtherHaveTwelveDigitsAtMost() {
        for (int i = 0; i < MANY; i++) {
            insert(1 + i, FIRST + i);
        }
        check(12);
    }

    @Test
    void tenThousandOneBeforeTheOtherHaveTwelveDigitsAtMost() {
        for (int i = 0; i < MANY; i++) {
            insert(1, FIRST + i);
        }
        check(12);
    }

    @Test
    void tenThousandAtTheEndOrTheFrontHaveThreeDigits() {
        for (int i = 0; i < MANY; i++) {
            insert(0, FIRST + 2 * i);
            insert(keys.size(), FIRST + 2 * i + 1);
        }
        check(3);
    }

    @Test
    void tenThousandAtOnceHaveSixDigitsAndRoomBetweenThem() {
        keys.addAll(1, OrderKey.in(gap(1), new Entity(FIRST), MANY).orElseThrow());
        check(6);
        insert(5_000, FIRST + MANY);
        check(9);
    }

    @Test
    void allThatASceneCanHoldFitBetweenTwo() {
        keys.addAll(1, OrderKey.in(gap(1), new Entity(FIRST), Entity.LAST_NUMBER).orElseThrow());
        check(6);
    }

    @Test
    void whatTwoPutAtOnePlaceAtOnceStandsSideBySide() {
        var ours = OrderKey.in(gap(1), new Entity(FIRST), 100).orElseThrow();
        var theirs = OrderKey.in(gap(1), new Entity(FIRST + 1), 100).orElseThrow();
        keys.addAll(1, theirs);
        keys.addAll(1, ours);
        check(6);
    }

    @Test
    void twoWhoInsertAtOnePlaceGetDifferentKeysAndOthersFitBetween() {
        var theirs = OrderKey.in(gap(1), new Entity(FIRST + 1)).orElseThrow();
        insert(1, FIRST);
        keys.add(2, theirs);
        insert(2, FIRST + 2);
        check(6);
    }

    @Test
    void thereIsRoomBeyondTheHighestAndTheLowestPosition() {
        keys.clear();
        keys.add(new OrderKey(Integer.MIN_VALUE, "V"));
        keys.add(new OrderKey(Integer.MAX_VALUE, "V"));
        insert(2, FIRST);
        insert(0, FIRST + 1);
        check(9);
    }

    @Test
    void keysThatLeaveNoRoomAreToldFromTheOthers() {
        checkCrowded("V", "V");
        checkCrowded("W", "V");
        checkCrowded("V", "V0");
        checkCrowded("V".repeat(OrderKey.LONGEST), "V".repeat(OrderKey.LONGEST) + "W");
    }

    private void checkCrowded(String low, String high) {
        keys.clear();
        keys.add(new OrderKey(5, low));
        keys.add(new OrderKey(5, high));
        assertEquals(Optional.empty(), OrderKey.in(gap(1), new Entity(FIRST)), low + " " + high);
        assertEquals(Optional.empty(), OrderKey.in(gap(1), new Entity(FIRST), 2));
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
