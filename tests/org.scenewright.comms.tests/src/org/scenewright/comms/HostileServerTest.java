// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a participant does with servers that lie, babble or hang up. */
class HostileServerTest {
    private static final String OTHER = "0x" + "ab".repeat(20);
    private static final RoomPacket WELCOME = new RoomPacket.Welcome(1, Map.of(2, OTHER));

    private final BlockingQueue<CommsEvent> events = new LinkedBlockingQueue<>();
    private final OwnIdentity me = OwnIdentity.generate();

    private CommsEvent next() throws InterruptedException {
        return Optional.ofNullable(events.poll(20, TimeUnit.SECONDS)).orElseThrow();
    }

    private CommsAdapter adapter(FakeRoom room) {
        return new WsRoomProtocol().adapter(room.connection(), me, events::add);
    }

    /**
     * There is no connection, and that is said without a word of the server's that is no reason.
     */
    private String refuses(FakeRoom.Script script) throws IOException {
        try (var room = new FakeRoom(script)) {
            CommsAdapter adapter = adapter(room);
            var failure = assertThrows(CompletionException.class, () -> adapter.connect().join());
            assertInstanceOf(CommsException.class, failure.getCause());
            assertEquals(List.of(), List.copyOf(events));
            return failure.getCause().getMessage();
        }
    }

    /** There was a connection, which ends with an error. */
    private CommsEvent.Disconnected breaks(FakeRoom.Script script) throws Exception {
        try (var room =
                new FakeRoom(
                        r -> {
                            r.say(WELCOME);
                            script.say(r);
                        })) {
            CommsAdapter adapter = adapter(room);
            adapter.connect().join();
            CommsEvent event = next();
            while (!(event instanceof CommsEvent.Disconnected)) {
                event = next();
            }
            adapter.send(ByteBuffer.allocate(10), SendHints.RELIABLE);
            adapter.disconnect(Optional.empty()).join();
            assertEquals(List.of(), List.copyOf(events));
            return (CommsEvent.Disconnected) event;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pay 100 to somebody",
                "Decentraland Login\nEphemeral address: 0x1\nExpiration: 2099-01-01T00:00:00.000Z",
                "post:/:1:{}"
            })
    void whatIsNoChallengeIsNotSigned(String challenge) throws IOException {
        String why = refuses(room -> room.say(new RoomPacket.Challenge(challenge, false)));
        assertTrue(why.contains("no challenge"), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dcl-scenewright-5e551011-ab",
                "dcl-scenewright-nats:room:ab",
                "dcl-scenewright"
            })
    void noKeyIsVouchedFor(String challenge) throws IOException {
        String why = refuses(room -> room.say(new RoomPacket.Challenge(challenge, false)));
        assertTrue(why.contains("vouched"), why);
    }

    @Test
    void onlyOneChallengeIsAnswered() throws Exception {
        var asked = new LinkedBlockingQueue<String>();
        var counted =
                new Identity() {
                    @Override
                    public String address() {
                        return me.address();
                    }

                    @Override
                    public CompletableFuture<String> sign(String challenge) {
                        asked.add(challenge);
                        return me.sign(challenge);
                    }
                };
        try (var room =
                new FakeRoom(
                        r -> {
                            for (int i = 0; i < 20; i++) {
                                r.say(new RoomPacket.Challenge("dcl-" + i, i % 2 == 1));
                            }
                            r.say(WELCOME);
                            r.say(new RoomPacket.Challenge("dcl-again", true));
                            r.say(update(2, "there"));
                        })) {
            var adapter = new WsRoomProtocol().adapter(room.connection(), counted, events::add);
            adapter.connect().join();
            CommsEvent event = next();
            while (!(event instanceof CommsEvent.Message)) {
                event = next();
            }
            assertEquals(List.of("dcl-0"), List.copyOf(asked));
            adapter.disconnect(Optional.empty()).join();
        }
    }

    static Stream<byte[]> babble() {
        byte[] random = new byte[3000];
        new Random(5).nextBytes(random);
        return Stream.of(
                random,
                new byte[] {(byte) 0x82, 2, 0x1A, 0x7F},
                new byte[] {(byte) 0x82, 1, 0},
                new byte[] {(byte) 0x82, 127, 127, -1, -1, -1, -1, -1, -1, -1},
                new byte[] {(byte) 0xF2, 0},
                new byte[] {(byte) 0x82, (byte) 0x80, 0, 0, 0, 0});
    }

    @ParameterizedTest
    @MethodSource("babble")
    void babbleIsNoConnection(byte[] bytes) throws IOException {
        refuses(
                room -> {
                    room.write(bytes, bytes.length);
                    room.write(new byte[2 << 20], 2 << 20);
                });
    }

    @ParameterizedTest
    @MethodSource("babble")
    void babbleEndsAConnection(byte[] bytes) throws Exception {
        var end =
                breaks(
                        room -> {
                            room.write(bytes, bytes.length);
                            room.write(new byte[2 << 20], 2 << 20);
                        });
        assertFalse(end.isKicked());
        assertTrue(end.error().isPresent());
    }

    @Test
    void aPacketWithoutEndEndsAConnection() throws Exception {
        var end =
                breaks(
                        room -> {
                            ByteBuffer piece = ByteBuffer.allocate(60_000);
                            WsFrame frame = WsFrame.of(WsFrame.CONTINUATION, piece);
                            frame.bytes().array()[0] = WsFrame.BINARY;
                            room.say(frame);
                            frame.bytes().array()[0] = WsFrame.CONTINUATION;
                            for (int i = 0; i < 100; i++) {
                                room.say(frame);
                            }
                        });
        assertTrue(end.error().isPresent());
    }

    @Test
    void anAddressThatIsNoneEndsAConnection() throws Exception {
        var end = breaks(room -> room.say(new RoomPacket.PeerJoin(3, "somebody")));
        assertTrue(end.error().isPresent());
    }

    @Test
    void whoIsKickedIsToldWhy() throws Exception {
        var end = breaks(room -> room.say(new RoomPacket.Kicked("Too\nloud")));
        assertTrue(end.isKicked());
        assertEquals("Too loud", end.error().orElseThrow().getMessage());
    }

    @Test
    void whoIsKickedAtTheDoorIsToldWhy() throws IOException {
        assertEquals("Full", refuses(room -> room.say(new RoomPacket.Kicked("Full"))));
    }

    @Test
    void aServerThatHangsUpIsNoConnection() throws IOException {
        refuses(room -> room.say(WsFrame.close(1000, "")));
    }

    @Test
    void aServerThatHangsUpEndsAConnection() throws Exception {
        var end = breaks(room -> room.say(WsFrame.close(1001, "")));
        assertFalse(end.isKicked());
        assertTrue(end.error().isPresent());
    }

    @Test
    void nobodySpeaksByAnAliasThatNobodyHas() throws Exception {
        try (var room =
                new FakeRoom(
                        r -> {
                            r.say(WELCOME);
                            r.say(update(9, "from nobody"));
                            r.say(new RoomPacket.PeerLeave(9));
                            r.say(
                                    new RoomPacket.PeerJoin(
                                            3, OTHER.toUpperCase().replace("0X", "0x")));
                            r.say(update(2, "by the former alias"));
                            r.say(WELCOME);
                            r.say(new RoomPacket.Challenge("dcl-again", true));
                            r.say(update(3, "from the other"));
                        })) {
            CommsAdapter adapter = adapter(room);
            adapter.connect().join();
            assertEquals(new CommsEvent.PeerConnected(OTHER), next());
            assertEquals(
                    new CommsEvent.Message(OTHER, ByteBuffer.wrap("from the other".getBytes())),
                    next());
            adapter.disconnect(Optional.empty()).join();
        }
    }

    private static PeerUpdate update(int alias, String text) {
        return new PeerUpdate(alias, ByteBuffer.wrap(text.getBytes()), false, List.of());
    }

    @Test
    void aServerThatFallsSilentIsTakenForGone() throws Exception {
        try (var room = new FakeRoom(r -> r.say(WELCOME))) {
            hasty().adapter(room.connection(), me, events::add).connect().join();
            assertEquals(new CommsEvent.PeerConnected(OTHER), next());
            var end = assertInstanceOf(CommsEvent.Disconnected.class, next());
            assertFalse(end.isKicked());
            assertTrue(end.error().orElseThrow().getMessage().contains("silent"));
        }
    }

    @Test
    void aServerThatAnswersIsNot() throws Exception {
        try (var server = RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN)) {
            CommsAdapter quiet = hasty().adapter(server.connection("room"), me, events::add);
            quiet.connect().join();
            assertNull(events.poll(1500, TimeUnit.MILLISECONDS));
            quiet.disconnect(Optional.empty()).join();
        }
    }

    /** Takes a server for gone sooner than anybody would. */
    private static CommsProtocol hasty() {
        return new WsRoomProtocol(HttpClient::newHttpClient, Duration.ofMillis(500));
    }

    @Test
    void whereNobodyServesThereIsNoConnection() {
        CommsAdapter adapter =
                new WsRoomProtocol()
                        .adapter(ConnectionString.parse("ws://127.0.0.1:1/x"), me, events::add);
        var failure = assertThrows(CompletionException.class, () -> adapter.connect().join());
        assertTrue(failure.getMessage().contains("127.0.0.1:1"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws-room:", "ws-room:ws://", "ws-room:a b", "ws-room:/rooms/1"})
    void whatLeadsToNoRoomIsRefused(String connection) {
        assertThrows(
                CommsException.class,
                () ->
                        new WsRoomProtocol()
                                .adapter(ConnectionString.parse(connection), me, events::add));
    }
}
