// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A content server on this machine: files by path with their entity tags, scenes by pointer, and
 * whatever is posted elsewhere is kept. It answers until it is closed.
 */
public final class LoopbackContent implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> scenes = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();

    public LoopbackContent() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(address, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Its address, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lays something at a path, which starts with a slash. */
    public LoopbackContent put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Deploys a scene: the JSON of its entity, for {@code x,y}. */
    public LoopbackContent deploy(String pointer, String entity) {
        scenes.put(pointer, entity);
        return this;
    }

    /**
     * Each request so far as it came, such as {@code GET /contents/a%2Fb}; with {@code 304} where
     * it got nothing.
     */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The bodies that were posted to no known path. */
    public List<String> posted() {
        return List.copyOf(posted);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readNBytes(64 << 20);
            String question =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
            if (question.equals("POST /entities/active")) {
                asked.add(question);
                give(exchange, 200, active(new String(body, StandardCharsets.UTF_8)));
            } else if (question.startsWith("POST ")) {
                asked.add(question);
                posted.add(new String(body, StandardCharsets.UTF_8));
                give(exchange, 204, new byte[0]);
            } else {
                giveFile(exchange, question, Optional.ofNullable(files.get(path)));
            }
        }
    }

    private void giveFile(HttpExchange exchange, String question, Optional<byte[]> file)
            throws IOException {
        String tag = "\"" + file.map(Arrays::hashCode).orElse(0) + "\"";
        boolean isKnown = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        asked.add(question + (isKnown ? " 304" : ""));
        exchange.getResponseHeaders().set("ETag", tag);
        int status = file.isEmpty() ? 404 : isKnown ? 304 : 200;
        give(exchange, status, status == 200 ? file.orElseThrow() : new byte[0]);
    }

    private byte[] active(String question) {
        var found = scenes.keySet().stream().filter(p -> question.contains("\"" + p + "\""));
        var entities = found.map(scenes::get).toList();
        return ("[" + String.join(",", entities) + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static void give(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
