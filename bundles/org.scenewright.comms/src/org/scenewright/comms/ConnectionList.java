// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Connection strings that a person chooses one of, and so is the director; any thread. */
public final class ConnectionList implements CommunicationsDirector.Maker {
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<ConnectionString> connections;
    private final Set<Listed> present = new LinkedHashSet<>();
    private Optional<ConnectionString> chosen;

    /** The first one is chosen. */
    public ConnectionList(List<ConnectionString> connections) {
        this.connections = new LinkedHashSet<>(connections);
        this.chosen = connections.stream().findFirst();
    }

    /** All that can be chosen, in the order in which they came. */
    public List<ConnectionString> connections() {
        lock.lock();
        try {
            return List.copyOf(connections);
        } finally {
            lock.unlock();
        }
    }

    /** Chooses one, which is new to the list or not. */
    public void choose(ConnectionString connection) {
        lock.lock();
        try {
            connections.add(connection);
            chosen = Optional.of(connection);
            present.forEach(this::tell);
        } finally {
            lock.unlock();
        }
    }

    private void tell(Listed director) {
        chosen.map(DirectorEvent.Use::new).ifPresent(director.listener::accept);
    }

    @Override
    public CommunicationsDirector director(Consumer<DirectorEvent> listener) {
        return new Listed(listener);
    }

    /** A person needs no connection, and knows where they are. */
    private final class Listed implements CommunicationsDirector {
        private final Consumer<DirectorEvent> listener;
        private boolean isUsed;

        Listed(Consumer<DirectorEvent> listener) {
            this.listener = listener;
        }

        @Override
        public CompletableFuture<Void> connect() {
            lock.lock();
            try {
                if (isUsed) {
                    return CompletableFuture.failedFuture(
                            new CommsException(ArchipelagoDirector.ONCE));
                }
                isUsed = true;
                present.add(this);
                tell(this);
            } finally {
                lock.unlock();
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void notifyPosition(Position position) {
            // Nobody chooses by that.
        }

        @Override
        public CompletableFuture<Void> disconnect() {
            lock.lock();
            try {
                isUsed = true;
                if (present.remove(this)) {
                    listener.accept(new DirectorEvent.Disconnected(false, Optional.empty()));
                }
            } finally {
                lock.unlock();
            }
            return CompletableFuture.completedFuture(null);
        }
    }
}
