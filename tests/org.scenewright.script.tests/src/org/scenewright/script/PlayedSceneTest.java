// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHost.Beginning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenes in the worker as it is shipped, which may have to come up on a busy machine first. */
class PlayedSceneTest {
    private static final String API = "const api = require('~system/EngineApi');\n";

    private static final String DANCE =
            API
                    + "exports.onUpdate = () =>"
                    + " api.crdtSendToRenderer({ data: new Uint8Array([1, 2, 3]) })";

    @TempDir static Path folder;
    private static PlayWorkers workers = workers(Path.of(""));

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(WorkerHome.ofProperty(folder).isPresent(), "no worker was built");
        workers = workers(folder);
    }

    private static PlayWorkers workers(Path cache) {
        var home = WorkerHome.ofProperty(cache).orElseGet(() -> PlayWorkersTest.home(cache));
        return new PlayWorkers(home);
    }

    @AfterAll
    static void end() {
        workers.close();
    }

    private static Script play(String code, HeardScript heard) throws IOException {
        var bundle = Files.writeString(Files.createTempFile(folder, "scene", ".js"), code);
        return workers.start(new Beginning(bundle, false, ByteBuffer.allocate(0)), heard);
    }

    private static void assertStarts(HeardScript heard) throws InterruptedException {
        var first = heard.next();
        assertTrue(first.startsWith("started"), first);
    }

    /** A frame of a scene that does as it should. */
    private static HeardScript dance() throws IOException, InterruptedException {
        var heard = new HeardScript();
        var script = play(DANCE, heard);
        assertStarts(heard);
        script.tick(0);
        heard.expect("sent 3");
        script.reply(ByteBuffer.allocate(0));
        assertTrue(heard.next().startsWith("ticked"));
        return heard;
    }

    /** How a scene ends in its first frame. */
    private static ScriptEnd check(String update) throws IOException, InterruptedException {
        dance();
        var heard = new HeardScript();
        var script = play(API + "exports.onUpdate = () => {" + update + "}", heard);
        assertStarts(heard);
        script.tick(0);
        var end = heard.endAtLast();
        dance();
        return end;
    }

    @Test
    void aSceneDancesInTheRealWorker() throws Exception {
        dance();
    }

    @Test
    void itIsCompiledWhereItCanBe() throws Exception {
        dance();
        boolean can = Runtime.version().feature() == 25;
        assertEquals(can, workers.engine().contains("compiled to machine code"), workers.engine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "while (true) console.log('x')",
                "(function f(n) { try { return f(n + 1) + 1 } catch (e) { return f(n) } })(0)",
                "return new Promise(() => {})",
                "return (async () => { while (true) await 0 })()"
            })
    void whatNeverEndsIsKilled(String update) throws Exception {
        var end = assertInstanceOf(ScriptEnd.Killed.class, check(update));
        var expected = "The scene did not come to the end of a frame in 5.0 s.";
        assertTrue(end.message().startsWith(expected), end.message());
    }

    @Test
    void aMemoryBombIsKilled() throws Exception {
        var end =
                check("const all = []; while (true) all.push(new Array(100000).fill(all.length))");
        assertInstanceOf(ScriptEnd.Killed.class, end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new Error('Oh no')                            | Oh no",
                "exports.onStart = () => { throw new Error('Not so') } | Not so",
                "this is no code                                     | SyntaxError"
            })
    void aSceneThatCannotStartSaysWhy(String code, String reason) throws Exception {
        var heard = new HeardScript();
        play(code, heard);
        var end = assertInstanceOf(ScriptEnd.Failed.class, heard.endAtLast());
        assertTrue(end.message().contains(reason), end.message());
    }

    @Test
    void anEndlessLoopAtLoadIsKilled() throws Exception {
        var heard = new HeardScript();
        play("while (true) {}", heard);
        assertInstanceOf(ScriptEnd.Killed.class, heard.endAtLast());
    }

    @Test
    void aBundleThatIsNotThereFails() throws Exception {
        var heard = new HeardScript();
        var nowhere = folder.resolve("nowhere.js");
        workers.start(new Beginning(nowhere, false, ByteBuffer.allocate(0)), heard);
        assertInstanceOf(ScriptEnd.Failed.class, heard.endAtLast());
    }

    @Test
    void aMillionMessagesOfAFrameAreHeardOrTheSceneEnds() throws Exception {
        dance();
        var heard = new HeardScript();
        var script =
                play(
                        API
                                + "exports.onUpdate = () =>"
                                + " api.crdtSendToRenderer({ data: new Uint8Array(68000000) })",
                        heard);
        assertStarts(heard);
        script.tick(0);
        var answer = heard.next();
        assertTrue(answer.matches("sent 68000000|ended|(?s)threw.*|ticked.*"), answer);
        dance();
    }
}
