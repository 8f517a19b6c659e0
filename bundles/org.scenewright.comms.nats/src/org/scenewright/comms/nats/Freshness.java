// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Lets through what is said now, and nothing that was recorded before this session began; the
 * adapter's thread only.
 *
 * <p>The key of this session is new, so whoever names it is there now. What others say before they
 * have named it waits until they do. Then it counts as far as it can have been said since this
 * session began, and what they say later counts by its number.
 */
final class Freshness {
    /** Most bytes that wait, of all together. */
    static final int MOST_WAITING = 8 << 20;

    /** So many sessions may be waited for. */
    static final int MOST_AWAITED = 1000;

    private final Map<Caller, Queue<Gate.Said>> waiting = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Gate gate;
    private final long me;
    private final Attendance attendance;
    private final Refusals refusals;
    private long begun;
    private int waitingBytes;

    Freshness(Ground ground, Gate gate, Attendance attendance, Refusals refusals) {
        this.clock = ground.clock();
        this.gate = gate;
        this.me = attendance.session();
        this.attendance = attendance;
        this.refusals = refusals;
    }

    /** From now on what is said counts. */
    void begin() {
        begun = clock.millis();
    }

    /**
     * Hands on what is of now, and what waited for that to be known.
     *
     * @throws org.scenewright.comms.CommsException where it has no body
     */
    void sift(Gate.Said said, Consumer<Gate.Said> taker) {
        Envelope envelope = said.envelope();
        Caller caller = said.caller();
        if (envelope.kind() == Kind.HERE) {
            Here here = Here.read(envelope.body());
            if (here.answered().contains(me) && !caller.isLive()) {
                prove(caller, envelope, taker);
            }
            if (here.asks(me)) {
                attendance.answer(envelope.session());
            }
        }
        if (!caller.isLive()) {
            await(said);
        } else if (caller.isFresh(envelope)) {
            taker.accept(said);
        } else {
            refusals.add(Refusal.REPLAYED);
        }
    }

    private void prove(Caller caller, Envelope answer, Consumer<Gate.Said> taker) {
        attendance.heard(answer.session());
        long since = Math.max(begun, gate.forgotten());
        caller.live(answer.number(), answer.millis() - (clock.millis() - since));
        var before = waiting.getOrDefault(caller, new ArrayDeque<>());
        forget(caller);
        for (Gate.Said said : before) {
            if (caller.isFresh(said.envelope())) {
                taker.accept(said);
            } else {
                refusals.add(Refusal.REPLAYED);
            }
        }
    }

    private void await(Gate.Said said) {
        int bytes = said.envelope().body().remaining();
        attendance.ask(said.envelope().session());
        if (said.envelope().kind() == Kind.HERE) {
            // It is said again and again.
            return;
        }
        if (waitingBytes + bytes > MOST_WAITING) {
            refusals.add(Refusal.OVERRUN);
            return;
        }
        waitingBytes += bytes;
        waiting.computeIfAbsent(said.caller(), c -> new ArrayDeque<>()).add(said);
        if (waiting.size() > MOST_AWAITED) {
            forget(waiting.keySet().iterator().next());
        }
    }

    private void forget(Caller caller) {
        Queue<Gate.Said> gone = waiting.remove(caller);
        if (gone != null) {
            gone.forEach(said -> waitingBytes -= said.envelope().body().remaining());
        }
    }
}
