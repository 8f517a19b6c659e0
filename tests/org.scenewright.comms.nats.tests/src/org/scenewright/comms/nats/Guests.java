// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.RoomStorage;
import org.scenewright.testing.Participant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Those who meet on real servers, and leave at the end. */
final class Guests implements AutoCloseable {
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private final List<Participant> guests = new ArrayList<>();

    Participant somebody(String connection) {
        Identity identity = OwnIdentity.generate();
        var guest =
                new Participant(
                        identity,
                        listener ->
                                NatsProtocol.of(
                                        ConnectionString.parse(connection), identity, listener));
        guests.add(guest);
        return guest;
    }

    Participant connected(String connection) {
        Participant guest = somebody(connection);
        guest.connect().orTimeout(PATIENCE_NANOS, TimeUnit.NANOSECONDS).join();
        return guest;
    }

    /** What a room tells of what was said. */
    static List<String> texts(RoomStorage.Said said) {
        return said.messages().stream()
                .map(message -> StandardCharsets.UTF_8.decode(message.data()).toString())
                .toList();
    }

    /** Why somebody does not get in. */
    String refused(String connection) {
        var connecting = somebody(connection).connect();
        until(connecting::isDone);
        return connecting.handle((done, failure) -> String.valueOf(failure)).join();
    }

    void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> "Waited in vain; " + guests.stream().map(Guests::told).toList());
            guests.getLast().pause();
        }
    }

    private static String told(Participant guest) {
        List<CommsEvent> events = new ArrayList<>(guest.events());
        events.removeIf(CommsEvent.Message.class::isInstance);
        return guest.events().size()
                - events.size()
                + " messages, "
                + guest.adapter().waitingBytes()
                + " bytes wait, "
                + ((NatsAdapter) guest.adapter()).refusals()
                + events;
    }

    @Override
    public void close() {
        guests.stream().map(Participant::leave).toList().forEach(left -> until(left::isDone));
    }
}
