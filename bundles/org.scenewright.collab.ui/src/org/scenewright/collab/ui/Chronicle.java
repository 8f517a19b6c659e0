// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What people were told of a shared scene, and when: not without end, the newest first. */
final class Chronicle {
    private static final int MOST = 100;

    private final InstantSource clock;
    private Deque<Told> newestFirst = new ArrayDeque<>();

    /** What was told at a time. */
    record Told(Instant at, Notice notice) {
        private Told withoutOffer() {
            return new Told(at, Notice.of(notice.sentence()));
        }
    }

    Chronicle(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds what is told now; what is told twice in a row is kept once. */
    void add(Notice notice) {
        if (notice.offer().isPresent()) {
            // Nobody goes to two places.
            settle();
        }
        if (!newestFirst.isEmpty() && isSame(newestFirst.getFirst(), notice)) {
            newestFirst.removeFirst();
        }
        newestFirst.addFirst(new Told(clock.instant(), notice));
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }

    private static boolean isSame(Told last, Notice notice) {
        return last.notice().sentence().equals(notice.sentence());
    }

    List<Told> all() {
        return List.copyOf(newestFirst);
    }

    /** What still offers something. */
    Optional<Notice> standing() {
        return newestFirst.stream()
                .map(Told::notice)
                .filter(notice -> notice.offer().isPresent())
                .findFirst();
    }

    /** Nothing is offered any more. */
    void settle() {
        var settled = new ArrayDeque<Told>();
        newestFirst.forEach(told -> settled.add(told.withoutOffer()));
        newestFirst = settled;
    }
}
