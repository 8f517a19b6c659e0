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

    private static void checkFiles(String text, String without) {
        assertEquals(without, ConnectionString.parse(text).withoutFiles().text());
        assertThrows(CommsException.class, () -> ConnectionString.ofOthers(text));
    }

    private static void checkNoFiles(String text) {
        var connection = ConnectionString.parse(text);
        assertEquals(connection, connection.withoutFiles());
        assertEquals(connection, ConnectionString.ofOthers(text));
    }

    @Test
    void othersNameNoFiles() {
        checkFiles("nats:nats://h/r?nkey=/a", "nats:nats://h/r");
        checkFiles("NATS:nats://h/r?keep=1h&tlsca=a\nb&tlskey=", "nats:nats://h/r?keep=1h");
        checkFiles(
                "fixed-adapter: Fixed-Adapter:\u2003NATS:tls://h/r?creds=a",
                "fixed-adapter: Fixed-Adapter:\u2003NATS:tls://h/r");
    }

    @Test
    void onlyWhatAProtocolReadsAsAFileIsOne() {
        checkNoFiles("nats:nats://h/r?keep=1h");
        checkNoFiles("nats:nats://h/r");
        checkNoFiles("ws-room:wss://h/r?creds=a&nkey=b");
        checkNoFiles("fixed-adapter:ws-room:wss://h/r?creds=a");
        checkNoFiles("unknown:h?creds=a");
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
