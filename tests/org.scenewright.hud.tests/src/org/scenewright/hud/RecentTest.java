// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RecentTest {
    private final List<String> made = new ArrayList<>();
    private final Recent<String, String> kept = new Recent<>(10, String::length);

    private void check(String expected, String... keys) {
        for (var key : keys) {
            kept.get(
                    key,
                    k -> {
                        made.add(k);
                        return k;
                    });
        }
        assertEquals(expected, String.join(" ", made));
    }

    @Test
    void whatIsKeptIsMadeOnce() {
        check("aaa bbb", "aaa", "bbb", "aaa", "bbb");
    }

    @Test
    void whatWasUsedLongestAgoMakesRoom() {
        check("aaaa bbbb ccc aaaa", "aaaa", "bbbb", "ccc", "bbbb", "aaaa");
    }

    @Test
    void whatIsUsedAgainStays() {
        check("aaaa bbbb ccc", "aaaa", "bbbb", "aaaa", "ccc", "aaaa");
    }

    @Test
    void somethingLargeTakesTheRoomOfManySmallThings() {
        check("aa bb cc ddddddddd aa", "aa", "bb", "cc", "ddddddddd", "aa");
    }

    @Test
    void whatIsTooLargeIsKeptAlone() {
        check("aa bbbbbbbbbbbb", "aa", "bbbbbbbbbbbb", "bbbbbbbbbbbb");
        assertEquals(1, kept.count());
    }

    @Test
    void afterwardsThereIsRoomAgain() {
        check("aaaaaaaaa", "aaaaaaaaa");
        kept.clear();
        check("aaaaaaaaa bbbbb ccccc", "bbbbb", "ccccc", "bbbbb", "ccccc");
    }
}
