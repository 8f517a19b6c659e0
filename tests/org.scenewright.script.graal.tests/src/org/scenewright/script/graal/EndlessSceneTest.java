// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Scenes that do not come back, or that are stopped, in the midst of others. */
@Timeout(60)
class EndlessSceneTest {
    private static final SceneEngine ENGINE = new SceneEngine();
    private static final String API = "const api = require('~system/EngineApi');";

    @TempDir Path folder;
    private PlayedWorker worker;
    private int lastOther = 10;

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

    /** Another scene of the same worker lives. */
    private void checkTheOthersGoOn() throws IOException {
        int other = ++lastOther;
        worker.start(other, "exports.onUpdate = () => console.log('here')");
        assertEquals(List.of(), worker.said(other));
        worker.tick(other);
        assertEquals(List.of("here"), worker.said(other));
    }

    private void checkStops() throws IOException {
        worker.send(1, new ToScene.Stop());
        var last = worker.next(1);
        // It may still be about to wait for what it waits for.
        assertInstanceOf(
                FromScene.Ended.class, last instanceof FromScene.Threw ? worker.next(1) : last);
        checkTheOthersGoOn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true);",
                "exports.onStart = () => { for (;;) try { null.x } catch (e) { } finally { continue"
                        + " } }",
                "exports.onStart = async () => { for (;;) await 0 }",
                "exports.onStart = () => { [1, 2, 3].sort(() => { for (;;); }) }"
            })
    void codeThatNeverComesBackIsEnded(String code) throws IOException {
        worker.start(1, code);
        checkTheOthersGoOn();
        worker.send(1, new ToScene.Stop());
        var last = worker.next(1);
        // It may still be about to begin.
        if (last instanceof FromScene.Threw threw) {
            assertEquals("The scene was stopped in the midst of this", threw.message());
            last = worker.next(1);
        }
        assertInstanceOf(FromScene.Ended.class, last);
        checkTheOthersGoOn();
    }

    @Test
    void codeThatNeverComesBackSaysWhereItWas() throws Exception {
        int scene = 7;
        worker.start(
                scene,
                "exports.onUpdate = async () => turn();\nfunction turn() {\n  for (;;) {}\n}");
        assertEquals(List.of(), worker.said(scene));
        worker.tick(scene);
        // Where it is gets noted once a second.
        while (!ENGINE.sightings().hasSeen("scene " + scene)) {
            Thread.onSpinWait();
        }
        worker.send(scene, new ToScene.Stop());
        var threw = worker.next(scene, FromScene.Threw.class);
        assertEquals(FromScene.Phase.UPDATE, threw.phase());
        assertEquals(Optional.of(new Place("bin/index.js", 3, 3)), threw.place());
        assertTrue(threw.stack().contains("at turn (bin/index.js:3:3)"), threw::stack);
        assertTrue(threw.stack().contains("(bin/index.js:1:32)"), threw::stack);
    }

    @Test
    void callsWithoutEndAreAnError() throws IOException {
        check("exports.onUpdate = () => { (function f() { f() })() }");
        checkFrame("UPDATE RangeError: Maximum call stack size exceeded");
        checkFrame("UPDATE RangeError: Maximum call stack size exceeded");
    }

    @Test
    void aPromiseThatIsNeverSettledKeepsNothingElseWaiting() throws IOException {
        worker.start(1, "exports.onStart = () => new Promise(() => {})");
        checkTheOthersGoOn();
        checkStops();
    }

    @Test
    void aSceneIsStoppedBetweenItsFrames() throws IOException {
        check("exports.onUpdate = () => {}");
        checkStops();
    }

    @Test
    void aSceneIsStoppedWhileItWaitsForAReply() throws IOException {
        check(API + "exports.onUpdate = () => api.crdtSendToRenderer({ data: new Uint8Array() })");
        worker.tick(1);
        worker.next(1, FromScene.Sent.class);
        checkStops();
    }

    @Test
    void aSceneIsStoppedWhileItWaitsForAnAnswer() throws IOException {
        worker.start(1, "exports.onStart = () => require('~system/Runtime').getRealm({})");
        worker.next(1, FromScene.Called.class);
        checkStops();
    }

    @Test
    void stoppedTwiceASceneEndsOnce() throws IOException {
        check("exports.onUpdate = () => {}");
        worker.send(1, new ToScene.Stop());
        worker.send(1, new ToScene.Stop());
        worker.next(1, FromScene.Ended.class);
        checkTheOthersGoOn();
    }

    @Test
    void twoScenesRunAtTheSameTime() throws IOException {
        var code =
                API
                        + "exports.onUpdate = () => api.crdtSendToRenderer({ data: new"
                        + " Uint8Array(%d) })";
        worker.start(1, code.formatted(1));
        assertEquals(List.of(), worker.said(1));
        worker.start(2, code.formatted(2));
        assertEquals(List.of(), worker.said(2));
        worker.tick(1);
        worker.tick(2);
        // Neither waits for the reply of the other.
        assertEquals(1, worker.next(1, FromScene.Sent.class).messages().remaining());
        assertEquals(2, worker.next(2, FromScene.Sent.class).messages().remaining());
    }

    @Test
    void theNextRunOfABundleFindsNothingOfTheOneBefore() throws IOException {
        var code =
                "globalThis.runs = (globalThis.runs ?? 0) + 1; Array.prototype.runs = 1;"
                        + "exports.onStart = () => console.log(runs)";
        check(code, "1");
        worker.send(1, new ToScene.Stop());
        worker.next(1, FromScene.Ended.class);
        check(code, "1");
    }
}
