// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommunicationsDirector;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.DirectorEvent;
import org.scenewright.comms.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A director that says what a test wants, and waits for what it is told. */
final class Guide implements CommunicationsDirector.Maker {
    private final List<Consumer<DirectorEvent>> followers = new CopyOnWriteArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private Optional<ConnectionString> present;

    Guide(ConnectionString first) {
        present = Optional.of(first);
    }

    synchronized void use(ConnectionString connection) {
        present = Optional.of(connection);
        tell(new DirectorEvent.Use(connection));
    }

    synchronized void useNone() {
        present = Optional.empty();
        tell(new DirectorEvent.UseNone());
    }

    void tell(DirectorEvent event) {
        followers.forEach(follower -> follower.accept(event));
    }

    /** How many follow it. */
    int followers() {
        return followers.size();
    }

    private synchronized void note(Position position) {
        positions.add(position);
        notifyAll();
    }

    /** Waits until somebody says that they are somewhere. */
    synchronized Position awaitPosition(Predicate<Position> wanted) throws InterruptedException {
        long end = System.currentTimeMillis() + 30_000;
        while (positions.isEmpty() || !wanted.test(positions.getLast())) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("Last position " + positions);
            }
            wait(left);
        }
        return positions.getLast();
    }

    @Override
    public CommunicationsDirector director(Consumer<DirectorEvent> listener) {
        return new CommunicationsDirector() {
            @Override
            public CompletableFuture<Void> connect() {
                synchronized (Guide.this) {
                    followers.add(listener);
                    present.map(DirectorEvent.Use::new).ifPresent(listener::accept);
                }
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void notifyPosition(Position position) {
                note(position);
            }

            @Override
            public CompletableFuture<Void> disconnect() {
                followers.remove(listener);
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
