// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.SystemAnswer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class PlayNetworkTest {
    private static final SystemAnswer REFUSED =
            new SystemAnswer.Rejected("Scenes of this project may not use the network.");

    private final AtomicBoolean isAllowed = new AtomicBoolean();
    private final List<String> said = new ArrayList<>();
    private final PlayNetwork network = new PlayNetwork(isAllowed::get, said::add);

    @AfterEach
    void end() {
        network.ended();
    }

    private SystemAnswer fetch(String url) {
        var answer = new CompletableFuture<SystemAnswer>();
        var json = "{\"url\": \"" + url + "\"}";
        var call = new ScriptHearing.Call(1, "Fetch", "fetch", json, ByteBuffer.wrap(new byte[0]));
        network.call(call, answer::complete);
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** What a server on this machine answers once. */
    static String serve(ServerSocket server) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (var socket = server.accept()) {
                                socket.getInputStream().read();
                                socket.getOutputStream()
                                        .write(
                                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
                                                        .getBytes(StandardCharsets.US_ASCII));
                            } catch (IOException failure) {
                                throw new UncheckedIOException(failure);
                            }
                        });
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void nobodyMayUseItUnasked() {
        assertEquals(REFUSED, fetch("http://127.0.0.1:1/"));
    }

    @Test
    void howToAllowItIsSaidOnce() {
        fetch("http://127.0.0.1:1/");
        fetch("http://127.0.0.1:1/");
        assertEquals(1, said.size());
        assertTrue(
                said.getFirst().contains("\"Allow Network Access While Playing\""), said::toString);
    }

    @Test
    void whereItIsAllowedTheNetworkAnswers() throws IOException {
        isAllowed.set(true);
        try (var server = server()) {
            var answer = fetch(serve(server));
            assertTrue(
                    answer instanceof SystemAnswer.Fulfilled done && done.json().contains("\"hi\""),
                    answer::toString);
        }
        assertEquals(List.of(), said);
    }

    @Test
    void whatIsForbiddenAgainIsRefusedFromTheNextCallOn() throws IOException {
        isAllowed.set(true);
        try (var server = server()) {
            fetch(serve(server));
        }
        isAllowed.set(false);
        assertEquals(REFUSED, fetch("http://127.0.0.1:1/"));
    }

    @Test
    void whatHasEndedOpensNothingAnyMore() {
        isAllowed.set(true);
        network.ended();
        assertEquals(REFUSED, fetch("http://127.0.0.1:1/"));
    }
}
