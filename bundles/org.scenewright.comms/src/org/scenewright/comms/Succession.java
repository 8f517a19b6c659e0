// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * One connection after another, never two at once: the next one begins when the former has ended,
 * and what fails is tried again after a while. Of the tasks of its schedule alone.
 */
final class Succession {
    /** As long as anything may take to connect. */
    static final long CONNECT_MILLIS = 30_000;

    /** As long as anything may take to end; then it is given up. */
    static final long LEAVE_MILLIS = 5_000;

    /** Whoever breaks sooner does not begin anew with a short pause. */
    static final long LASTING_MILLIS = 10_000;

    static final long SHORTEST_PAUSE = 1_000;
    static final long LONGEST_PAUSE = 30_000;

    /** Something that connects once, and ends. */
    interface Line {
        CompletableFuture<Void> connect();

        CompletableFuture<Void> disconnect();
    }

    /** Makes a line by its generation; throws a {@link CommsException} when it never will. */
    interface Maker {
        Line line(long generation);
    }

    /** Hears what becomes of it. */
    interface Listener {

        /** A line is the only one from now on. */
        void begins(long generation);

        void connected(long generation);

        /** It is no more. */
        void ends(long generation);

        /** Why there is none, and when it is tried again, if it is. */
        void fails(CommsException error, OptionalLong againMillis);
    }

    private final Schedule schedule;
    private final Listener listener;
    private final SplittableRandom random = new SplittableRandom();
    private Optional<Maker> maker = Optional.empty();
    private Optional<Line> line = Optional.empty();
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private long generation;
    private long turn;
    private long connectedAt;
    private int failures;
    private boolean isConnected;
    private boolean isLeaving;
    private boolean isWaiting;

    Succession(Schedule schedule, Listener listener) {
        this.schedule = schedule;
        this.listener = listener;
    }

    /** Whether that one is the present one, and not about to end. */
    boolean isPresent(long which) {
        return which == generation && isPresent();
    }

    /** Whether there is one that is not about to end. */
    boolean isPresent() {
        return line.isPresent() && !isLeaving;
    }

    /** Ends what there is, and follows this from now on. */
    void follow(Maker next) {
        maker = Optional.of(next);
        failures = 0;
        hurry();
        leave();
        proceed();
    }

    /** Ends what there is, and follows nothing; complete when there is nothing any more. */
    CompletableFuture<Void> end() {
        maker = Optional.empty();
        hurry();
        leave();
        return ended;
    }

    /** Tries at once, where it waits to. */
    void retry() {
        failures = 0;
        hurry();
        proceed();
    }

    private void hurry() {
        turn++;
        isWaiting = false;
    }

    private void proceed() {
        if (line.isEmpty() && !isWaiting) {
            maker.ifPresent(this::begin);
        }
    }

    private void begin(Maker by) {
        long mine = ++generation;
        try {
            line = Optional.of(by.line(mine));
        } catch (CommsException never) {
            isWaiting = true;
            listener.fails(never, OptionalLong.empty());
        }
        line.ifPresent(made -> begin(made, mine));
    }

    private void begin(Line made, long mine) {
        ended = new CompletableFuture<>();
        isConnected = false;
        listener.begins(mine);
        connect(made, mine);
    }

    private void connect(Line made, long mine) {
        made.connect()
                .whenComplete(
                        (done, failure) ->
                                schedule.after(
                                        0, () -> answered(mine, Optional.ofNullable(failure))));
        schedule.after(CONNECT_MILLIS, () -> giveUp(mine));
    }

    private void answered(long mine, Optional<Throwable> failure) {
        if (failure.isPresent()) {
            lost(mine, reason(failure.get()));
        } else {
            connected(mine);
        }
    }

    private static CommsException reason(Throwable failure) {
        return Failures.cause(failure) instanceof CommsException known
                ? known
                : new CommsException("The connection failed: " + failure.getMessage(), failure);
    }

    /** It is known to be ready. */
    void connected(long mine) {
        if (isPresent(mine) && !isConnected) {
            isConnected = true;
            connectedAt = schedule.millis();
            listener.connected(mine);
        }
    }

    private void giveUp(long mine) {
        if (!isConnected) {
            lost(mine, new CommsException("It takes too long to connect."));
        }
    }

    /** The present one failed or broke; it is tried again, unless somebody meant it. */
    void lost(long mine, CommsException error) {
        if (!isPresent(mine)) {
            return;
        }
        leave();
        isWaiting = true;
        if (error.isKicked()) {
            listener.fails(error, OptionalLong.empty());
        } else {
            long pause = pause();
            long mineTurn = ++turn;
            schedule.after(pause, () -> again(mineTurn));
            listener.fails(error, OptionalLong.of(pause));
        }
    }

    /** Longer each time, and never the same for all who lost the same server. */
    private long pause() {
        boolean hasLasted = isConnected && schedule.millis() - connectedAt >= LASTING_MILLIS;
        failures = hasLasted ? 0 : failures;
        long longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(failures++, 5));
        return longest / 2 + random.nextLong(longest / 2 + 1);
    }

    private void again(long mineTurn) {
        if (mineTurn == turn) {
            isWaiting = false;
            proceed();
        }
    }

    private void leave() {
        if (isPresent()) {
            isLeaving = true;
            long mine = generation;
            line.orElseThrow()
                    .disconnect()
                    .whenComplete((done, failure) -> schedule.after(0, () -> left(mine)));
            schedule.after(LEAVE_MILLIS, () -> left(mine));
        }
    }

    private void left(long mine) {
        if (mine == generation && isLeaving) {
            isLeaving = false;
            line = Optional.empty();
            listener.ends(mine);
            ended.complete(null);
            proceed();
        }
    }
}
