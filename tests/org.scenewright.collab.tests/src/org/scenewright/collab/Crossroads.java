// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.CommsProtocol;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.testing.ForwardingAdapter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Rooms {@code at:NAME} of a simulator, some closed; it counts who holds how many adapters. */
final class Crossroads implements CommsProtocol {
    private final SimulatorProtocol rooms = new SimulatorProtocol();
    private final Map<String, AtomicInteger> held = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    static ConnectionString to(String room) {
        return ConnectionString.parse("at:" + room);
    }

    void close(String room) {
        closed.add(room);
    }

    void open(String room) {
        closed.remove(room);
    }

    /** How often somebody stood before a closed door. */
    int attempts() {
        return attempts.get();
    }

    /** With how many adapters anybody wanted to be there at once at most. */
    int most() {
        return most.get();
    }

    @Override
    public String name() {
        return "at";
    }

    @Override
    public CommsAdapter adapter(ConnectionString to, Identity me, Consumer<CommsEvent> listener) {
        var simulated = ConnectionString.parse("simulator:" + to.parameters() + "?delay=1");
        var holder = held.computeIfAbsent(me.address(), a -> new AtomicInteger());
        return new Held(to.parameters(), rooms.adapter(simulated, me, listener), holder);
    }

    private final class Held extends ForwardingAdapter {
        private final String room;
        private final AtomicInteger holder;

        Held(String room, CommsAdapter inner, AtomicInteger holder) {
            super(inner);
            this.room = room;
            this.holder = holder;
        }

        @Override
        public CompletableFuture<Void> connect() {
            most.accumulateAndGet(holder.incrementAndGet(), Math::max);
            if (closed.contains(room)) {
                attempts.incrementAndGet();
                return CompletableFuture.failedFuture(new CommsException("The door is closed."));
            }
            return super.connect();
        }

        @Override
        public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
            return super.disconnect(error).thenRun(holder::decrementAndGet);
        }
    }
}
