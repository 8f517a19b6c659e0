// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was wrong with what others sent: told, counted, and where somebody sends too much of it they
 * are not heard for a while. Not thread-safe.
 */
final class Complaints {
    /** How long somebody is not heard who sent too much that is wrong, in milliseconds. */
    static final long SILENCE = 5_000;

    private static final int TOO_MANY = 200;
    private static final int MOST_SENDERS = 1024;
    private static final int MOST_KEPT = 200;

    private final Map<String, Record> senders = new LinkedHashMap<>();
    private final Deque<String> newest = new ArrayDeque<>();
    private long count;

    private static final class Record {
        long since;
        int wrong;
    }

    void add(String sender, String what, long now) {
        count++;
        newest.addLast(sender + ": " + what);
        if (newest.size() > MOST_KEPT) {
            newest.removeFirst();
        }
        var record = senders.computeIfAbsent(sender, s -> new Record());
        if (now - record.since > SILENCE) {
            record.since = now;
            record.wrong = 0;
        }
        record.wrong++;
        if (senders.size() > MOST_SENDERS) {
            senders.remove(senders.keySet().iterator().next());
        }
    }

    /** Whether somebody sent so much that is wrong that nobody listens now. */
    boolean silences(String sender, long now) {
        var record = senders.get(sender);
        return record != null && record.wrong >= TOO_MANY && now - record.since <= SILENCE;
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** The last ones, the oldest first. */
    List<String> newest() {
        return List.copyOf(newest);
    }
}
