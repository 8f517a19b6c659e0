// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
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

    private final class One implements CommsAdapter {
        private final AtomicBoolean isOver = new AtomicBoolean();
        private final CommsAdapter adapter;

        One(CommsAdapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public CompletableFuture<Void> connect() {
            return adapter.connect();
        }

        @Override
        public void send(ByteBuffer data, SendHints hints) {
            adapter.send(data, hints);
        }

        @Override
        public int mostBytes() {
            return adapter.mostBytes();
        }

        @Override
        public long waitingBytes() {
            return adapter.waitingBytes();
        }

        @Override
        public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
            if (isLeavingForEver) {
                return new CompletableFuture<>();
            }
            return adapter.disconnect(error)
                    .thenRun(
                            () -> {
                                if (!isOver.getAndSet(true)) {
                                    alive.decrementAndGet();
                                }
                            });
        }
    }
}
