// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** An adapter that asks first which adapter it is. */
final class SignedLoginAdapter implements CommsAdapter {
    private static final int LEAST_BYTES = 12 << 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final SignedLogin login;
    private final Function<ConnectionString, CommsAdapter> adapters;
    private Optional<CommsAdapter> found = Optional.empty();
    private boolean isUsed;
    private boolean isOver;

    SignedLoginAdapter(SignedLogin login, Function<ConnectionString, CommsAdapter> adapters) {
        this.login = login;
        this.adapters = adapters;
    }

    @Override
    public CompletableFuture<Void> connect() {
        lock.lock();
        try {
            if (isUsed) {
                return CompletableFuture.failedFuture(new CommsException(Sizes.ONCE));
            }
            isUsed = true;
        } finally {
            lock.unlock();
        }
        return login.ask().thenCompose(this::connect);
    }

    private CompletableFuture<Void> connect(ConnectionString connection) {
        CommsAdapter adapter = adapters.apply(connection);
        if (adapter instanceof SignedLoginAdapter) {
            // They could send from one to the other for ever.
            throw new CommsException("The server sends to another server of its kind.");
        }
        lock.lock();
        try {
            if (isOver) {
                throw new CommsException("Disconnected while connecting.");
            }
            found = Optional.of(adapter);
        } finally {
            lock.unlock();
        }
        return adapter.connect();
    }

    private Optional<CommsAdapter> found() {
        lock.lock();
        try {
            return found;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        found().ifPresent(adapter -> adapter.send(data, hints));
    }

    @Override
    public boolean isPrivate() {
        return found().filter(CommsAdapter::isPrivate).isPresent();
    }

    @Override
    public Optional<RoomStorage> storage() {
        return found().flatMap(CommsAdapter::storage);
    }

    @Override
    public int mostBytes() {
        return found().map(CommsAdapter::mostBytes).orElse(LEAST_BYTES);
    }

    @Override
    public long waitingBytes() {
        return found().map(CommsAdapter::waitingBytes).orElse(0L);
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        lock.lock();
        try {
            isUsed = true;
            isOver = true;
        } finally {
            lock.unlock();
        }
        return found().map(adapter -> adapter.disconnect(error))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
