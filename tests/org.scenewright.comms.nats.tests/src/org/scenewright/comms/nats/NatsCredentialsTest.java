// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.NKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.SendHints;
import org.scenewright.testing.NatsServer;
import org.scenewright.testing.Participant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** Real servers that let in only who shows what users of NATS have. */
class NatsCredentialsTest {
    @TempDir private Path folder = Path.of("");

    private NatsServer configured(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("server.conf"), text);
        return NatsServer.start(folder.resolve("store"), List.of("-c", file.toString()));
    }

    private static void checkHeard(Guests guests, String room) {
        Participant sender = guests.connected(room);
        Participant receiver = guests.connected(room);
        sender.send("hello", SendHints.RELIABLE);
        guests.until(() -> receiver.textsOf(sender).contains("hello"));
    }

    private static String room(NatsServer server, String options) {
        return "nats:nats://" + server.host() + "/room?" + options;
    }

    private static String secure(NatsServer server, String options) {
        return "nats:tls://" + server.host() + "/room?" + options;
    }

    @Test
    void aFileOfCredentialsOpensTheServer() throws Exception {
        var authority = new Authority();
        Path file = authority.credentials(folder.resolve("user.creds"));
        try (var server = configured(authority.configuration());
                var guests = new Guests()) {
            checkHeard(guests, room(server, "creds=" + file));
            Path others = new Authority().credentials(folder.resolve("other.creds"));
            String why = guests.refused(room(server, "creds=" + others));
            assertTrue(why.contains("refuses these credentials"), why);
            String none = guests.refused(room(server, "keep=1h"));
            assertTrue(none.contains("refuses these credentials"), none);
        }
    }

    @Test
    void anNkeyOpensTheServer() throws Exception {
        NKey key = NKey.createUser(new SecureRandom());
        Path file = Files.writeString(folder.resolve("user.nk"), new String(key.getSeed()) + "\n");
        String users = "authorization { users: [ { nkey: %s } ] }".formatted(Authority.key(key));
        try (var server = configured(users);
                var guests = new Guests()) {
            checkHeard(guests, room(server, "nkey=" + file));
            NKey other = NKey.createUser(new SecureRandom());
            Path others = Files.writeString(folder.resolve("o.nk"), new String(other.getSeed()));
            String why = guests.refused(room(server, "nkey=" + others));
            assertTrue(why.contains("refuses these credentials"), why);
        }
    }

    @Test
    void filesThatHoldNoCredentialsAreToldWithoutTheirSecrets() throws Exception {
        String seed = new String(NKey.createUser(new SecureRandom()).getSeed());
        String broken =
                seed.substring(0, 30) + (seed.charAt(30) == 'A' ? 'B' : 'A') + seed.substring(31);
        try (var guests = new Guests()) {
            for (String option : List.of("creds", "nkey")) {
                check(guests, option, "nothing", "holds no seed");
                check(guests, option, broken, "holds a broken seed");
                check(guests, option, "x".repeat(100_000), "too long");
                String why = guests.refused("nats:nats://127.0.0.1:1/room?" + option + "=/no/file");
                assertTrue(why.contains("file of " + option + " cannot be read"), why);
            }
            check(guests, "creds", seed, "no JWT");
        }
    }

    private void check(Guests guests, String option, String text, String expected)
            throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        String why = guests.refused("nats:nats://127.0.0.1:1/room?" + option + "=" + file);
        assertTrue(why.contains(expected), why);
        assertFalse(text.length() > 20 && why.contains(text.substring(5, 25)), why);
    }

    @Test
    void anAuthorityOfOnesOwnIsTrustedWhereItIsNamed() throws Exception {
        var pem = Certificates.in(folder).with("server");
        String tls =
                "tls { cert_file: \"%s\", key_file: \"%s\" }"
                        .formatted(pem.file("server.pem"), pem.file("server.key"));
        try (var server = configured(tls);
                var guests = new Guests()) {
            checkHeard(guests, secure(server, "tlsca=" + pem.file("ca.pem")));
            String why = guests.refused(secure(server, "keep=1h"));
            assertTrue(why.contains("There is no NATS server at tls://127.0.0.1:"), why);
        }
    }

    @Test
    void aServerThatWantsACertificateIsShownOne() throws Exception {
        var pem = Certificates.in(folder).with("server").with("guest");
        String tls =
                "tls { cert_file: \"%s\", key_file: \"%s\", ca_file: \"%s\", verify: true }"
                        .formatted(
                                pem.file("server.pem"), pem.file("server.key"), pem.file("ca.pem"));
        try (var server = configured(tls);
                var guests = new Guests()) {
            String trusting = "tlsca=" + pem.file("ca.pem");
            String showing =
                    "&tlscert=" + pem.file("guest.pem") + "&tlskey=" + pem.file("guest.key");
            checkHeard(guests, secure(server, trusting + showing));
            String why = guests.refused(secure(server, trusting));
            assertTrue(why.contains("NATS server at tls://127.0.0.1:"), why);
        }
    }
}
