// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import org.opentest4j.TestAbortedException;
import org.scenewright.comms.ConnectionString;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The official server of rooms, in a process of its own.
 *
 * @param port on loopback
 */
public record OfficialServer(Process process, int port) implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    /** The packages, or the reason why a test cannot be. */
    public static OfficialSdk packages() throws IOException {
        return OfficialSdk.fetched("comms")
                .orElseThrow(
                        () ->
                                new TestAbortedException(
                                        "releng/test fetches the official server of rooms"));
    }

    public static OfficialServer start() throws IOException {
        return start(free());
    }

    /** The same on a port, as one that comes back. */
    public static OfficialServer start(int port) throws IOException {
        Process process =
                packages()
                        .start(
                                Map.of(
                                        "HTTP_SERVER_PORT",
                                        Integer.toString(port),
                                        "HTTP_SERVER_HOST",
                                        LOOPBACK),
                                "node_modules/@dcl/mini-comms/dist/index.js");
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("Listening")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The official server did not start.");
        }
        // A pipe that nobody empties would hold the server up.
        Thread.ofVirtual().start(() -> drain(lines));
        return new OfficialServer(process, port);
    }

    private static void drain(BufferedReader lines) {
        try (lines) {
            while (lines.readLine() != null) {
                // It says a lot.
            }
        } catch (IOException ended) {
            // So it was.
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /** How to get into a room. */
    public ConnectionString connection(String room) {
        return ConnectionString.parse("ws-room:ws://" + LOOPBACK + ":" + port + "/rooms/" + room);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
