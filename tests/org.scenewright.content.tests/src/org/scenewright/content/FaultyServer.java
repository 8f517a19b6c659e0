// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that does to each connection what its fault says, byte by byte. */
final class FaultyServer implements AutoCloseable {
    private final ServerSocket server;
    private final Fault fault;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    /** What happens once a request has been read. */
    interface Fault {
        void happen(FaultyServer server, OutputStream out) throws IOException;

        /** Takes what follows the head of a request. */
        default void take(FaultyServer server, InputStream in) throws IOException {}
    }

    FaultyServer(Fault fault) {
        this.fault = fault;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** One that says just this, and hangs up. */
    static FaultyServer saying(String head, byte[] body) {
        return new FaultyServer(
                (server, out) -> {
                    out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    out.write(body);
                });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/contents/a");
    }

    /** How many requests have come. */
    int asked() {
        return asked.get();
    }

    /** Waits until it is closed, or for some time; whether it is open still. */
    boolean isOpenAfter(long millis) {
        try {
            return !closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException ended) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            asked.incrementAndGet();
            fault.take(this, socket.getInputStream());
            fault.happen(this, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException hungUp) {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
