// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that answers paths with texts, and echoes on sockets. */
final class LocalWeb implements AutoCloseable {
    private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final Thread door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    LocalWeb() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door = Thread.ofVirtual().start(this::serve);
    }

    /** Answers a path with a status line, header lines, an empty line and a body. */
    LocalWeb answers(String path, String... lines) {
        answers.put(path, String.join("\r\n", lines));
        return this;
    }

    String at(String scheme, String path) {
        return scheme + "://127.0.0.1:" + server.getLocalPort() + path;
    }

    /** What was asked for: the head and the body. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            String head = head(in);
            var key = header(head, "Sec-WebSocket-Key");
            if (key.isEmpty()) {
                int length = Integer.parseInt("0" + header(head, "Content-Length"));
                requests.add(head + new String(in.readNBytes(length), StandardCharsets.UTF_8));
                String path = head.split(" ")[1];
                String answer = answers.getOrDefault(path, "HTTP/1.1 404 Gone\r\n\r\n");
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } else {
                echo(key, in, socket.getOutputStream());
            }
        } catch (IOException | NoSuchAlgorithmException broken) {
            requests.add("broken: " + broken);
        }
    }

    private static String head(DataInputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static void echo(String key, DataInputStream in, OutputStream out)
            throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-1").digest((key + ACCEPT).getBytes());
        String accept = Base64.getEncoder().encodeToString(digest);
        String head =
                "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + ("Sec-WebSocket-Accept: " + accept + "\r\n\r\n");
        out.write(head.getBytes(StandardCharsets.UTF_8));
        int kind = in.readUnsignedByte();
        while (true) {
            int length = in.readUnsignedByte() & 127;
            byte[] mask = in.readNBytes(4);
            byte[] data = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                data[i] ^= mask[i % 4];
            }
            out.write(kind);
            out.write(length);
            out.write(data);
            out.flush();
            if ((kind & 15) == 8) {
                return;
            }
            kind = in.readUnsignedByte();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            // Who is about to accept may do so once more.
            door.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("The test was ended.");
        }
    }
}
