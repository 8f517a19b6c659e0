// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is said to those who want to hear it: at once, or a little later where they were told just
 * now; so it costs little however often they want it, and nobody misses it. Not thread-safe.
 */
final class Replies {
    /** How long the same is not said to the same one again, in milliseconds. */
    static final long PAUSE = 500;

    private final Pacing pacing;
    private final Set<String> owed = new LinkedHashSet<>();
    private final Consumer<String> reply;

    /**
     * @param reply says it to an address
     */
    Replies(Consumer<String> reply) {
        this(PAUSE, reply);
    }

    /**
     * @param pause how long it is not said again to the same one, in milliseconds
     */
    Replies(long pause, Consumer<String> reply) {
        this.pacing = new Pacing(pause);
        this.reply = reply;
    }

    /** Somebody wants to hear it. */
    void owe(String address, long now) {
        if (!pay(address, now) && owed.size() < ByAddress.MOST) {
            owed.add(address);
        }
    }

    private boolean pay(String address, long now) {
        boolean isTime = pacing.admits(address, now);
        if (isTime) {
            owed.remove(address);
            reply.accept(address);
        }
        return isTime;
    }

    /** Says it to those of the others who are there still, and were not told just now. */
    void tick(Peers peers, long now) {
        owed.removeIf(address -> peers.find(address).isEmpty());
        Set.copyOf(owed).forEach(address -> pay(address, now));
    }
}
