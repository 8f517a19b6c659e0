// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.ComponentTypes;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Reads what a script sends, on the thread that brings it, so that scenes are read beside each
 * other and beside the frames. Whoever sends more than has room waits here.
 */
final class Reception {
    /**
     * So much is read before anything of it can be merged; some milliseconds' work, and not too
     * much to wait for that, as values take many times the room of their bytes.
     */
    private static final Traffic PORTION = new Traffic(2048, 1 << 20);

    private static final int MOST_COMPLAINTS = 100;

    private final Arrivals arrivals = new Arrivals(Arrivals.Room.USUAL);
    private final AtomicInteger complaints = new AtomicInteger();
    private final Tally tally;
    private final PlayHearing hearing;
    private final Runnable news;

    /**
     * @param news told of all that can be merged
     */
    Reception(Tally tally, PlayHearing hearing, Runnable news) {
        this.tally = tally;
        this.hearing = hearing;
        this.news = news;
    }

    /** What is read and not merged yet. */
    Arrivals arrivals() {
        return arrivals;
    }

    /**
     * Takes in what the script has sent.
     *
     * @param isAsking whether the script waits for an answer
     * @param types by which it is read, as they are then
     */
    void take(ByteBuffer messages, boolean isAsking, Supplier<ComponentTypes> types) {
        var arrival = Arrival.of(messages, isAsking);
        tally.arrived(arrival);
        arrival.complaint().ifPresent(this::complain);
        arrival.portions(types.get(), PORTION).allMatch(this::add);
    }

    private boolean add(Portion portion) {
        boolean isOpen = arrivals.add(portion);
        news.run();
        // There are few carriers for all scenes, and this one may go on for seconds.
        Thread.yield();
        return isOpen;
    }

    /** Tells what is wrong with messages; a hostile script must not fill the console. */
    void complain(String wrong) {
        if (complaints.incrementAndGet() <= MOST_COMPLAINTS) {
            hearing.said(
                    ScriptHearing.Level.WARNING,
                    "Of what the scene sent something is ignored: " + wrong,
                    Optional.empty());
        }
    }

    /** Takes nothing in any more, and lets go whoever waits. */
    void close() {
        arrivals.close();
    }
}
