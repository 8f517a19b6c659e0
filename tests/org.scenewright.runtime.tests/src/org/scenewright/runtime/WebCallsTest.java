// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A scene uses the network, by a server on this machine. */
class WebCallsTest {
    private LocalWeb web;
    private WebCalls calls;

    @BeforeEach
    void open() throws IOException {
        web = new LocalWeb();
        calls = new WebCalls(WebCallsTest::objection);
    }

    @AfterEach
    void close() throws IOException {
        calls.ended();
        web.close();
    }

    private static Optional<String> objection(URI address) {
        return address.getPath().startsWith("/secret")
                ? Optional.of("Nobody may see " + address.getPath() + ".")
                : Optional.empty();
    }

    private CompletableFuture<SystemAnswer> ask(String module, String function, String json) {
        return ask(module, function, json, new byte[0]);
    }

    private CompletableFuture<SystemAnswer> ask(
            String module, String function, String json, byte[] bytes) {
        var answer = new CompletableFuture<SystemAnswer>();
        var call = new ScriptHearing.Call(1, module, function, json, ByteBuffer.wrap(bytes));
        calls.call(call, answer::complete);
        return answer;
    }

    private static Value value(CompletableFuture<SystemAnswer> answer) {
        var fulfilled = assertInstanceOf(SystemAnswer.Fulfilled.class, now(answer));
        return ValueJson.parse(fulfilled.json());
    }

    private static void checkRejected(String expected, CompletableFuture<SystemAnswer> answer) {
        var reason = assertInstanceOf(SystemAnswer.Rejected.class, now(answer)).reason();
        assertTrue(reason.contains(expected), reason);
    }

    private CompletableFuture<SystemAnswer> fetch(String path) {
        return ask("Fetch", "fetch", "{\"url\":\"" + web.at("http", path) + "\"}");
    }

    @Test
    void aSceneFetchesAText() {
        web.answers("/a", "HTTP/1.1 200 OK", "X-Kind: text", "Content-Length: 5", "", "hello");
        var answer = value(fetch("/a"));
        assertEquals(200, answer.number("status", 0));
        assertEquals("hello", answer.text("body", ""));
        assertEquals("text", answer.text("headers.x-kind", ""));
    }

    @Test
    void aSceneSendsMethodHeadersAndBody() {
        web.answers("/post", "HTTP/1.1 204 None", "Content-Length: 0", "", "");
        var json =
                "{\"url\":\"%s\",\"method\":\"POST\",\"body\":\"what\",\"headers\":{\"X-A\":\"b\"}}"
                        .formatted(web.at("http", "/post"));
        assertEquals(204, value(ask("Fetch", "fetch", json)).number("status", 0));
        var request = web.requests().getFirst();
        assertTrue(request.startsWith("POST /post") && request.endsWith("\r\n\r\nwhat"), request);
        assertTrue(request.contains("X-A: b"), request);
    }

    @Test
    void aSceneIsLedOn() {
        web.answers("/old", "HTTP/1.1 302 Found", "Location: /new", "Content-Length: 0", "", "");
        web.answers("/new", "HTTP/1.1 200 OK", "Content-Length: 1", "", "n");
        var answer = value(fetch("/old"));
        assertEquals("n", answer.text("body", ""));
        assertTrue(answer.flag("redirected", false));
        assertEquals(web.at("http", "/new"), answer.text("url", ""));
    }

    @Test
    void nobodyIsLedToWhatIsNotPermitted() {
        web.answers("/old", "HTTP/1.1 302 Found", "Location: /secret", "Content-Length: 0", "", "");
        checkRejected("Nobody may see /secret", fetch("/old"));
    }

    @Test
    void nobodyIsLedInCirclesForEver() {
        web.answers("/o", "HTTP/1.1 302 Found", "Location: /o", "Content-Length: 0", "", "");
        checkRejected("leads on and on", fetch("/o"));
    }

    @Test
    void whatIsNotPermittedIsNotAskedFor() {
        checkRejected("Nobody may see /secret", fetch("/secret"));
        assertEquals(List.of(), web.requests());
    }

    @Test
    void filesAreNoAddresses() {
        checkRejected("no address", ask("Fetch", "fetch", "{\"url\":\"file:///etc/passwd\"}"));
        checkRejected("no address", ask("Fetch", "fetch", "{\"url\":\"a b\"}"));
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        String url = web.at("http", "/a");
        web.close();
        checkRejected("did not answer", ask("Fetch", "fetch", "{\"url\":\"" + url + "\"}"));
    }

    private void opens() {
        var json = "{\"id\":1,\"url\":\"" + web.at("ws", "/echo") + "\",\"protocols\":[]}";
        assertEquals("", value(ask("WebSocket", "open", json)).text("protocol", "none"));
    }

    @Test
    void aSocketCarriesTextBothWays() {
        opens();
        value(ask("WebSocket", "send", "{\"id\":1,\"data\":\"hello\"}"));
        var event = value(ask("WebSocket", "receive", "{\"id\":1}"));
        assertEquals("message", event.text("type", ""));
        assertEquals("hello", event.text("data", ""));
    }

    @Test
    void aSocketCarriesBytesBothWays() {
        opens();
        var json = "{\"id\":1,\"data\":{\"$bytes\":[1,2]}}";
        value(ask("WebSocket", "send", json, new byte[] {9, 5, 6}));
        var event = (SystemAnswer.Fulfilled) now(ask("WebSocket", "receive", "{\"id\":1}"));
        byte[] bytes = new byte[event.bytes().remaining()];
        event.bytes().duplicate().get(bytes);
        assertArrayEquals(new byte[] {5, 6}, bytes);
    }

    @Test
    void messagesStayInOrder() {
        opens();
        for (int i = 0; i < 20; i++) {
            value(ask("WebSocket", "send", "{\"id\":1,\"data\":\"" + i + "\"}"));
        }
        for (int i = 0; i < 20; i++) {
            var event = value(ask("WebSocket", "receive", "{\"id\":1}"));
            assertEquals("" + i, event.text("data", ""));
        }
    }

    @Test
    void aClosedSocketSaysSoAndIsGone() {
        opens();
        value(ask("WebSocket", "close", "{\"id\":1,\"code\":1000,\"reason\":\"bye\"}"));
        var event = value(ask("WebSocket", "receive", "{\"id\":1}"));
        assertEquals("close", event.text("type", ""));
        assertEquals(1000, event.number("code", 0));
        checkRejected("closed", ask("WebSocket", "receive", "{\"id\":1}"));
    }

    @Test
    void bytesThatAreNotThereAreNotSent() {
        opens();
        var json = "{\"id\":1,\"data\":{\"$bytes\":[0,7]}}";
        checkRejected("not there", ask("WebSocket", "send", json, new byte[3]));
    }

    @Test
    void aSocketThatIsNotPermittedIsNotOpened() {
        var json = "{\"id\":1,\"url\":\"" + web.at("ws", "/secret") + "\",\"protocols\":[]}";
        checkRejected("Nobody may see /secret", ask("WebSocket", "open", json));
    }
}
