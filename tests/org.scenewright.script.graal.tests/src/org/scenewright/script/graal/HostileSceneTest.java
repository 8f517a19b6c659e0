// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenes that are broken, or that would do harm: the worker goes on, and says what is wrong. */
@Timeout(60)
class HostileSceneTest {
    private static final SceneEngine ENGINE = new SceneEngine();
    private static final String API = "const api = require('~system/EngineApi');";

    @TempDir Path folder;
    private PlayedWorker worker;

    @BeforeEach
    void connect() throws IOException {
        worker = new PlayedWorker(folder, ENGINE);
    }

    @AfterEach
    void disconnect() throws IOException {
        worker.close();
    }

    /** What is heard of a scene until it has started or ended. */
    private void check(String code, String... expected) throws IOException {
        worker.start(1, code);
        assertEquals(List.of(expected), worker.said(1));
    }

    private void checkFrame(String... expected) throws IOException {
        worker.tick(1);
        assertEquals(List.of(expected), worker.said(1));
    }

    @Test
    void aStartThatThrowsIsTheEnd() throws IOException {
        check("exports.onStart = () => { throw new Error('no') }", "START Error: no", "ended");
    }

    @Test
    void aStartThatRejectsIsTheEnd() throws IOException {
        check("exports.onStart = async () => { throw 'no' }", "START no", "ended");
    }

    @Test
    void afterAFrameThatThrowsTheNextFollows() throws IOException {
        check("let n = 0; exports.onUpdate = () => { if (n++ === 0) throw new TypeError('once') }");
        checkFrame("UPDATE TypeError: once");
        checkFrame();
    }

    @Test
    void whatHasNoTextCanBeThrown() throws IOException {
        check(
                "exports.onStart = () => { throw { toString() { throw 1 } } }",
                "START something that has no text",
                "ended");
    }

    @Test
    void aStackThatThrowsIsNone() throws IOException {
        check(
                "exports.onStart = () => { throw { get stack() { throw 1 }, toString: () => 'odd' }"
                        + " }",
                "START odd",
                "ended");
    }

    @Test
    void aRejectionThatNobodyCatchesIsWritten() throws IOException {
        worker.start(1, "exports.onStart = () => { Promise.reject(new Error('lost')) }");
        var said = worker.next(1, FromScene.Said.class);
        assertEquals(FromScene.Level.ERROR, said.level());
        assertTrue(said.text().startsWith("Unhandled rejection: Error: lost"), said::text);
        worker.next(1, FromScene.Started.class);
    }

    @Test
    void codeThatDoesNotParseIsSaidWithItsPlace() throws IOException {
        worker.start(1, "var a = 1;\nvar = 2;");
        var threw = worker.next(1, FromScene.Threw.class);
        assertEquals(FromScene.Phase.LOAD, threw.phase());
        assertTrue(threw.message().startsWith("SyntaxError: "), threw::message);
        assertEquals(2, threw.place().orElseThrow().line());
        worker.next(1, FromScene.Ended.class);
    }

    private void checkFile(String name, String message) throws IOException {
        var file = folder.resolve(name);
        worker.send(1, new ToScene.Start(file.toString(), false, PlayedWorker.NOTHING));
        assertEquals(List.of("LOAD " + message.formatted(file), "ended"), worker.said(1));
    }

    @Test
    void aBundleThatIsNotThereIsSaid() throws IOException {
        checkFile("none.js", "There is no %s; the scene has not been built yet");
    }

    @Test
    void aBundleThatIsTooLargeIsNotRead() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("large.js").toFile(), "rw")) {
            file.setLength((50L << 20) + 1);
        }
        checkFile("large.js", "%s has more than 50 MB");
    }

    @Test
    void aBundleThatIsNoTextIsSaid() throws IOException {
        Files.write(folder.resolve("odd.js"), new byte[] {'a', (byte) 0xff});
        checkFile("odd.js", "%s is not UTF-8");
    }

    @Test
    void aLargeBundleIsPlayed() throws IOException {
        check("exports.onStart = () => console.log('well');//" + "x".repeat(20 << 20), "well");
    }

    @Test
    void moreLinesThanAnybodyReadsAreCounted() throws IOException {
        check("exports.onUpdate = () => { for (let i = 0; i < 1000; i++) console.log(i) }");
        worker.tick(1);
        var lines = worker.said(1);
        assertEquals(101, lines.size());
        assertEquals("99", lines.get(99));
        assertEquals("900 more lines", lines.get(100));
    }

    @Test
    void aLineThatNobodyReadsToItsEndIsCut() throws IOException {
        check(
                "exports.onStart = () => console.log('x'.repeat(10000))",
                "x".repeat(8192) + "... (1808 more characters)");
    }

    @Test
    void aMillionMessagesComeInOne() throws IOException {
        check(
                API
                        + """
                        const all = new Uint8Array(24e6);
                        const first = new DataView(all.buffer);
                        [24, 1, 512, 1, 1, 0].forEach((n, i) => first.setUint32(4 * i, n, true));
                        for (let n = 24; n < all.length; n *= 2) all.copyWithin(n, 0, n);
                        exports.onUpdate = () => api.crdtSendToRenderer({ data: all });
                        """);
        worker.tick(1);
        var messages = worker.next(1, FromScene.Sent.class).messages();
        int count = 0;
        for (int at = 0; at < messages.limit(); at += messages.getInt(at)) {
            count++;
        }
        assertEquals(1_000_000, count);
        worker.send(1, new ToScene.Reply(PlayedWorker.NOTHING));
        worker.next(1, FromScene.Ticked.class);
    }

    @Test
    void moreThanCanBeSentIsRefused() throws IOException {
        check(
                API
                        + "exports.onUpdate = () => api.crdtSendToRenderer({ data: new"
                        + " Uint8Array(64e6) })");
        checkFrame("UPDATE Error: These are more than 60 MB at once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "'text'",
                "[1]",
                "new Float32Array(2)",
                "new Proxy(new Uint8Array(2), {})"
            })
    void whatIsNoBytesIsNotSent(String data) throws IOException {
        check(
                API
                        + "exports.onUpdate = () => api.crdtSendToRenderer({ data: %s })"
                                .formatted(data));
        checkFrame("UPDATE TypeError: crdtSendToRenderer takes { data: Uint8Array }");
    }

    @Test
    void anyBytesAreSentAsTheyAre() throws IOException {
        check(
                API
                        + "exports.onUpdate = () => api.crdtSendToRenderer({ data: new"
                        + " Uint8Array([255, 255]) })");
        worker.tick(1);
        var bytes = ByteBuffer.wrap(new byte[] {-1, -1});
        assertEquals(new FromScene.Sent(bytes), worker.next(1));
    }

    @Test
    void nobodyWaitsForASecondReply() throws IOException {
        check(
                API
                        + "exports.onUpdate = async () => { await api.crdtSendToRenderer({ data:"
                        + " new Uint8Array() }); console.log('on') }");
        worker.tick(1);
        worker.next(1, FromScene.Sent.class);
        worker.send(1, new ToScene.Reply(PlayedWorker.NOTHING));
        worker.send(1, new ToScene.Reply(PlayedWorker.NOTHING));
        assertEquals(List.of("on"), worker.said(1));
        checkFrame("on");
    }

    @Test
    void onlyTheFirstAnswerCounts() throws IOException {
        worker.start(
                1,
                "exports.onStart = async () => console.log(await"
                        + " require('~system/Scene').getSceneInfo({}))");
        worker.next(1, FromScene.Called.class);
        worker.send(1, new ToScene.Answer(7, true, "0", PlayedWorker.NOTHING));
        worker.send(1, new ToScene.Answer(1, true, "1", PlayedWorker.NOTHING));
        worker.send(1, new ToScene.Answer(1, true, "2", PlayedWorker.NOTHING));
        assertEquals(List.of("1"), worker.said(1));
    }

    @Test
    void anAnswerThatIsNoJsonRejects() throws IOException {
        worker.start(
                1,
                "exports.onStart = () => require('~system/Scene').getSceneInfo({})"
                        + ".catch((e) => console.log(e.name))");
        worker.next(1, FromScene.Called.class);
        worker.send(1, new ToScene.Answer(1, true, "{", PlayedWorker.NOTHING));
        assertEquals(List.of("SyntaxError"), worker.said(1));
    }

    @Test
    void anArgumentThatIsNoJsonRejects() throws IOException {
        check(
                "exports.onStart = () => { const a = {}; a.a = a; return require('~system/Scene')"
                        + ".getSceneInfo(a).catch((e) => console.log(e.name)) }",
                "TypeError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java",
                "Polyglot",
                "Packages",
                "java",
                "Graal",
                "load",
                "print",
                "process",
                "Worker",
                "WebAssembly",
                "setTimeout",
                "quit",
                "read",
                "loadWithNewGlobal",
                "importScripts"
            })
    void nothingOfTheMachineIsThere(String name) throws IOException {
        check(
                "exports.onStart = () => console.log(typeof "
                        + name
                        + ", eval('typeof "
                        + name
                        + "'),"
                        + "new Function('return typeof "
                        + name
                        + "')())",
                "undefined undefined undefined");
    }

    @Test
    void noFileIsImported() throws IOException {
        check(
                "exports.onStart = () => import('/etc/passwd').catch((e) => console.log(e"
                        + " instanceof Error))",
                "true");
    }

    @Test
    void aThreadCannotBeMadeToWait() throws IOException {
        check(
                "exports.onStart = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0,"
                        + " 0)",
                "START TypeError: Unsupported operation",
                "ended");
    }

    @Test
    void whatIsBuiltInCanBeBrokenWithoutBreakingTheWorker() throws IOException {
        check(
                API
                        + """
                                const types = [Object, Array, Function, Promise, String, Map, Uint8Array, ArrayBuffer];
                        const { ownKeys } = Reflect;
                        for (let i = 0; i < types.length; i++) {
                            const where = types[i].prototype;
                            const keys = ownKeys(where);
                            for (let j = 0; j < keys.length; j++) {
                                if (keys[j] === 'constructor') continue;
                                try { where[keys[j]] = () => { throw new Error('broken') } } catch (e) { }
                            }
                        }
                        JSON.stringify = JSON.parse = Array.from = Reflect.apply = () => { throw new Error('broken') };
                                exports.onUpdate = async (dt) => {
                                    await api.crdtSendToRenderer({ data: new Uint8Array(3) });
                                    console.log('on');
                                };
                        """);
        checkFrame("on");
        checkFrame("on");
    }

    @Test
    void whatTheSceneIsGivenLeadsToNothingOfTheWorker() throws IOException {
        check(
                """
                const api = require('~system/EngineApi');
                exports.onStart = async () => {
                    const { data } = await api.crdtSendToRenderer({ data: new Uint8Array() });
                    console.log(typeof data.getClass, typeof console.log.getClass,
                        Object.getPrototypeOf(data) === Array.prototype);
                };
                """,
                "undefined undefined true");
    }
}
