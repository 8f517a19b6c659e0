// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.Schedule;

import java.util.function.Consumer;

/** Says again and again that somebody is there; the adapter's thread only. */
final class Attendance {
    private static final long BEAT_MILLIS = 2000;
    private static final long ANSWER_MILLIS = 50;

    private final Schedule schedule;
    private final Pen pen;
    private final Consumer<byte[]> saying;
    private boolean isOn;
    private boolean owesAnswer;
    private long startMillis;

    Attendance(Schedule schedule, Pen pen, Consumer<byte[]> saying) {
        this.schedule = schedule;
        this.pen = pen;
        this.saying = saying;
    }

    /** Says it first, and asks who else is there. */
    void start() {
        isOn = true;
        startMillis = schedule.millis();
        say(true);
        schedule.after(BEAT_MILLIS, this::beat);
    }

    void stop() {
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
        saying.accept(pen.seal(Kind.HERE, new Here(upMillis(), asks).toBytes()));
    }

    private long upMillis() {
        return schedule.millis() - startMillis;
    }

    /** Says it soon, once for all who ask meanwhile. */
    void answer() {
        if (!owesAnswer) {
            owesAnswer = true;
            schedule.after(ANSWER_MILLIS, this::pay);
        }
    }

    private void pay() {
        owesAnswer = false;
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
