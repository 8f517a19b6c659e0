// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.Schedule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Says again and again that somebody is there; the adapter's thread only. */
final class Attendance {
    private static final long BEAT_MILLIS = 2000;
    private static final long ANSWER_MILLIS = 50;

    /** So long lies between two answers, on average. */
    private static final long PAUSE_MILLIS = 1000;

    /** So many answers may follow each other sooner after a pause. */
    static final int AT_ONCE = 5;

    /** So often somebody is asked who does not answer. */
    private static final int PATIENCE = 5;

    private static final int MOST_NAMES = 1000;

    private final Schedule schedule;
    private final Pen pen;
    private final Consumer<byte[]> saying;
    private final Map<Long, Integer> asked = new LinkedHashMap<>();
    private final Set<Long> owed = new LinkedHashSet<>();
    private boolean isOn;
    private boolean owesAnswer;
    // When another one would come if all came after such a pause.
    private long nextMillis = Long.MIN_VALUE / 2;
    private long startMillis;

    Attendance(Schedule schedule, Pen pen, Consumer<byte[]> saying) {
        this.schedule = schedule;
        this.pen = pen;
        this.saying = saying;
    }

    /** Whose it is. */
    long session() {
        return pen.session();
    }

    /** Says it first, and asks who else is there. */
    void start() {
        isOn = true;
        startMillis = schedule.millis();
        say(true);
        schedule.after(BEAT_MILLIS, this::beat);
    }

    void stop() {
        if (isOn && !owed.isEmpty()) {
            // Else what was said at last would be of nobody who is known to be there.
            say(false);
        }
        isOn = false;
    }

    private void beat() {
        if (isOn) {
            say(false);
            schedule.after(BEAT_MILLIS, this::beat);
        }
    }

    /** Says it now. */
    void say(boolean asks) {
        var answered = owed.stream().limit(Here.MOST).toList();
        answered.forEach(owed::remove);
        var here = new Here(upMillis(), asks, wanted(), answered);
        saying.accept(pen.seal(Kind.HERE, here.toBytes()));
        if (!owed.isEmpty() || asked.values().stream().anyMatch(times -> times == 0)) {
            answer();
        }
    }

    /** Whom to ask now, which is not done for ever. */
    private List<Long> wanted() {
        var wanted = asked.keySet().stream().limit(Here.MOST).toList();
        for (Long session : wanted) {
            int times = asked.remove(session) + 1;
            if (times < PATIENCE) {
                asked.put(session, times);
            }
        }
        return wanted;
    }

    /** Wants to know soon whether a session is there now. */
    void ask(long session) {
        if (asked.putIfAbsent(session, 0) == null) {
            answer();
        }
        if (asked.size() > MOST_NAMES) {
            asked.remove(asked.keySet().iterator().next());
        }
    }

    /** A session is there. */
    void heard(long session) {
        asked.remove(session);
    }

    /** Tells a session soon that this one is there now. */
    void answer(long session) {
        if (owed.size() < MOST_NAMES) {
            owed.add(session);
            answer();
        }
    }

    private long upMillis() {
        return schedule.millis() - startMillis;
    }

    /**
     * Says it soon, once for all who ask meanwhile, and so often at most, however often they do.
     */
    void answer() {
        if (!owesAnswer) {
            owesAnswer = true;
            schedule.after(Math.max(ANSWER_MILLIS, nextMillis - schedule.millis()), this::pay);
        }
    }

    private void pay() {
        owesAnswer = false;
        long now = schedule.millis();
        nextMillis = Math.max(nextMillis, now - AT_ONCE * PAUSE_MILLIS) + PAUSE_MILLIS;
        if (isOn) {
            say(false);
        }
    }

    /**
     * Another session of this address is there. Of two the one that came later stays: it is in the
     * later era, by its clock or, where that is slow, because it says so once it heard of the
     * other.
     *
     * @return whether this one has to go
     */
    boolean yields(Here rival, long rivalEra) {
        if (rivalEra < pen.era()) {
            answer();
        } else if (rival.upMillis() > upMillis()) {
            pen.outlive(rivalEra);
            say(false);
        } else {
            return true;
        }
        return false;
    }
}
