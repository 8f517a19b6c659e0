// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Identity;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Somebody who takes part over an adapter, and remembers what it told. */
public final class Participant {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<CommsEvent> events = new ArrayList<>();
    private final Identity identity;
    private final CommsAdapter adapter;

    public Participant(Identity identity, Function<Consumer<CommsEvent>, CommsAdapter> adapter) {
        this.identity = identity;
        this.adapter = adapter.apply(this::hear);
    }

    private void hear(CommsEvent event) {
        lock.lock();
        try {
            events.add(event);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment for something new. */
    public void pause() {
        lock.lock();
        try {
            news.await(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    public CommsAdapter adapter() {
        return adapter;
    }

    public String address() {
        return identity.address();
    }

    public CompletableFuture<Void> connect() {
        return adapter.connect();
    }

    public CompletableFuture<Void> leave() {
        return adapter.disconnect(Optional.empty());
    }

    public void send(String text, SendHints hints) {
        adapter.send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), hints);
    }

    /** All that it was told so far. */
    public List<CommsEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** What somebody sent to it, in that order. */
    public List<String> textsOf(Participant sender) {
        var texts = new ArrayList<String>();
        for (CommsEvent event : events()) {
            if (event instanceof CommsEvent.Message message
                    && message.address().equals(sender.address())) {
                texts.add(StandardCharsets.UTF_8.decode(message.data().duplicate()).toString());
            }
        }
        return texts;
    }

    /** Whether it knows that somebody is there. */
    public boolean sees(Participant other) {
        boolean isThere = false;
        for (CommsEvent event : events()) {
            if (event.equals(new CommsEvent.PeerConnected(other.address()))) {
                isThere = true;
            } else if (event.equals(new CommsEvent.PeerDisconnected(other.address()))) {
                isThere = false;
            }
        }
        return isThere;
    }

    /** How its connection ended, if it did. */
    public Optional<CommsEvent.Disconnected> end() {
        return events().stream()
                .filter(CommsEvent.Disconnected.class::isInstance)
                .map(CommsEvent.Disconnected.class::cast)
                .findFirst();
    }
}
