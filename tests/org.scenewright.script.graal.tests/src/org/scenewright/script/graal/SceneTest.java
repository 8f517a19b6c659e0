// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** What the code of a scene finds, and what is heard of it. */
@Timeout(60)
class SceneTest {
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

    private static String onStart(String code) {
        return API + "exports.onStart = async () => {" + code + "};";
    }

    private static String onUpdate(String code) {
        return API + "exports.onUpdate = async (dt) => {" + code + "};";
    }

    private static ByteBuffer bytes(int... values) {
        var bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    /** What a scene writes while it starts. */
    private void check(String code, String... expected) throws IOException {
        worker.start(1, code);
        assertEquals(List.of(expected), worker.said(1));
    }

    /** What an expression is. */
    private void checkIs(String expression, String expected) throws IOException {
        check(onStart("console.log(" + expression + ")"), expected);
    }

    @Test
    void aSceneStartsAndTicks() throws IOException {
        check(onUpdate("console.log('after', dt)"));
        worker.tick(1);
        assertEquals(List.of("after 0.5"), worker.said(1));
        worker.tick(1);
        assertEquals(List.of("after 0.5"), worker.said(1));
    }

    @Test
    void aTickThatComesInTheMidstOfAFrameWaits() throws IOException {
        check(onUpdate("await api.crdtSendToRenderer({ data: new Uint8Array() })"));
        worker.tick(1);
        worker.tick(1);
        worker.next(1, FromScene.Sent.class);
        worker.send(1, new ToScene.Reply(PlayedWorker.NOTHING));
        worker.next(1, FromScene.Ticked.class);
        worker.next(1, FromScene.Sent.class);
    }

    @Test
    void theEditorGetsTheBytesThatTheSceneSends() throws IOException {
        check(
                onUpdate(
                        "await api.crdtSendToRenderer({ data: new Uint8Array([1, 2, 3, 4, 5])"
                                + ".subarray(1, 4) })"));
        worker.tick(1);
        assertEquals(new FromScene.Sent(bytes(2, 3, 4)), worker.next(1));
    }

    @Test
    void theSceneGetsTheBytesThatTheEditorReplies() throws IOException {
        worker.start(
                1,
                onStart(
                        "const { data } = await api.crdtSendToRenderer({ data: new Uint8Array()"
                                + " });console.log(data.length, data[0].byteOffset,"
                                + " Array.from(data[0]))"));
        worker.next(1, FromScene.Sent.class);
        worker.send(1, new ToScene.Reply(bytes(7, 0, 255)));
        assertEquals(List.of("1 0 [7,0,255]"), worker.said(1));
    }

    @Test
    void anEmptyReplyIsNoBlock() throws IOException {
        check(
                onStart(
                        "const { data } = await api.crdtSendToRenderer({ data: new Uint8Array() });"
                                + "console.log(data)"),
                "[]");
    }

    @Test
    void theStateIsTheOneTheSceneWasStartedWith() throws IOException {
        var code =
                onStart(
                        "const { hasEntities, data } = await api.crdtGetState();"
                                + "console.log(hasEntities, Array.from(data[0]))");
        worker.send(1, new ToScene.Start(worker.bundle(1, code).toString(), true, bytes(1, 2)));
        assertEquals(List.of("true [1,2]"), worker.said(1));
    }

    @Test
    void anEmptyStateIsNoBlock() throws IOException {
        checkIs("await api.crdtGetState()", "{\"hasEntities\":false,\"data\":[]}");
    }

    @Test
    void theEngineIsAnsweredHere() throws IOException {
        checkIs(
                "await api.sendBatch({ actions: [] }), await api.isServer({}),"
                        + "await api.subscribe({}), await api.crdtGetMessageFromRenderer({})",
                "{\"events\":[]} {\"isServer\":false} {} {\"data\":[]}");
    }

    @Test
    void otherFunctionsAreAnsweredByTheEditor() throws IOException {
        worker.start(
                1,
                onStart("console.log(await require('~system/Runtime').readFile({ name: 'a.b' }))"));
        assertEquals(
                new FromScene.Called(
                        1, "Runtime", "readFile", "{\"name\":\"a.b\"}", PlayedWorker.NOTHING),
                worker.next(1));
        worker.send(1, new ToScene.Answer(1, true, "{\"a\":[1]}", PlayedWorker.NOTHING));
        assertEquals(List.of("{\"a\":[1]}"), worker.said(1));
    }

    @Test
    void theEditorCanRefuseACall() throws IOException {
        worker.start(
                1,
                onStart(
                        "await require('~system/Players').getPlayerData({})"
                                + ".catch((e) => console.log(e instanceof Error, e.message))"));
        worker.next(1, FromScene.Called.class);
        worker.send(1, new ToScene.Answer(1, false, "\"It is off\"", PlayedWorker.NOTHING));
        assertEquals(List.of("true It is off"), worker.said(1));
    }

    @Test
    void bytesStandBesideTheJsonOfACall() throws IOException {
        worker.start(
                1,
                onStart(
                        "require('~system/CommunicationsController').sendBinary("
                                + "{ data: [new Uint8Array([1, 2]), new Uint8Array([3])] })"));
        var json = "{\"data\":[{\"$bytes\":[0,2]},{\"$bytes\":[2,1]}]}";
        assertEquals(
                new FromScene.Called(
                        1, "CommunicationsController", "sendBinary", json, bytes(1, 2, 3)),
                worker.next(1));
    }

    @Test
    void bytesStandBesideTheJsonOfAnAnswer() throws IOException {
        worker.start(
                1,
                onStart(
                        "const { content } = await"
                                + " require('~system/Runtime').readFile({});console.log(content"
                                + " instanceof Uint8Array, Array.from(content))"));
        worker.next(1, FromScene.Called.class);
        var json = "{\"content\":{\"$bytes\":[1,2]}}";
        worker.send(1, new ToScene.Answer(1, true, json, bytes(9, 8, 7)));
        assertEquals(List.of("true [8,7]"), worker.said(1));
    }

    @Test
    void aFunctionThatDoesNotExistRejects() throws IOException {
        var sentence = "Error: ~system/Runtime has no function fly";
        check(
                onStart(
                        "await require('~system/Runtime').fly({}).catch((e) => console.log('' +"
                                + " e))"),
                sentence);
    }

    @Test
    void aModuleThatDoesNotExistRejectsOnceItIsUsed() throws IOException {
        check(
                onStart("await require('~system/Moon').land().catch((e) => console.log('' + e))"),
                "Error: ~system/Moon has no function land");
    }

    @Test
    void anotherModuleIsNotThere() throws IOException {
        check("require('fs')", "LOAD Error: There is no module fs", "ended");
    }

    @Test
    void aModuleCanBeCopied() throws IOException {
        checkIs(
                "Object.keys({ ...require('~system/UserIdentity') }), typeof api.then",
                "[\"getUserPublicKey\",\"getUserData\"] undefined");
    }

    @Test
    void whatIsWrittenHasItsLevel() throws IOException {
        worker.start(1, onStart("console.log(1); console.warn(2); console.error(3)"));
        assertEquals(FromScene.Level.LOG, worker.next(1, FromScene.Said.class).level());
        assertEquals(FromScene.Level.WARNING, worker.next(1, FromScene.Said.class).level());
        assertEquals(FromScene.Level.ERROR, worker.next(1, FromScene.Said.class).level());
    }

    @Test
    void valuesAreWrittenAsPeopleReadThem() throws IOException {
        checkIs(
                "'a', 1.5, null, undefined, { a: [1] }, Symbol('s'), 2n",
                "a 1.5 null undefined {\"a\":[1]} Symbol(s) 2");
    }

    @Test
    void messagesForTheInspectorAreNotAnswered() throws IOException {
        worker.start(1, onStart("__dclDebugTransport(new Uint8Array([5, 6]))"));
        assertEquals(new FromScene.Inspected(bytes(5, 6)), worker.next(1));
        worker.next(1, FromScene.Started.class);
    }

    @Test
    void aSceneThatIsNoneSaysSo() throws IOException {
        check(
                "var a = 1",
                "LOAD Error: The file exports neither onStart nor onUpdate: it is no scene of SDK"
                        + " 7",
                "ended");
    }

    @Test
    void theClockGoesOn() throws IOException {
        checkIs("performance.now() >= 0 && performance.now() < 60000", "true");
    }

    @Test
    void aFrameSaysHowLongItTook() throws IOException {
        check(onUpdate(""));
        worker.tick(1);
        var ticked = worker.next(1, FromScene.Ticked.class);
        assertTrue(ticked.busyNanos() > 0 && ticked.heapBytes() > 0, ticked::toString);
    }
}
