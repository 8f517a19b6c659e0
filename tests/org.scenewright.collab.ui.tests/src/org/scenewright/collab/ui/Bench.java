// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.scenewright.collab.Colours;
import org.scenewright.comms.OwnIdentity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.crypto.spec.PBEKeySpec;

/**
 * Somebody at a workbench of their own: a process with the bundles of this one, on a display of its
 * own, with real mouse and keys. Deeds of two of them can be done at once.
 */
final class Bench implements AutoCloseable {
    /** Longer than any deed is waited for where it is done. */
    private static final int PATIENCE_MILLIS = 240_000;

    /** As long as a process has to end by itself. */
    private static final int GRACE_SECONDS = 20;

    private final String person;
    private final Path log;
    private final Process display;
    private final String screen;
    private final Process workbench;
    private final ServerSocket server;
    private final CompletableFuture<Line> line;

    private record Line(Socket socket, BufferedReader in, PrintWriter out) {
        static Line of(Socket socket) throws IOException {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            return new Line(socket, new BufferedReader(in), out);
        }
    }

    /**
     * Starts the workbench, and does not wait for it.
     *
     * @param home a new folder for what it keeps
     */
    Bench(String person, Path home) throws IOException {
        this.person = person;
        log = Files.createDirectories(home).resolve("log");
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
        display =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1600x1000x24",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var start = new ProcessBuilder(command(home)).redirectErrorStream(true);
        screen = ":" + display.inputReader().readLine();
        start.environment().put("DISPLAY", screen);
        workbench = start.redirectOutput(log.toFile()).start();
        line = CompletableFuture.supplyAsync(this::accept);
    }

    private List<String> command(Path home) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(
                List.of(
                        "-Xmx1g",
                        "-Drobot.port=" + server.getLocalPort(),
                        "-Duser.name=" + person,
                        // The launcher is all that this process was started with.
                        "-jar",
                        System.getProperty("java.class.path"),
                        "-nosplash",
                        "-consoleLog",
                        "-application",
                        "org.eclipse.ui.ide.workbench",
                        "-install",
                        place(Platform.getInstallLocation().getURL().getPath()),
                        "-configuration",
                        configuration(home).toString(),
                        "-data",
                        home.resolve("workspace").toString(),
                        "-eclipse.keyring",
                        keyring(home).toString(),
                        "-eclipse.password",
                        Files.writeString(home.resolve("password"), person).toString()));
        return command;
    }

    /** With an identity whose colour nothing else on the screen has. */
    private Path keyring(Path home) throws IOException {
        var file = home.resolve("keyring");
        var password = new PBEKeySpec(person.toCharArray());
        var options = Map.of(IProviderHints.DEFAULT_PASSWORD, password);
        var storage = SecurePreferencesFactory.open(file.toUri().toURL(), options);
        var identity =
                Stream.generate(OwnIdentity::generate)
                        .filter(one -> Colours.of(one.address()) == colour())
                        .findFirst()
                        .orElseThrow();
        try {
            String secret = HexFormat.of().formatHex(identity.secret());
            storage.node("org.scenewright.collab").put("identity", secret, true);
        } catch (StorageException closed) {
            throw new IOException(closed);
        }
        storage.flush();
        return file;
    }

    private int colour() {
        return switch (person) {
            case "Anna" -> 0xDC3AEC;
            case "Ben" -> 0xE80570;
            default -> 0x885AF5;
        };
    }

    private static String place(String path) {
        return Path.of(path).toString();
    }

    private static Path configuration(Path home) throws IOException {
        var mine = Path.of(Platform.getConfigurationLocation().getURL().getPath());
        var its = Files.createDirectories(home.resolve("configuration"));
        Files.copy(mine.resolve("config.ini"), its.resolve("config.ini"));
        return its;
    }

    private Line accept() {
        try {
            return Line.of(server.accept());
        } catch (IOException never) {
            throw new UncheckedIOException(person + " has no workbench, see " + log, never);
        }
    }

    /** Does something and waits until it is done; what came of it. */
    String does(String... words) {
        return begins(words).join();
    }

    /** Does something while others do, too. */
    CompletableFuture<String> begins(String... words) {
        return line.thenApplyAsync(open -> answer(open, words));
    }

    private String answer(Line open, String... words) {
        try {
            open.out().println(String.join("\t", words));
            var answer = String.valueOf(open.in().readLine());
            if (!answer.startsWith("+")) {
                takePicture();
            }
            String deed = person + ": " + String.join(" ", words);
            assertTrue(answer.startsWith("+"), () -> deed + ": " + answer + ", see " + log);
            return answer.substring(1);
        } catch (IOException silent) {
            throw new UncheckedIOException(person + " does not answer, see " + log, silent);
        }
    }

    /** Keeps what the screen shows beside the log. */
    private void takePicture() throws IOException {
        var picture = log.resolveSibling("screen.png").toString();
        var take = new ProcessBuilder("import", "-window", "root", picture);
        take.environment().put("DISPLAY", screen);
        var taking = take.inheritIO().start();
        taking.onExit().completeOnTimeout(taking, GRACE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        server.close();
        // The display last: a workbench without one has no end of complaints.
        for (var process : List.of(workbench, display)) {
            process.destroy();
            var ended = process.onExit();
            ended.copy().completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS).join();
            process.destroyForcibly();
            ended.orTimeout(GRACE_SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
