// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A participant of a simulated network; but for the two counters only tasks of its schedule look.
 */
final class SimulatedAdapter implements CommsAdapter {
    private final SimulatedNetwork network;
    private final Seat seat;
    private final Consumer<CommsEvent> listener;
    private final Map<String, SimulatedLink> links = new LinkedHashMap<>();
    private final Set<SimulatedAdapter> known = new HashSet<>();
    private final AtomicBoolean isUsed = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private boolean isGivenUp;
    private boolean isPresent;
    private long number;

    SimulatedAdapter(SimulatedNetwork network, Seat seat, Consumer<CommsEvent> listener) {
        this.network = network;
        this.seat = seat;
        this.listener = listener;
    }

    Seat seat() {
        return seat;
    }

    SimulatedNetwork network() {
        return network;
    }

    /** The how manieth to join the network. */
    long number() {
        return number;
    }

    @Override
    public CompletableFuture<Void> connect() {
        if (isUsed.getAndSet(true)) {
            return CompletableFuture.failedFuture(new CommsException(Sizes.ONCE));
        }
        var connected = new CompletableFuture<Void>();
        network.schedule().after(seat.conditions().delayMillis(), () -> enter(connected));
        return connected;
    }

    private void enter(CompletableFuture<Void> connected) {
        if (isGivenUp) {
            connected.completeExceptionally(new CommsException("Disconnected while connecting."));
            return;
        }
        network.join(this);
        connected.complete(null);
    }

    void welcome(long joined) {
        isPresent = true;
        number = joined;
    }

    /** Another one is in the room, and learns that this one is. */
    void meet(SimulatedAdapter other) {
        var link = new SimulatedLink(this, other);
        links.put(other.seat.address(), link);
        link.sendReliable(new CommsEvent.PeerConnected(seat.address()), 0);
    }

    /** Another one left; what it sent before may still be on its way. */
    void part(SimulatedAdapter other) {
        SimulatedLink link = links.remove(other.seat.address());
        if (link != null) {
            link.close();
        }
    }

    void end(boolean isKicked, Optional<CommsException> error) {
        isPresent = false;
        links.values()
                .forEach(
                        link ->
                                link.sendReliable(
                                        new CommsEvent.PeerDisconnected(seat.address()), 0));
        links.clear();
        listener.accept(new CommsEvent.Disconnected(isKicked, error));
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        Sizes.check(data);
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        waiting.addAndGet(bytes.length);
        network.schedule().after(0, () -> dispatch(bytes, hints));
    }

    private void dispatch(byte[] bytes, SendHints hints) {
        waiting.addAndGet(-bytes.length);
        var message =
                new CommsEvent.Message(seat.address(), ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        // Who is too slow to follow leaves at once.
        for (var link : List.copyOf(links.entrySet())) {
            if (isPresent && hints.only().map(link.getKey()::equals).orElse(true)) {
                link.getValue().send(message, hints.isReliable());
            }
        }
    }

    /** What a link holds for others. */
    void waits(long bytes) {
        waiting.addAndGet(bytes);
    }

    /** Something arrived from another one. */
    void receive(SimulatedAdapter from, CommsEvent event) {
        if (isPresent && isNews(from, event)) {
            listener.accept(event);
        }
    }

    /** What need not arrive may come before its sender, or after it left. */
    private boolean isNews(SimulatedAdapter from, CommsEvent event) {
        return switch (event) {
            case CommsEvent.PeerConnected came -> known.add(from);
            case CommsEvent.PeerDisconnected left -> known.remove(from);
            case CommsEvent.Message message -> known.contains(from);
            case CommsEvent.Disconnected over -> false;
            case CommsEvent.Failed failed -> false;
        };
    }

    /** Whether it is in its room; a task of the schedule. */
    boolean isPresent() {
        return isPresent;
    }

    @Override
    public Optional<RoomStorage> storage() {
        return Optional.of(network.storage(this));
    }

    @Override
    public boolean isPrivate() {
        return true;
    }

    @Override
    public int mostBytes() {
        return Sizes.MOST_BYTES;
    }

    @Override
    public long waitingBytes() {
        return waiting.get();
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        isUsed.set(true);
        var done = new CompletableFuture<Void>();
        network.schedule().after(0, () -> leave(error, done));
        return done;
    }

    private void leave(Optional<CommsException> error, CompletableFuture<Void> done) {
        isGivenUp = true;
        network.leave(this, false, error);
        done.complete(null);
    }
}
