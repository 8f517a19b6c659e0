// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a port of this computer that can be cut and mended. */
final class CuttableLine implements AutoCloseable {
    private final int port;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    /**
     * @param port where it leads to
     */
    CuttableLine(int port) throws IOException {
        this.port = port;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The port at which it begins. */
    int entrance() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                carry(entrance.accept());
            } catch (IOException closed) {
                log(closed);
            }
        }
    }

    private void carry(Socket from) throws IOException {
        open.add(from);
        if (isCut) {
            from.close();
            return;
        }
        var to = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(to);
        Thread.ofVirtual().start(() -> carry(from, to));
        Thread.ofVirtual().start(() -> carry(to, from));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            log(cut);
        }
    }

    private static void log(IOException end) {
        System.getLogger(CuttableLine.class.getName())
                .log(System.Logger.Level.DEBUG, "A connection has ended", end);
    }

    /** Whoever is on it falls out, and nobody gets on it. */
    void cut() throws IOException {
        isCut = true;
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    void mend() {
        isCut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
