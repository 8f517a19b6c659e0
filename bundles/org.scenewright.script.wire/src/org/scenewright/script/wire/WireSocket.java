// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The socket on which the editor awaits one worker. Only this user can reach it, and its file is
 * gone as soon as one of both sides has connected or given up.
 */
public final class WireSocket implements Closeable {
    private final Path file;
    private final ServerSocketChannel server;

    private WireSocket(ServerSocketChannel server) throws IOException {
        this.server = server;
        // The path of a socket has about 100 characters at most; only its owner enters the folder.
        file = Files.createTempDirectory("sw").resolve("s");
    }

    /** The editor's side. */
    public static WireSocket open() throws IOException {
        var socket = new WireSocket(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        try {
            socket.server.bind(UnixDomainSocketAddress.of(socket.file), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException("No socket at " + socket.file, e);
        }
    }

    /** The worker's side. */
    public static SocketChannel connect(Path file) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(file));
        } finally {
            remove(file);
        }
    }

    /** Where the worker finds it. */
    public Path file() {
        return file;
    }

    /** Waits for the worker; closing ends the wait. */
    public WireChannel accept() throws IOException {
        try {
            return new WireChannel(server.accept());
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        try (server) {
            remove(file);
        }
    }

    private static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(""));
    }
}
