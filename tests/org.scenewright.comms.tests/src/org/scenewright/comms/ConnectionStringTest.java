// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Which protocol a connection string names, and what is left for the adapter. */
final class ConnectionStringTest {

    private static void check(String text, String protocol, String parameters) {
        assertEquals(new ConnectionString(protocol, parameters), ConnectionString.parse(text));
    }

    private static void checkRefused(String text) {
        assertThrows(CommsException.class, () -> ConnectionString.parse(text));
    }

    @Test
    void theProtocolEndsAtTheFirstColon() {
        check("ws-room:ws://127.0.0.1:5000/rooms/a", "ws-room", "ws://127.0.0.1:5000/rooms/a");
    }

    @Test
    void theProtocolIsInLowerCase() {
        check("Fixed-Adapter:offline:offline", "fixed-adapter", "offline:offline");
    }

    @Test
    void aWebSocketAloneIsARoom() {
        check("wss://a.example/rooms/b", "ws-room", "wss://a.example/rooms/b");
    }

    @Test
    void spacesAroundItDoNotCount() {
        check("  offline:offline\n", "offline", "offline");
    }

    @Test
    void withoutProtocolItIsRefused() {
        checkRefused(":rooms/a");
        checkRefused("rooms/a:b");
        checkRefused("");
    }

    @Test
    void anEndlessOneIsRefused() {
        checkRefused("ws-room:" + "a".repeat(9000));
    }

    @Test
    void itsTextIsWhatWasRead() {
        assertEquals("nats:a:b", ConnectionString.parse("nats:a:b").text());
    }

    @Test
    void whatItHoldsIsNotShownByChance() {
        assertEquals("livekit:…", ConnectionString.parse("livekit:wss://a?token=b").toString());
    }
}
