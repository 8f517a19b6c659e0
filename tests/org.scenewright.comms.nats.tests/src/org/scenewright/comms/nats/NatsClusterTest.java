// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.Nats;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.SendHints;
import org.scenewright.testing.NatsServer;
import org.scenewright.testing.Participant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cluster of three, of which one is killed while messages flow. */
class NatsClusterTest {
    private static final int SERVERS = 3;
    private static final int MESSAGES = 600;
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    private final List<NatsServer> servers = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        NatsServer.program();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
            ports.add(NatsServer.free());
        }
        String routes =
                ports.stream()
                        .map(port -> "nats://" + NatsServer.LOOPBACK + ":" + port)
                        .collect(Collectors.joining(","));
        for (int i = 0; i < SERVERS; i++) {
            servers.add(
                    NatsServer.start(
                            folder.resolve("store" + i),
                            List.of(
                                    "--name",
                                    "server" + i,
                                    "--cluster_name",
                                    "cluster",
                                    "--cluster",
                                    "nats://" + NatsServer.LOOPBACK + ":" + ports.get(i),
                                    "--routes",
                                    routes)));
        }
        awaitLeader();
    }

    /** A cluster that was started a moment ago has to agree first on who leads. */
    private void awaitLeader() throws Exception {
        try (var connection = Nats.connect("nats://" + servers.getLast().host())) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!hasLeader(connection)) {
                assertTrue(System.nanoTime() < end, "The cluster does not agree.");
            }
        }
    }

    /** Waits for a while itself. */
    private static boolean hasLeader(Connection connection) throws IOException {
        var patience = JetStreamOptions.builder().requestTimeout(Duration.ofMillis(300)).build();
        try {
            connection.jetStreamManagement(patience).getStreamNames();
            return true;
        } catch (IOException | JetStreamApiException notYet) {
            return false;
        }
    }

    @AfterEach
    void end() {
        servers.forEach(NatsServer::close);
    }

    private String all() {
        String hosts = servers.stream().map(NatsServer::host).collect(Collectors.joining(","));
        return "nats:nats://" + hosts + "/room";
    }

    @Test
    void nothingIsLostWithOneOfThreeAndTheOrderHolds() throws Exception {
        try (var guests = new Guests()) {
            Participant one = guests.connected(all());
            Participant two = guests.connected(all());
            Participant three = guests.connected(all());
            List<Participant> everybody = List.of(one, two, three);
            var sending =
                    CompletableFuture.runAsync(() -> talk(guests, one, two))
                            .thenRun(() -> one.send("last", SendHints.RELIABLE));
            guests.until(() -> three.textsOf(one).size() > MESSAGES / 4);
            servers.getFirst().kill();
            sending.join();
            List<String> texts = IntStream.range(0, MESSAGES).mapToObj(i -> "text " + i).toList();
            guests.until(() -> three.textsOf(one).contains("last"));
            guests.until(() -> three.textsOf(two).size() == MESSAGES);
            guests.until(() -> two.textsOf(one).contains("last"));
            assertEquals(texts, three.textsOf(one).subList(0, MESSAGES));
            assertEquals(texts, two.textsOf(one).subList(0, MESSAGES));
            assertEquals(texts, three.textsOf(two));
            everybody.forEach(guest -> assertTrue(guest.end().isEmpty(), "somebody was lost"));
        }
    }

    /** Each sends when the other was heard, so that messages flow for as long as it takes. */
    private static void talk(Guests guests, Participant one, Participant two) {
        for (int i = 0; i < MESSAGES; i++) {
            int number = i;
            one.send("text " + i, SendHints.RELIABLE);
            two.send("text " + i, SendHints.RELIABLE);
            guests.until(() -> two.textsOf(one).size() > number - 20);
        }
    }
}
