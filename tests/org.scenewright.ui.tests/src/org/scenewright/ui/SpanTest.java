// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where two lists differ. */
class SpanTest {
    private static List<String> letters(String text) {
        return List.of(text.split(""));
    }

    private static void check(String before, String after, int start, int removed, int added) {
        assertEquals(
                new Span(start, removed, added), Span.between(letters(before), letters(after)));
    }

    @Test
    void equalListsDifferNowhere() {
        check("abc", "abc", 3, 0, 0);
    }

    @Test
    void oneMoreInTheMiddle() {
        check("abd", "abcd", 2, 0, 1);
    }

    @Test
    void oneLessAtTheEnd() {
        check("abc", "ab", 2, 1, 0);
    }

    @Test
    void repetitionsAreNotCountedTwice() {
        check("aa", "aaa", 2, 0, 1);
    }

    @Test
    void twoThatChangedPlaces() {
        check("abcd", "acbd", 1, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void replacingTheSpanGivesTheSecondList(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var before = random.ints(random.nextInt(8), 0, 3).boxed().toList();
            var after = random.ints(random.nextInt(8), 0, 3).boxed().toList();
            var span = Span.between(before, after);
            var changed = new ArrayList<>(before.subList(0, span.start()));
            changed.addAll(after.subList(span.start(), span.start() + span.added()));
            changed.addAll(before.subList(span.start() + span.removed(), before.size()));
            assertEquals(after, changed);
        }
    }
}
