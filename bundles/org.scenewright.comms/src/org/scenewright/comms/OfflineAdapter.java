// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** An adapter without peers: everything is sent to nobody at once. */
final class OfflineAdapter implements CommsAdapter {
    private final Consumer<CommsEvent> listener;
    private final AtomicBoolean isConnected = new AtomicBoolean();
    private final AtomicBoolean isUsed = new AtomicBoolean();

    OfflineAdapter(Consumer<CommsEvent> listener) {
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> connect() {
        if (isUsed.getAndSet(true)) {
            return CompletableFuture.failedFuture(new CommsException(Sizes.ONCE));
        }
        isConnected.set(true);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        Sizes.check(data);
    }

    @Override
    public int mostBytes() {
        return Sizes.MOST_BYTES;
    }

    @Override
    public long waitingBytes() {
        return 0;
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        isUsed.set(true);
        if (isConnected.getAndSet(false)) {
            listener.accept(new CommsEvent.Disconnected(false, error));
        }
        return CompletableFuture.completedFuture(null);
    }
}
