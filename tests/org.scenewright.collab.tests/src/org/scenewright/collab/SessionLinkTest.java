// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.util.Optional;

/** Links by which people join. */
class SessionLinkTest {
    private static final String OWNER = Samples.address(1);
    private static final String LINK =
            "ws-room:wss://host/rooms/a?b=c#session=" + Samples.SESSION + "&owner=" + OWNER;

    private static void checkRefused(String text) {
        assertThrows(CommsException.class, () -> SessionLink.parse(text));
    }

    @Test
    void aLinkNamesConnectionSessionAndOwner() {
        assertEquals(
                new SessionLink(
                        new ConnectionString("ws-room", "wss://host/rooms/a?b=c"),
                        Samples.SESSION,
                        OWNER,
                        Optional.empty()),
                SessionLink.parse(LINK));
    }

    @Test
    void itsTextIsWhatWasRead() {
        assertEquals(LINK, SessionLink.parse("  " + LINK + "\n").text());
    }

    @Test
    void aTokenMayHoldAnything() {
        var link = SessionLink.parse(LINK + "&token=a%26b%3D%23");
        assertEquals(Optional.of("a&b=#"), link.token());
        assertEquals(link, SessionLink.parse(link.text()));
    }

    @Test
    void whatIsSecretIsNotShownByChance() {
        var shown = SessionLink.parse(LINK + "&token=geheim").toString();
        assertFalse(shown.contains("geheim") || shown.contains("host"));
    }

    private static void checkAdvice(String expected, String text) {
        var refused = assertThrows(CommsException.class, () -> SessionLink.parse(text));
        assertTrue(refused.getMessage().startsWith(expected), refused::getMessage);
    }

    @Test
    void whoPastesSomethingElseReadsWhatToDo() {
        checkAdvice("Paste the whole link that you were sent", "hello");
        checkAdvice("Paste the whole link that you were sent", LINK.substring(LINK.indexOf('#')));
        checkAdvice("This link is not whole", LINK.substring(0, LINK.length() - 1));
        checkAdvice("This link is not whole", LINK.substring(0, LINK.indexOf('&') - 1));
    }

    @Test
    void withoutAllItsPartsItIsRefused() {
        checkRefused("ws-room:wss://host/rooms/a");
        checkRefused("#session=" + Samples.SESSION + "&owner=" + OWNER);
        checkRefused("ws-room:a#owner=" + OWNER);
        checkRefused("ws-room:a#session=" + Samples.SESSION);
        checkRefused("ws-room:a#session=short&owner=" + OWNER);
        checkRefused("ws-room:a#session=" + Samples.SESSION + "&owner=0x12");
        checkRefused(LINK + "&token=%zz");
        checkRefused(LINK + "&token=" + "a".repeat(20_000));
    }

    @Test
    void twoLinksThatWerePastedIntoOneFieldAreRefused() {
        checkRefused(LINK + LINK);
        checkRefused(LINK + "&token=abc" + LINK);
    }

    @Test
    void aLinkNamesNoFilesOfWhoeverOpensIt() {
        String end = "#session=" + Samples.SESSION + "&owner=" + OWNER;
        checkRefused("nats:nats://host/a?creds=/home/ann/me.creds" + end);
        checkRefused("nats:nats://host/a?keep=1h&tlsca=ca.pem" + end);
        checkRefused("nats:nats://host/a?tlscert=c&tlskey=k" + end);
        checkRefused("nats:nats://host/a?nkey=/home/ann/seed" + end);
        checkRefused("fixed-adapter:nats:nats://host/a?nkey=/home/ann/seed" + end);
        assertEquals(
                "nats",
                SessionLink.parse("nats:nats://host/a?keep=1h" + end).connection().protocol());
    }

    @ParameterizedTest
    @CsvSource({
        "?creds=/me.creds, ''",
        "?keep=1h&creds=/me.creds, ?keep=1h",
        "?creds=/me.creds&keep=1h, ?keep=1h",
        "?nkey=/me.nk, ''",
        "?keep=1h&nkey=/me#1.nk&replicas=3, ?keep=1h&replicas=3",
        "?tlscert=c&tlskey=k&keep=1h&tlsca=a, ?keep=1h"
    })
    void aLinkTellsNoFilesOfWhoeverGivesIt(String options, String told) {
        var connection = ConnectionString.parse("nats:nats://host/a" + options);
        var link = new SessionLink(connection, Samples.SESSION, OWNER, Optional.empty());
        assertEquals("nats:nats://host/a" + told, link.text().split("#")[0]);
    }

    @Test
    void everySessionHasAnIdOfItsOwn() {
        assertNotEquals(SessionLink.newSession(), SessionLink.newSession());
    }
}
