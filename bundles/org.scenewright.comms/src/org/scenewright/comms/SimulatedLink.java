// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/** The way from one participant of a simulated network to another; tasks of the schedule only. */
final class SimulatedLink {
    private static final long RETRY_MILLIS = 20;

    private record Packet(CommsEvent event, int bytes) {}

    private final SimulatedAdapter from;
    private final SimulatedAdapter to;
    private final Conditions conditions;
    private final Schedule schedule;
    private final Random random;
    private final Queue<Packet> queue = new ArrayDeque<>();
    private long lastArrival;
    private long waiting;
    private int due;
    private boolean isRetrying;
    private boolean isClosed;

    SimulatedLink(SimulatedAdapter from, SimulatedAdapter to) {
        this.from = from;
        this.to = to;
        this.conditions = from.seat().conditions();
        this.schedule = from.network().schedule();
        this.random = new Random(conditions.seed() * 31 + from.number() * 65_537 + to.number());
    }

    void send(CommsEvent.Message message, boolean isReliable) {
        // Each listener has a position of its own.
        var copy = new CommsEvent.Message(message.address(), message.data().duplicate());
        if (isReliable) {
            sendReliable(copy, message.data().remaining());
        } else {
            sendLoose(copy);
        }
    }

    /** Arrives, after all else that was sent so. */
    void sendReliable(CommsEvent event, int bytes) {
        if (waiting + bytes > Sizes.MOST_WAITING) {
            to.network().leave(to, false, Optional.of(new CommsException("Too slow to follow.")));
            return;
        }
        long late = travel();
        while (random.nextDouble() < conditions.loss()) {
            late += travel() + RETRY_MILLIS;
        }
        lastArrival = Math.max(lastArrival, schedule.millis() + late);
        queue.add(new Packet(event, bytes));
        hold(bytes);
        schedule.after(lastArrival - schedule.millis(), this::arrive);
    }

    private void arrive() {
        due++;
        deliverDue();
    }

    private void deliverDue() {
        if (isSplit()) {
            retry();
            return;
        }
        for (; due > 0 && !isClosed; due--) {
            Packet packet = queue.remove();
            hold(-packet.bytes());
            to.receive(from, packet.event());
        }
    }

    private void retry() {
        if (!isRetrying && !isClosed) {
            isRetrying = true;
            schedule.after(
                    RETRY_MILLIS,
                    () -> {
                        isRetrying = false;
                        deliverDue();
                    });
        }
    }

    private void sendLoose(CommsEvent.Message message) {
        int copies = random.nextDouble() < conditions.duplicate() ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            boolean isLost = random.nextDouble() < conditions.loss() || isSplit();
            boolean isHeldUp = random.nextDouble() < conditions.reorder();
            long late = travel() + (isHeldUp ? 2 * travel() + 1 : 0);
            if (!isLost) {
                ByteBuffer data = message.data().duplicate();
                var own = new CommsEvent.Message(message.address(), data);
                schedule.after(late, () -> to.receive(from, own));
            }
        }
    }

    private long travel() {
        return conditions.delayMillis() + random.nextLong(conditions.jitterMillis() + 1);
    }

    private boolean isSplit() {
        long every = conditions.splitEveryMillis();
        boolean isHalved =
                every > 0
                        && schedule.millis() % every >= every - conditions.splitForMillis()
                        && (from.number() - to.number()) % 2 != 0;
        return isHalved || from.network().isSplit(from, to);
    }

    private void hold(long bytes) {
        waiting += bytes;
        from.waits(bytes);
    }

    /** Its end is gone: nothing arrives any more. */
    void close() {
        isClosed = true;
        queue.clear();
        hold(-waiting);
    }
}
