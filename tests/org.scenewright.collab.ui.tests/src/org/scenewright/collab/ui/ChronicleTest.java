// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What happened is kept for a while, and what it offers stands out. */
final class ChronicleTest {
    private static final Notice SAVED = Notice.of("Ben saved the scene.");
    private static final Notice MEETS = Notice.of("Ann meets elsewhere.").offering("Go", () -> {});

    private Instant now = Instant.EPOCH;
    private final Chronicle chronicle = new Chronicle(() -> now);

    private void tell(Notice notice) {
        now = now.plusSeconds(1);
        chronicle.add(notice);
    }

    private void check(String standing, String... all) {
        assertEquals(standing, chronicle.standing().map(Notice::markup).orElse(""));
        assertEquals(
                List.of(all),
                chronicle.all().stream()
                        .map(told -> told.at().getEpochSecond() + " " + told.notice().sentence())
                        .toList());
    }

    @Test
    void whatOffersNothingIsReadInTheListAlone() {
        tell(SAVED);
        check("", "1 Ben saved the scene.");
    }

    @Test
    void anOfferStandsUntilItIsTaken() {
        tell(MEETS);
        tell(SAVED);
        check("Ann meets elsewhere. <a>Go</a>", "2 Ben saved the scene.", "1 Ann meets elsewhere.");
        chronicle.settle();
        check("", "2 Ben saved the scene.", "1 Ann meets elsewhere.");
    }

    @Test
    void aNewOfferTakesThePlaceOfTheFormerOne() {
        tell(MEETS);
        tell(Notice.of("Ann meets at home.").offering("Go", () -> {}));
        check("Ann meets at home. <a>Go</a>", "2 Ann meets at home.", "1 Ann meets elsewhere.");
        tell(SAVED);
        check(
                "Ann meets at home. <a>Go</a>",
                "3 Ben saved the scene.",
                "2 Ann meets at home.",
                "1 Ann meets elsewhere.");
    }

    @Test
    void whatIsToldTwiceInARowIsKeptOnce() {
        tell(SAVED);
        tell(SAVED);
        check("", "2 Ben saved the scene.");
        tell(Notice.of("Ben left."));
        tell(SAVED);
        assertEquals(3, chronicle.all().size());
    }

    @Test
    void theOldestGivesWay() {
        IntStream.range(0, 150).forEach(i -> tell(Notice.of("P" + i + " joined.")));
        assertEquals(100, chronicle.all().size());
        assertEquals("P50 joined.", chronicle.all().getLast().notice().sentence());
    }
}
