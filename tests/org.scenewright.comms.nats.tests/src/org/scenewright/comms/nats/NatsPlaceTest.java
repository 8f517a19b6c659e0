// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;

class NatsPlaceTest {
    private static NatsPlace place(String text) {
        return NatsPlace.of(ConnectionString.parse(text));
    }

    @Test
    void aServerAndARoomAreEnough() {
        NatsPlace place = place("nats:nats://demo.example:4222/my-room_1");
        assertEquals(List.of("nats://demo.example:4222"), place.servers());
        assertEquals("my-room_1", place.room());
        assertEquals(List.of(), place.secret());
        assertEquals(Duration.ofHours(1), place.keep());
        assertEquals(Duration.ofDays(7), place.stored());
        assertEquals(OptionalInt.empty(), place.replicas());
    }

    @Test
    void aClusterHasManyServers() {
        assertEquals(
                List.of("tls://a:1", "tls://b", "tls://[::1]:3"),
                place("nats:tls://a:1,b,[::1]:3/r").servers());
    }

    @Test
    void secretsAreDecodedAndNotTold() {
        NatsPlace place = place("nats:nats://joe:p%40ss+%3A@h:1/r");
        assertEquals(List.of("joe", "p@ss+:"), place.secret());
        assertFalse(place.toString().contains("joe"));
        assertEquals(List.of("t0ken"), place("nats:nats://t0ken@h/r").secret());
    }

    @Test
    void optionsAreUnderstood() {
        NatsPlace place = place("nats:nats://h/r?keep=2d&replicas=3&stored=3h&creds=%2Fa%20b");
        assertEquals(Duration.ofDays(2), place.keep());
        assertEquals(Duration.ofHours(3), place.stored());
        assertEquals(OptionalInt.of(3), place.replicas());
        assertEquals(Optional.of("/a b"), place.option("creds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nats:",
                "nats:h:4222/r",
                "nats:http://h/r",
                "nats:nats://h",
                "nats:nats://h/",
                "nats:nats:///r",
                "nats:nats://h/a/b",
                "nats:nats://h/a.b",
                "nats:nats://h/a*",
                "nats:nats://h,/r",
                "nats:nats://h:x/r",
                "nats:nats://s3cret@s3cret@h/r",
                "nats:nats://s3cret%zz@h/r",
                "nats:nats://h/r?s3cret=1",
                "nats:nats://h/r?history=10m",
                "nats:nats://h/r?keep=s3cret",
                "nats:nats://h/r?keep",
                "nats:nats://h/r?stored=s3cret",
                "nats:nats://h/r?replicas=9",
                "nats:nats://h/r?tlscert=s3cret"
            })
    void whatIsNoPlaceIsRefusedWithoutTellingSecrets(String text) {
        var refusal = assertThrows(CommsException.class, () -> place(text));
        assertFalse(String.valueOf(refusal.getMessage()).contains("s3cret"), refusal.getMessage());
    }

    @Test
    void theConnectionStringFindsTheAdapter() {
        assertEquals(
                List.of("nats"),
                ServiceLoader.load(
                                org.scenewright.comms.CommsProtocol.class,
                                NatsProtocol.class.getClassLoader())
                        .stream()
                        .map(ServiceLoader.Provider::get)
                        .map(org.scenewright.comms.CommsProtocol::name)
                        .filter("nats"::equals)
                        .toList());
        assertEquals(
                List.of("nats", "signed-login"), new Adapters(List.of(new NatsProtocol())).names());
    }
}
