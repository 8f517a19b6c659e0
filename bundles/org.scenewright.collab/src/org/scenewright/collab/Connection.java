// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * A connection that comes back by itself, each time after waiting longer, and that can lead
 * elsewhere; at most one adapter is there at any time. Of the thread of its executor.
 */
final class Connection {
    private static final long SHORTEST = 1000;
    private static final long LONGEST = 30_000;

    private final Setting setting;
    private final Listener listener;
    private Optional<ConnectionString> target = Optional.empty();
    private Optional<CommsAdapter> adapter = Optional.empty();
    private boolean isOpen;
    private long number;
    private int failures;
    private long again = Long.MAX_VALUE;

    /**
     * What a connection is made with.
     *
     * @param executor runs one task after the other
     * @param clock milliseconds
     */
    record Setting(
            Adapters adapters, Identity me, Executor executor, LongSupplier clock, Random random) {}

    /** Who is told. */
    interface Listener {
        void connected(CommsAdapter connected);

        /** Something came while there is a connection. */
        void heard(CommsEvent event);

        /** There is none any more, or none came about. */
        void disconnected(boolean isKicked, Optional<String> why);
    }

    Connection(Setting setting, Listener listener) {
        this.setting = setting;
        this.listener = listener;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Connects, and ends what connection there was. */
    void open(ConnectionString to) {
        boolean wasOpen = isOpen;
        end();
        if (wasOpen) {
            listener.disconnected(false, Optional.empty());
        }
        target = Optional.of(to);
        failures = 0;
        attempt(to);
    }

    private void attempt(ConnectionString to) {
        again = Long.MAX_VALUE;
        long mine = ++number;
        try {
            var fresh =
                    setting.adapters()
                            .adapter(
                                    to,
                                    setting.me(),
                                    event -> setting.executor().execute(() -> heard(mine, event)));
            adapter = Optional.of(fresh);
            fresh.connect()
                    .whenCompleteAsync(
                            (done, failure) -> connected(mine, fresh, Optional.ofNullable(failure)),
                            setting.executor());
        } catch (CommsException notUnderstood) {
            // Another try would not be understood either.
            listener.disconnected(false, Optional.of(notUnderstood.getMessage()));
        }
    }

    private void connected(long mine, CommsAdapter fresh, Optional<Throwable> failure) {
        if (mine != number) {
            return;
        }
        if (failure.isPresent()) {
            lost(false, Optional.of(sentence(failure.get())));
        } else {
            isOpen = true;
            failures = 0;
            listener.connected(fresh);
        }
    }

    private static String sentence(Throwable failure) {
        var cause = failure instanceof CompletionException c ? c.getCause() : failure;
        return cause instanceof CommsException e ? e.getMessage() : "The connection failed.";
    }

    private void heard(long mine, CommsEvent event) {
        if (mine == number) {
            switch (event) {
                case CommsEvent.Disconnected(var isKicked, var error) ->
                        lost(isKicked, error.map(CommsException::getMessage));
                case CommsEvent other -> listener.heard(other);
            }
        }
    }

    private void lost(boolean isKicked, Optional<String> why) {
        end();
        if (isKicked) {
            target = Optional.empty();
        } else {
            long wait = Math.min(LONGEST, SHORTEST << Math.min(failures++, 5));
            again = setting.clock().getAsLong() + wait / 2 + setting.random().nextLong(wait);
        }
        listener.disconnected(isKicked, why);
    }

    /** Connects again where it is time to. */
    void tick() {
        if (setting.clock().getAsLong() >= again) {
            target.ifPresent(this::attempt);
        }
    }

    /** Connects at once where it waits to. */
    void hurry() {
        if (again != Long.MAX_VALUE) {
            failures = 0;
            target.ifPresent(this::attempt);
        }
    }

    private void end() {
        number++;
        isOpen = false;
        again = Long.MAX_VALUE;
        adapter.ifPresent(a -> a.disconnect(Optional.empty()));
        adapter = Optional.empty();
    }

    /** Ends it for good. */
    void close() {
        target = Optional.empty();
        end();
    }
}
