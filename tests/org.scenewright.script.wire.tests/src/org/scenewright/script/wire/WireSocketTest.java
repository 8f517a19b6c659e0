// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

class WireSocketTest {
    @TempDir Path folder;

    @Test
    void bothSidesMeetAndNoFileStaysBehind() throws IOException {
        try (var socket = WireSocket.open();
                var worker = WireSocket.connect(socket.file());
                var editor = socket.accept()) {
            new WireChannel(worker).send(new FromWorker.Ready("it"));
            assertEquals(Optional.of(new FromWorker.Ready("it")), editor.nextFromWorker());
            assertFalse(Files.exists(socket.file().getParent()));
        }
    }

    @Test
    void onlyTheUserGetsAtIt() throws IOException {
        try (var socket = WireSocket.open()) {
            var rights = Files.getPosixFilePermissions(socket.file().getParent());
            assertEquals("rwx------", PosixFilePermissions.toString(rights));
        }
    }

    @Test
    void anEditorThatGivesUpLeavesNoFile() throws IOException {
        var socket = WireSocket.open();
        assertTrue(Files.exists(socket.file()));
        socket.close();
        assertFalse(Files.exists(socket.file().getParent()));
    }

    @Test
    void closingEndsTheWait() throws IOException {
        var socket = WireSocket.open();
        var waiting = CompletableFuture.supplyAsync(() -> accept(socket));
        socket.close();
        assertThrows(CompletionException.class, waiting::join);
    }

    /** The file of a socket outlives the process that has made it. */
    @Test
    void aWorkerThatComesTooLateCleansUp() throws IOException {
        var file = Files.createDirectory(folder.resolve("late")).resolve("s");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(file));
        }
        assertTrue(Files.exists(file));
        assertThrows(IOException.class, () -> WireSocket.connect(file));
        assertFalse(Files.exists(file.getParent()));
    }

    private static WireChannel accept(WireSocket socket) {
        try {
            return socket.accept();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
