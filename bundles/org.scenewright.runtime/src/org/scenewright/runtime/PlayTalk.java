// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * What the scripts say to each other of those who play a scene at the same time; usable from any
 * thread.
 *
 * <p>A running script takes a {@link Seat}, speaks there, and asks for what it was told since.
 * Whoever connects people carries it to and fro; while nobody does, nobody hears anything.
 */
public final class PlayTalk {
    /** The most bytes that are said at once. */
    public static final int LONGEST = 64 << 10;

    /** How much is kept for a script that does not ask for it; after that nothing more. */
    static final int MOST_WAITING = 4 << 20;

    // What a message takes beside its bytes.
    private static final int WEIGHT = 100;

    private final Set<Seat> seats = new CopyOnWriteArraySet<>();

    // Whoever tells the carrier holds it, so that it hears things in their order.
    private final Object telling = new Object();
    private volatile Optional<Carrier> carrier = Optional.empty();

    /** Brings what is said to others; called on any thread, and must return at once. */
    public interface Carrier {
        /** Under which address others hear it. */
        String me();

        /** Somebody plays here from now on, or nobody any more. */
        void plays(boolean isPlaying);

        /**
         * Something was said.
         *
         * @param to the addresses of those whom it concerns; empty for all who play
         */
        void said(byte[] message, List<String> to);
    }

    /** Something that somebody else said. */
    record Heard(String sender, byte[] message) {}

    /** Lets somebody carry what is said from now on, until the registration is closed. */
    public Registration carry(Carrier next) {
        synchronized (telling) {
            carrier = Optional.of(next);
            next.plays(!seats.isEmpty());
        }
        return () -> {
            synchronized (telling) {
                carrier = carrier.filter(present -> present != next);
            }
        };
    }

    /** Under which address others hear what is said here; nobody where nobody carries it. */
    public Optional<String> me() {
        return carrier.map(Carrier::me);
    }

    /** Tells the scripts that run here what somebody else's said. */
    public void heard(String sender, byte[] message) {
        seats.forEach(seat -> seat.hear(new Heard(sender, message)));
    }

    /** A place for one running script. */
    Seat sit() {
        var seat = new Seat();
        synchronized (telling) {
            boolean isFirst = seats.isEmpty();
            seats.add(seat);
            carrier.filter(c -> isFirst).ifPresent(c -> c.plays(true));
        }
        return seat;
    }

    /** Where one script speaks and listens; any thread. */
    final class Seat implements AutoCloseable {
        private final Deque<Heard> waiting = new ArrayDeque<>();
        private int weight;

        private synchronized void hear(Heard heard) {
            int added = heard.message().length + WEIGHT;
            if (weight + added <= MOST_WAITING) {
                waiting.add(heard);
                weight += added;
            }
        }

        /** What was heard since this was asked for last. */
        synchronized List<Heard> heard() {
            var all = new ArrayList<>(waiting);
            waiting.clear();
            weight = 0;
            return all;
        }

        /**
         * @param to empty for all
         */
        void say(byte[] message, List<String> to) {
            synchronized (telling) {
                carrier.ifPresent(c -> c.said(message, to));
            }
        }

        @Override
        public void close() {
            synchronized (telling) {
                if (seats.remove(this) && seats.isEmpty()) {
                    carrier.ifPresent(c -> c.plays(false));
                }
            }
        }
    }
}
