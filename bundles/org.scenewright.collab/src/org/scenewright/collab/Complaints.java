// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/**
 * What was wrong with what others sent: logged, counted, and where somebody sends too much of it
 * they are not heard for a while. Not thread-safe.
 */
final class Complaints {
    /** How long somebody is not heard who sent too much that is wrong, in milliseconds. */
    static final long SILENCE = 5_000;

    private static final System.Logger LOG = System.getLogger(Complaints.class.getName());
    private static final int TOO_MANY = 200;

    private final ByAddress<Tally> senders = new ByAddress<>();
    private long count;

    /** What one sender did wrong in a while. */
    private static final class Tally {
        final long since;
        int wrong;

        Tally(long since) {
            this.since = since;
        }
    }

    void add(String sender, String what, long now) {
        count++;
        var tally =
                senders.find(sender)
                        .filter(before -> now - before.since <= SILENCE)
                        .orElseGet(() -> new Tally(now));
        senders.put(sender, tally);
        tally.wrong++;
        if (tally.wrong == 1) {
            // Of the rest nobody would want to read.
            LOG.log(System.Logger.Level.INFO, "{0} {1}", sender, what);
        }
    }

    /** Whether somebody sent so much that is wrong that nobody listens now. */
    boolean silences(String sender, long now) {
        return senders.find(sender)
                .filter(tally -> tally.wrong >= TOO_MANY && now - tally.since <= SILENCE)
                .isPresent();
    }

    /** How many there were. */
    long count() {
        return count;
    }
}
