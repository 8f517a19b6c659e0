// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A scene that is fetched can be cancelled at any time. */
@Timeout(60)
class SceneFetchingTest {
    private final Path folder = OpenEditor.temporary().resolve("never");

    @Test
    void cancellingEndsARequestThatIsNotAnswered() throws IOException {
        var monitor = new NullProgressMonitor();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var asked =
                    CompletableFuture.supplyAsync(() -> accept(server), Thread::startVirtualThread);
            asked.thenRun(() -> monitor.setCanceled(true));
            var fetching = fetching("http://127.0.0.1:" + server.getLocalPort());
            assertThrows(InterruptedException.class, () -> fetching.run(monitor));
            asked.join().close();
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void anAddressThatIsNoneIsASentence() {
        var fetching = fetching("nowhere");
        var failed =
                assertThrows(
                        InvocationTargetException.class,
                        () -> fetching.run(new NullProgressMonitor()));
        assertInstanceOf(IOException.class, failed.getCause());
    }

    private SceneFetching fetching(String address) {
        var order = SceneOrder.of(address, "1", "2", folder.toString()).orElseThrow();
        return new SceneFetching(order, new CoreTypes());
    }

    /** A connection on which a request has begun. */
    private static Socket accept(ServerSocket server) {
        try {
            var socket = server.accept();
            socket.getInputStream().read();
            return socket;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
