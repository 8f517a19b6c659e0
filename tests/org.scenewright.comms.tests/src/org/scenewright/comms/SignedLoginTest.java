// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

class SignedLoginTest {
    private final Identity me = OwnIdentity.generate();
    private final List<CommsEvent> events = new ArrayList<>();
    private final List<String> askers = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        askers.add(asker(exchange));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** ADR-44, as servers do. */
    private static String asker(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var links = new ArrayList<String>();
        while (headers.containsKey("X-Identity-Auth-Chain-" + links.size())) {
            links.add(headers.getFirst("X-Identity-Auth-Chain-" + links.size()));
        }
        String payload =
                String.join(
                        ":",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        headers.getFirst("X-Identity-Timestamp"),
                        headers.getFirst("X-Identity-Metadata"));
        return AuthChain.read("[" + String.join(",", links) + "]")
                .owner(payload.toLowerCase(), Instant.now());
    }

    private CommsAdapter adapter() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/Get-Adapter";
        return new Adapters(List.of(new OfflineProtocol(), new LivekitProtocol()))
                .adapter(ConnectionString.parse("signed-login:" + address), me, events::add);
    }

    @Test
    void whoAsksIsProvenAndConnectsWhereTheServerSays() {
        answer = "{\"fixedAdapter\":\"offline:offline\"}";
        CommsAdapter adapter = adapter();
        adapter.connect().join();
        assertEquals(List.of(me.address()), askers);
        assertTrue(adapter.connect().isCompletedExceptionally());
        adapter.disconnect(Optional.empty()).join();
        assertEquals(List.of(new CommsEvent.Disconnected(false, Optional.empty())), events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|{\"message\":\"You are banned\"}|You are banned",
                "200|{\"message\":5}|5",
                "200|{}|no reason",
                "200|[]|no reason",
                "200|nothing|JSON",
                "200|{\"fixedAdapter\":\"nonsense\"}|begins with its protocol",
                "200|{\"fixedAdapter\":\"nats:nats://h/r?nkey=/home/a\"}|must not name files",
                "200|{\"fixedAdapter\":\"fixed-adapter:nats:nats://h/r?creds=a\"}|name files",
                "200|{\"fixedAdapter\":\"livekit:wss://host\"}|WebRTC",
                "200|{\"fixedAdapter\":\"signed-login:https://host\"}|another server",
                "200|{\"fixedAdapter\":\"fixed-adapter:signed-login:https://host\"}|another server"
            })
    void whatTheServerSaysInsteadIsTold(int code, String text, String told) {
        status = code;
        answer = text;
        var failure = assertThrows(CompletionException.class, () -> adapter().connect().join());
        assertInstanceOf(CommsException.class, failure.getCause());
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var nowhere = ConnectionString.parse("signed-login:http://127.0.0.1:1/");
        CommsAdapter adapter = new Adapters(List.of()).adapter(nowhere, me, events::add);
        var failure = assertThrows(CompletionException.class, () -> adapter.connect().join());
        assertTrue(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "signed-login:",
        "signed-login:ftp://host/x",
        "signed-login:https:///x",
        "signed-login:a b"
    })
    void whatIsNoAddressIsRefused(String connection) {
        var adapters = new Adapters(List.of());
        assertThrows(
                CommsException.class,
                () -> adapters.adapter(ConnectionString.parse(connection), me, events::add));
    }

    @Test
    void leavingWhileItAsksEndsIt() {
        answer = "{\"fixedAdapter\":\"offline:offline\"}";
        CommsAdapter adapter = adapter();
        adapter.disconnect(Optional.empty()).join();
        assertTrue(adapter.connect().isCompletedExceptionally());
        assertEquals(List.of(), events);
    }
}
