// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sockets that a scene has opened, by the numbers that it gave them; any thread. */
final class ScriptSockets {
    private static final int MOST = 16;

    private final HttpClient client;
    private final Map<Long, ScriptSocket> open = new ConcurrentHashMap<>();

    ScriptSockets(HttpClient client) {
        this.client = client;
    }

    private static long id(Value argument) {
        return (long) argument.number("id", 0);
    }

    /**
     * @throws WebException when there are too many
     */
    void open(URI address, Value argument, Consumer<SystemAnswer> answer) throws WebException {
        if (open.size() >= MOST) {
            throw new WebException("A scene has at most " + MOST + " WebSockets at once.");
        }
        var socket = new ScriptSocket(() -> open.remove(id(argument)));
        open.put(id(argument), socket);
        builder(argument)
                .buildAsync(address, socket)
                .whenComplete(
                        (opened, failure) -> {
                            if (failure == null) {
                                var protocol = Value.of(opened.getSubprotocol());
                                answer.accept(
                                        EditorCalls.fulfilled(Value.fields("protocol", protocol)));
                            } else {
                                open.remove(id(argument));
                                answer.accept(
                                        new SystemAnswer.Rejected(address + " did not answer."));
                            }
                        });
    }

    private WebSocket.Builder builder(Value argument) throws WebException {
        var builder = client.newWebSocketBuilder().connectTimeout(WebCalls.PATIENCE);
        var protocols = argument.items("protocols").stream().map(p -> p.text("", "")).toList();
        return protocols.isEmpty()
                ? builder
                : builder.subprotocols(
                        protocols.getFirst(),
                        protocols.subList(1, protocols.size()).toArray(String[]::new));
    }

    /** Answers with what comes next, whenever that is. */
    void receive(Value argument, Consumer<SystemAnswer> answer) throws WebException {
        socket(argument).receive(answer);
    }

    void send(Value argument, ByteBuffer bytes, Consumer<SystemAnswer> answer) throws WebException {
        var data = argument.at(FieldPath.of("data")).orElse(Value.of(""));
        var block = data.items("$bytes");
        if (block.isEmpty()) {
            socket(argument).send(data.text("", ""), answer);
            return;
        }
        int offset = (int) block.getFirst().number("", 0);
        int length = (int) block.getLast().number("", 0);
        if (offset < 0 || length < 0 || offset > bytes.remaining() - length) {
            throw new WebException("The bytes to be sent are not there.");
        }
        socket(argument).send(bytes.slice(bytes.position() + offset, length), answer);
    }

    void close(Value argument, Consumer<SystemAnswer> answer) throws WebException {
        int code = (int) argument.number("code", WebSocket.NORMAL_CLOSURE);
        socket(argument).close(code, argument.text("reason", ""), answer);
    }

    private ScriptSocket socket(Value argument) throws WebException {
        return Optional.ofNullable(open.get(id(argument)))
                .orElseThrow(() -> new WebException("The WebSocket is closed."));
    }

    /** Ends all that are open, without a word. */
    void end() {
        open.values().forEach(ScriptSocket::abort);
        open.clear();
    }
}
