// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.OwnIdentity;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

class OpenRoomTest {
    /** Opens a room, and ends the command when that was tried. */
    private static void open(Attempt attempt, String... options) throws Exception {
        var out = new PipedOutputStream();
        var lines =
                new BufferedReader(
                        new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
        String[] arguments =
                Stream.concat(Stream.of("room"), Stream.of(options)).toArray(String[]::new);
        Thread command =
                Thread.ofPlatform()
                        .start(() -> Main.run(arguments, new PrintStream(out), System.err));
        try {
            attempt.at(lines.readLine());
        } finally {
            command.interrupt();
            command.join();
        }
    }

    private interface Attempt {
        void at(String line) throws IOException;
    }

    private static String connection(String line) {
        assertTrue(
                line.matches(
                        "\\{\"connection\":\"ws-room:ws://127\\.0\\.0\\.1:\\d+/rooms/[^/\"]+\"}"),
                line);
        return line.substring(line.indexOf("ws-room"), line.length() - 2);
    }

    private static CommsAdapter adapter(String connection, Identity me) {
        return Adapters.found().adapter(ConnectionString.parse(connection), me, event -> {});
    }

    private static void enters(String connection, Identity me) {
        CommsAdapter adapter = adapter(connection, me);
        adapter.connect().join();
        adapter.disconnect(Optional.empty()).join();
    }

    private static void refuses(String... options) {
        var err = new ByteArrayOutputStream();
        String[] arguments =
                Stream.concat(Stream.of("room"), Stream.of(options)).toArray(String[]::new);
        assertEquals(2, Main.run(arguments, new PrintStream(err), new PrintStream(err)));
        assertTrue(err.size() > 0);
    }

    @Test
    void whatItPrintsLeadsIn() throws Exception {
        open(line -> enters(connection(line), OwnIdentity.generate()));
    }

    @Test
    void anyOtherRoomIsServed() throws Exception {
        open(
                line ->
                        enters(
                                connection(line).replaceAll("/rooms/.*", "/rooms/other"),
                                OwnIdentity.generate()));
    }

    @Test
    void whoIsNotAllowedIsNotLetIn() throws Exception {
        Identity friend = OwnIdentity.generate();
        open(
                line -> {
                    String connection = connection(line);
                    enters(connection, friend);
                    CommsAdapter stranger = adapter(connection, OwnIdentity.generate());
                    assertThrows(CompletionException.class, () -> stranger.connect().join());
                },
                "--allow=" + OwnIdentity.generate().address() + "," + friend.address());
    }

    @Test
    void whatCannotBeServedIsSaid() {
        refuses("--port=70000");
        refuses("--port=-1");
        refuses("--host=203.0.113.1");
        refuses("--host=nowhere.invalid");
        refuses("--allow=somebody");
        refuses("--read-only=somebody");
        refuses("--keystore=nowhere.p12");
        refuses("--keystore=nowhere.p12", "--password-file=nowhere");
    }
}
