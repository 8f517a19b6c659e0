// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import org.opentest4j.TestAbortedException;
import org.scenewright.comms.ConnectionString;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server with JetStream, in a process of its own. */
public record NatsServer(Process process, int port) implements AutoCloseable {
    public static final String LOOPBACK = "127.0.0.1";

    /** The program, or the reason why a test cannot be. */
    public static Path program() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")),
                        Stream.of("/usr/sbin", "/usr/local/bin"))
                .map(folder -> Path.of(folder, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("releng/test installs a NATS server"));
    }

    /** One alone, which keeps its streams in a folder; more arguments are its own. */
    public static NatsServer start(Path folder, List<String> arguments) throws IOException {
        return start(folder, free(), arguments);
    }

    /** The same on a port, as one that comes back. */
    public static NatsServer start(Path folder, int port, List<String> arguments)
            throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                program().toString(),
                                "-a",
                                LOOPBACK,
                                "-p",
                                Integer.toString(port),
                                "-js",
                                "-sd",
                                folder.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader();
        var said = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.contains("Server is ready")) {
            said.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The NATS server did not start: " + said);
        }
        // A pipe that nobody empties would hold the server up.
        Thread.ofVirtual().start(() -> drain(lines));
        return new NatsServer(process, port);
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

    public static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    public String host() {
        return LOOPBACK + ":" + port;
    }

    public ConnectionString connection(String room) {
        return ConnectionString.parse("nats:nats://" + host() + "/" + room);
    }

    /** Ends it as a power failure would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
