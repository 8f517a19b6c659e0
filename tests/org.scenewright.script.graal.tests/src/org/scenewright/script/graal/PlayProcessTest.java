// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The worker as a process of its own, as the editor starts it to play scenes. */
@Timeout(120)
class PlayProcessTest {
    /** What a Java virtual machine ends with that was told to end for lack of memory. */
    private static final int OUT_OF_MEMORY = 3;

    @TempDir Path folder;
    private Process process;
    private PlayedWorker worker;

    @BeforeEach
    void start() throws IOException {
        try (var socket = WireSocket.open()) {
            process = new ProcessBuilder(command(socket.file())).redirectErrorStream(true).start();
            worker = new PlayedWorker(folder, socket.accept());
        }
    }

    @AfterEach
    void end() throws IOException {
        worker.close();
        process.destroyForcibly();
    }

    private static List<String> command(Path socket) {
        var own = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-Dtruffle.UseFallbackRuntime=true", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("scenewright.worker.path", own)));
        command.addAll(List.of(Main.class.getName(), "--play", socket.toString()));
        return command;
    }

    private int status() throws InterruptedException {
        return process.waitFor();
    }

    @Test
    void itSaysWhatRunsTheCode() throws IOException {
        var engine = assertInstanceOf(FromWorker.Ready.class, worker.greeting()).engine();
        assertTrue(engine.startsWith("GraalJS on Java "), engine);
    }

    @Test
    void itPlaysAScene() throws IOException {
        worker.start(1, "exports.onUpdate = () => console.log('here')");
        assertEquals(List.of(), worker.said(1));
        worker.tick(1);
        assertEquals(List.of("here"), worker.said(1));
    }

    @Test
    void aSceneThatTakesAllMemoryEndsIt() throws Exception {
        worker.start(
                1, "const all = []; for (;;) all.push(new Array(1000).fill(all.length + 0.5))");
        assertEquals(OUT_OF_MEMORY, status());
    }

    @Test
    void aSceneThatCatchesEverythingCannotKeepItAlive() throws Exception {
        worker.start(
                1,
                "const all = []; exports.onStart = () => { for (;;) { try { all.push(new"
                        + " Uint8Array(1e6).fill(1)) } catch (e) {} } }");
        assertEquals(OUT_OF_MEMORY, status());
    }

    @Test
    void codeThatCatchesItsOwnEndLetsTheOthersGoOn() throws IOException {
        worker.start(1, "(function f(n) { try { return f(n + 1) } catch (e) { return f(n) } })(0)");
        worker.send(1, new ToScene.Stop());
        worker.start(2, "exports.onUpdate = () => {}");
        assertEquals(List.of(), worker.said(2));
        worker.tick(2);
        worker.next(2, FromScene.Ticked.class);
    }

    @Test
    void itEndsWithTheConnectionWhateverRuns() throws Exception {
        worker.start(1, "for (;;) { try { (function f() { f() })() } catch (e) { } }");
        worker.close();
        assertEquals(0, status());
    }

    @Test
    void whenItIsKilledTheConnectionEnds() throws IOException {
        worker.start(1, "for (;;);");
        process.destroyForcibly();
        assertThrows(Exception.class, () -> worker.next(1));
    }
}
