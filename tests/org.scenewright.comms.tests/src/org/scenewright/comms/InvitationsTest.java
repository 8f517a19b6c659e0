// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

class InvitationsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private final Invitations invitations = new Invitations();
    private final String token = invitations.issue("room", NOW.plusSeconds(60));

    @Test
    void itHoldsForItsRoomUntilItExpires() {
        assertTrue(invitations.holds("room", token, NOW));
        assertTrue(invitations.holds("room", token, NOW.plusSeconds(59)));
        assertFalse(invitations.holds("room", token, NOW.plusSeconds(60)));
        assertFalse(invitations.holds("next", token, NOW));
    }

    @Test
    void itHoldsWithWhoIssuedItOnly() {
        assertFalse(new Invitations().holds("room", token, NOW));
    }

    @Test
    void oneOfAFormerServerHoldsWithWhoIsToldOfIt() {
        var way = new ConnectionString("ws-room", "ws://[::1]:1/rooms/room?invitation=" + token);
        var again = new Invitations(Optional.of(new FormerInvitation(way, NOW.plusSeconds(90))));
        assertTrue(again.holds("room", token, NOW.plusSeconds(89)));
        assertFalse(again.holds("room", token, NOW.plusSeconds(90)));
        assertFalse(again.holds("next", token, NOW));
        assertFalse(again.holds("room", invitations.issue("room", NOW.plusSeconds(61)), NOW));
    }

    @Test
    void aWayThatInvitesNobodyLetsNobodyIn() {
        var way = new ConnectionString("ws-room", "ws://[::1]:1/rooms/room");
        var again = new Invitations(Optional.of(new FormerInvitation(way, NOW.plusSeconds(90))));
        assertFalse(again.holds("room", token, NOW));
        assertFalse(again.holds("room", "", NOW));
    }

    @Test
    void noChangeOfItHolds() {
        for (int i = 0; i < token.length(); i++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
            assertFalse(invitations.holds("room", changed.toString(), NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "AAAA", "=", "äöü", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoneDoesNotHold(String text) {
        assertFalse(invitations.holds("room", text, NOW));
    }

    @Test
    void whoIsInvitedIsLetInAndStaysAndOthersAreNot() {
        var owner = Set.of(OwnIdentity.generate().address());
        var rules = new RoomRules(owner, Set.of(), RoomRules.Judge.LOOSE_ONLY);
        try (var server = RoomServer.start(new InetSocketAddress("127.0.0.1", 0), rules)) {
            var events = new LinkedBlockingQueue<CommsEvent>();
            CommsAdapter guest =
                    adapter(
                            server.invitation("room", Instant.now().plusSeconds(3600)),
                            events::add);
            guest.connect().join();
            server.rules(rules);
            refused(server.connection("room"));
            refused(server.invitation("room", Instant.now().minusSeconds(1)));
            refused(
                    new ConnectionString(
                            "ws-room",
                            server.invitation("next", Instant.now().plusSeconds(3600))
                                    .parameters()
                                    .replace("/next", "/room")));
            guest.disconnect(Optional.empty()).join();
            assertEquals(
                    List.of(new CommsEvent.Disconnected(false, Optional.empty())),
                    List.copyOf(events));
        }
    }

    private static void refused(ConnectionString connection) {
        assertThrows(
                CompletionException.class, () -> adapter(connection, event -> {}).connect().join());
    }

    private static CommsAdapter adapter(
            ConnectionString connection, Consumer<CommsEvent> listener) {
        return new WsRoomProtocol().adapter(connection, OwnIdentity.generate(), listener);
    }
}
