// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AdaptersTest {
    private static final Identity ME = OwnIdentity.generate();
    private final List<CommsEvent> events = new ArrayList<>();
    private final Adapters adapters = Adapters.found();

    private CommsAdapter adapter(String connection) {
        return adapters.adapter(ConnectionString.parse(connection), ME, events::add);
    }

    private void refuses(String connection, String why) {
        String message = assertThrows(CommsException.class, () -> adapter(connection)).getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void thoseOfTheHouseAreFound() {
        assertTrue(
                adapters.names().containsAll(List.of("livekit", "offline", "simulator")),
                adapters.names().toString());
    }

    @Test
    void offlineConnectsAndMeetsNobody() {
        CommsAdapter offline = adapter("offline:offline");
        offline.connect().join();
        offline.send(java.nio.ByteBuffer.allocate(10), SendHints.RELIABLE);
        var error = Optional.of(new CommsException("enough"));
        offline.disconnect(error).join();
        offline.disconnect(Optional.empty()).join();
        assertEquals(List.of(new CommsEvent.Disconnected(false, error)), events);
    }

    @Test
    void offlineConnectsOnce() {
        CommsAdapter offline = adapter("offline:offline");
        offline.disconnect(Optional.empty()).join();
        assertTrue(offline.connect().isCompletedExceptionally());
        assertEquals(List.of(), events);
    }

    @Test
    void aFixedAdapterIsTheOneBehindTheWord() {
        assertTrue(
                adapter("fixed-adapter:FIXED-ADAPTER:offline:offline") instanceof OfflineAdapter);
    }

    @Test
    void aFixedAdapterIsNotFollowedForEver() {
        refuses("fixed-adapter:".repeat(9) + "offline:offline", "too often");
    }

    @ParameterizedTest
    @CsvSource({
        "livekit:wss://host?access_token=secret, WebRTC",
        "carrier-pigeon:coop, carrier-pigeon",
        "fixed-adapter:carrier-pigeon:coop, carrier-pigeon",
        "fixed-adapter:, begins with its protocol",
        "simulator:room?rain=0.5, rain",
        "simulator:room?loss=2, between 0 and 1",
        "simulator:room?loss=NaN, between 0 and 1",
        "simulator:room?loss=much, number",
        "simulator:room?loss=1, ever arrive",
        "simulator:room?delay=-1, between 0 and 60000",
        "simulator:room?splitEvery=10&splitFor=10, ever arrive",
        "simulator:room?loss, name=value"
    })
    void whatCannotBeConnectedIsSaidWithTheReason(String connection, String why) {
        refuses(connection, why);
    }

    @Test
    void noReasonTellsASecret() {
        String message =
                assertThrows(
                                CommsException.class,
                                () -> adapter("livekit:wss://host?access_token=secret"))
                        .getMessage();
        assertTrue(!message.contains("secret"), message);
    }

    @Test
    void twoOfOneNameAreRefused() {
        List<CommsProtocol> both = List.of(new OfflineProtocol(), new OfflineProtocol());
        assertThrows(IllegalArgumentException.class, () -> new Adapters(both));
    }
}
