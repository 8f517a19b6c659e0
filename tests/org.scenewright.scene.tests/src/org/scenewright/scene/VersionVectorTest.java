// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;

class VersionVectorTest {
    private static Author ann(long sharing) {
        return new Author("ann", sharing);
    }

    /** Somebody who has heard the first batches of so many sharings of Ann. */
    private static VersionVector comings(int count) {
        return LongStream.rangeClosed(1, count)
                .boxed()
                .reduce(
                        VersionVector.NOTHING,
                        (seen, sharing) -> seen.with(ann(sharing), 1),
                        VersionVector::joined);
    }

    @Test
    void whoeverComesBackIsSomebodyElse() {
        assertTrue(comings(1).covers(ann(1), 1));
        assertFalse(comings(1).covers(ann(2), 1));
        assertFalse(comings(2).covers(ann(1), 2));
    }

    @Test
    void ofOneAddressOnlyTheLastComingsAreToldApart() {
        assertEquals(VersionVector.SHARINGS, comings(100).last().size());
        assertFalse(comings(100).covers(ann(97), 2));
    }

    @Test
    void whoIsLongGoneCountsAsSeen() {
        assertTrue(comings(100).covers(ann(96), 1_000_000));
        assertFalse(comings(100).covers(new Author("bob", 1), 1));
        assertFalse(comings(3).covers(ann(0), 1));
    }

    @Test
    void ofAllAuthorsThoseStayWhoBeganLast() {
        var seen = VersionVector.NOTHING;
        for (int i = 0; i < VersionVector.MOST_AUTHORS + 10; i++) {
            seen = seen.with(new Author("guest" + i, i), 1);
        }
        assertEquals(VersionVector.MOST_AUTHORS, seen.last().size());
        assertFalse(seen.covers(new Author("guest9", 9), 1));
        assertTrue(seen.covers(new Author("guest10", 10), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void inWhateverOrderItIsJoinedItIsTheSame(long seed) {
        var random = new Random(seed);
        var parts = new ArrayList<VersionVector>();
        for (int i = 0; i < 30; i++) {
            var author = new Author("address" + random.nextInt(3), random.nextInt(12));
            parts.add(VersionVector.NOTHING.with(author, 1 + random.nextInt(5)));
        }
        var first = joined(parts);
        Collections.shuffle(parts, random);
        assertEquals(first, joined(parts));
        assertTrue(
                parts.stream()
                        .flatMap(part -> part.last().entrySet().stream())
                        .allMatch(e -> first.covers(e.getKey(), e.getValue())));
    }

    private static VersionVector joined(Iterable<VersionVector> parts) {
        var all = VersionVector.NOTHING;
        for (var part : parts) {
            all = all.joined(part);
        }
        return all;
    }

    @Test
    void anAddressHasItsLimits() {
        assertEquals(256, new Author("a".repeat(256), 0).address().length());
        assertThrows(IllegalArgumentException.class, () -> new Author("a".repeat(257), 0));
        assertThrows(IllegalArgumentException.class, () -> new Author("ann", -1));
    }
}
