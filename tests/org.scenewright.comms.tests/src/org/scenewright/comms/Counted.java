// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.scenewright.testing.ForwardingAdapter;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A protocol whose adapters are counted from when they are made until they are disconnected. */
final class Counted implements CommsProtocol {
    private final CommsProtocol protocol;
    private final AtomicInteger alive = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean isLeavingForEver;

    Counted(CommsProtocol protocol) {
        this.protocol = protocol;
    }

    int alive() {
        return alive.get();
    }

    /** How many there ever were at once. */
    int most() {
        return most.get();
    }

    /** Whoever is told to disconnect from now on never says that it has. */
    void leaveForEver() {
        isLeavingForEver = true;
    }

    @Override
    public String name() {
        return protocol.name();
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        CommsAdapter adapter = protocol.adapter(connection, me, listener);
        most.accumulateAndGet(alive.incrementAndGet(), Math::max);
        return new One(adapter);
    }

    private final class One extends ForwardingAdapter {
        private final AtomicBoolean isOver = new AtomicBoolean();

        One(CommsAdapter adapter) {
            super(adapter);
        }

        @Override
        public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
            if (isLeavingForEver) {
                return new CompletableFuture<>();
            }
            return super.disconnect(error)
                    .thenRun(
                            () -> {
                                if (!isOver.getAndSet(true)) {
                                    alive.decrementAndGet();
                                }
                            });
        }
    }
}
