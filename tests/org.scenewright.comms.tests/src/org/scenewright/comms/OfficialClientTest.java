// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.scenewright.testing.OfficialServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A participant made of the official packages meets one of ours. */
class OfficialClientTest {
    private final Identity me = OwnIdentity.generate();
    private final BlockingQueue<CommsEvent> events = new LinkedBlockingQueue<>();

    /** They meet in a room, speak, and part. */
    private void meets(ConnectionString room) throws Exception {
        CommsAdapter ours = new WsRoomProtocol().adapter(room, me, events::add);
        ours.connect().join();
        Process theirs =
                OfficialServer.packages().start(Map.of(), "client.cjs", room.parameters(), "hello");
        try (BufferedReader lines = theirs.inputReader()) {
            JsonNode welcome = line(lines);
            String address = welcome.path("me").textValue();
            assertEquals(me.address(), welcome.path("peers").path(0).textValue());
            assertEquals(new CommsEvent.PeerConnected(address), next());
            assertEquals(message(address, "hello"), next());
            say(ours, "good day", SendHints.RELIABLE);
            assertEquals("good day", line(lines).path("text").textValue());
            say(ours, "only you", SendHints.UNRELIABLE.to(address));
            JsonNode second = line(lines);
            assertEquals(me.address(), second.path("from").textValue());
            assertTrue(second.path("unreliable").booleanValue());
            say(ours, "bye", SendHints.RELIABLE);
            assertEquals(new CommsEvent.PeerDisconnected(address), next());
        } finally {
            theirs.destroy();
            ours.disconnect(Optional.empty()).join();
        }
    }

    private static JsonNode line(BufferedReader lines) throws IOException {
        return new ObjectMapper().readTree(lines.readLine());
    }

    private CommsEvent next() throws InterruptedException {
        return Optional.ofNullable(events.poll(20, TimeUnit.SECONDS)).orElseThrow();
    }

    private static CommsEvent.Message message(String address, String text) {
        return new CommsEvent.Message(address, bytes(text));
    }

    private static void say(CommsAdapter adapter, String text, SendHints hints) {
        adapter.send(bytes(text), hints);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void inOurRoom() throws Exception {
        try (var server = RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN)) {
            meets(server.connection("room"));
        }
    }

    @Test
    void inTheirRoom() throws Exception {
        try (var server = OfficialServer.start()) {
            meets(server.connection("room"));
        }
    }
}
