// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A server of rooms that is measured.
 *
 * @param room one of its rooms
 * @param work for how many nanoseconds processors worked for it so far
 */
record Served(URI room, LongSupplier work, Runnable end) implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    /** Ours, as {@code releng/scenewright room} runs it. */
    static Served ours() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.addAll(List.of("org.scenewright.cli.Main", "room"));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        var started = process.start();
        String line = said(started, "ws://");
        int from = line.indexOf("ws://");
        return of(started, URI.create(line.substring(from, line.indexOf('"', from))));
    }

    /** The official one, on Node. */
    static Served official(String node, Path packages) throws IOException {
        int port = free();
        var process =
                new ProcessBuilder(
                        node,
                        packages.resolve("node_modules/@dcl/mini-comms/dist/index.js").toString());
        process.environment().put("HTTP_SERVER_PORT", Integer.toString(port));
        process.environment().put("HTTP_SERVER_HOST", LOOPBACK);
        var started = process.directory(packages.toFile()).redirectErrorStream(true).start();
        said(started, "Listening");
        return of(started, URI.create("ws://" + LOOPBACK + ":" + port + "/rooms/bench"));
    }

    private static Served of(Process process, URI room) {
        return new Served(room, () -> work(process), process::destroy);
    }

    private static long work(Process process) {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Waits for a line; whatever is said after that is nobody's business. */
    private static String said(Process process, String word) throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains(word)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("A server of rooms did not start.");
        }
        // A pipe that nobody empties would hold it up.
        Thread.ofVirtual().start(() -> drain(lines));
        return line;
    }

    private static void drain(BufferedReader lines) {
        try (lines) {
            while (lines.readLine() != null) {
                // Nobody listens.
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

    @Override
    public void close() {
        end.run();
    }
}
