// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHost.Beginning;
import org.scenewright.runtime.SystemAnswer;
import org.scenewright.script.wire.WireChannel;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class PlayWorkersTest {
    private static final PlayLimits LIMITS =
            new PlayLimits(
                    TestWorkers.LIMITS,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(300),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    2);

    @TempDir Path cache;
    private PlayWorkers workers;

    @BeforeEach
    void open() {
        workers = new PlayWorkers(home(cache), LIMITS, WatchClock.REAL);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    static WorkerHome home(Path cache) {
        return new WorkerHome(
                List.of(Path.of(System.getProperty("java.home"))),
                Stream.of(FakeStage.class, WireChannel.class).map(TestWorkers::place).toList(),
                FakeStage.class.getName(),
                cache);
    }

    /** A scene and what is heard of it. */
    private final class Scene {
        private final HeardScript heard = new HeardScript();
        private final Script script;

        Scene(String bundle) {
            var state = ByteBuffer.allocate(4);
            script = workers.start(new Beginning(Path.of(bundle), true, state), heard);
        }

        Scene started() throws InterruptedException {
            heard.expect("started 1000004");
            return this;
        }

        /** Has it do what its name says. */
        Scene acting() throws InterruptedException {
            started();
            script.tick(0.1f);
            return this;
        }

        Scene dancing() throws InterruptedException {
            acting();
            heard.expect("sent 3");
            script.reply(ByteBuffer.allocate(2));
            heard.expect("ticked 7000 2");
            return this;
        }
    }

    /** How a scene ends that does what its name says, and that the next one finds a worker. */
    private void checkKilled(String scene, String sentence) throws Exception {
        assertEquals(new ScriptEnd.Killed(sentence), new Scene(scene).acting().heard.end());
        new Scene("dance").dancing();
    }

    private long pid() {
        return workers.workers().getFirst().pid();
    }

    @Test
    void aFrameGoesToTheSceneAndBack() throws Exception {
        new Scene("dance").dancing();
    }

    @Test
    void whatItThrowsInAFrameIsHeardAndItGoesOn() throws Exception {
        new Scene("moody").acting().heard.expect("threw Oh no at y 2", "sent 0");
    }

    @Test
    void whatItThrowsAtLoadIsItsEnd() throws Exception {
        var end = new Scene("broken").heard.end();
        assertEquals(new ScriptEnd.Failed("No such thing", "at x"), end);
        new Scene("dance").dancing();
    }

    @Test
    void aCallIsAnsweredOnce() throws Exception {
        var scene = new Scene("curious").acting();
        scene.heard.expect("called 5 Runtime.getRealm");
        scene.script.answer(5, new SystemAnswer.Rejected("not \"here\""));
        scene.script.answer(5, new SystemAnswer.Fulfilled("{}"));
        scene.heard.expect(
                "WARNING false \"not \\\"here\\\"\" Spot[file=src/a.ts, line=2, column=3]",
                "sent 1");
        scene.script.reply(ByteBuffer.allocate(0));
        scene.heard.expect("ticked 7000 0");
    }

    @Test
    void twoScenesShareAProcessAndTheThirdHasAnother() throws Exception {
        new Scene("dance").dancing();
        new Scene("dance").dancing();
        assertEquals(1, workers.workers().stream().filter(w -> !w.hasRoom()).count());
        new Scene("dance").dancing();
        assertEquals(2, workers.workers().size());
    }

    @Test
    void aClosedSceneLeavesTheProcessToTheNext() throws Exception {
        var scene = new Scene("dance").dancing();
        long pid = pid();
        scene.script.close();
        assertEquals(new ScriptEnd.Closed(), scene.heard.end());
        new Scene("dance").dancing();
        assertEquals(pid, pid());
    }

    @Test
    void aSceneThatIsClosedBeforeItStartsIsOver() throws Exception {
        var scene = new Scene("dance");
        scene.script.close();
        assertEquals(new ScriptEnd.Closed(), scene.heard.end());
    }

    @Test
    void nothingIsHeardAfterTheEnd() throws Exception {
        var scene = new Scene("dance").dancing();
        scene.script.close();
        scene.script.tick(0.1f);
        scene.script.close();
        scene.heard.expect("ended");
        new Scene("dance").dancing();
        scene.script.tick(0.1f);
        new Scene("dance").dancing();
        assertEquals(0, scene.heard.left());
    }

    @Test
    void aHungSceneIsHeardNoLongerAtOnceWhenItIsClosed() throws Exception {
        var scene = new Scene("loop").acting();
        scene.script.close();
        // The watchdog would have killed it.
        assertEquals(new ScriptEnd.Closed(), scene.heard.end());
    }

    @Test
    void aSceneThatHangsIsKilled() throws Exception {
        checkKilled("loop", "The scene did not come to the end of a frame in 1.0 s.");
    }

    @Test
    void aSceneThatPrintsForEverIsKilled() throws Exception {
        checkKilled("chatter", "The scene did not come to the end of a frame in 1.0 s.");
    }

    @Test
    void aSceneThatNeverStartsIsKilled() throws Exception {
        assertInstanceOf(ScriptEnd.Killed.class, new Scene("silent").heard.end());
    }

    @Test
    void aSceneThatHangsTellsWhereIfItCan() throws Exception {
        checkKilled(
                "polite",
                "The scene did not come to the end of a frame in 1.0 s.\nat spin (a.ts:3)");
    }

    @Test
    void aSceneThatCanBeEndedTakesNoOtherAlong() throws Exception {
        var other = new Scene("dance").dancing();
        long pid = pid();
        assertInstanceOf(ScriptEnd.Killed.class, new Scene("polite").acting().heard.end());
        other.script.tick(0.1f);
        other.heard.expect("sent 3");
        assertEquals(pid, pid());
    }

    @Test
    void aSceneThatCannotBeEndedTakesTheOthersAlongAndTheyHearWhy() throws Exception {
        var other = new Scene("dance").dancing();
        new Scene("loop").acting().heard.end();
        assertEquals(new ScriptEnd.Killed(Obituary.OF_OTHERS), other.heard.end());
    }

    @Test
    void aSceneMayWaitLongerForAnAnswer() throws Exception {
        var patient = new Scene("curious").acting();
        patient.heard.expect("called 5 Runtime.getRealm");
        var hung = new Scene("polite").acting();
        assertInstanceOf(ScriptEnd.Killed.class, hung.heard.end());
        patient.script.answer(5, new SystemAnswer.Fulfilled("{}"));
        patient.heard.expect("WARNING true {} Spot[file=src/a.ts, line=2, column=3]", "sent 1");
    }

    @Test
    void aMemoryBombIsTheEndOfItsProcess() throws Exception {
        checkKilled("bomb", "The scene needed more memory than its process has (320 MB).");
    }

    @Test
    void anExitIsTheEndOfTheScene() throws Exception {
        checkKilled("exit", "The process that ran the scene is gone. It ended with status 7.");
    }

    @Test
    void nonsenseIsTheEndOfTheScene() throws Exception {
        checkKilled(
                "garbage",
                "The process that ran the scene is gone. A message claims to have 2147483647"
                        + " bytes");
    }

    @Test
    void anAnswerToNoQuestionIsTheEndOfTheScene() throws Exception {
        checkKilled(
                "off",
                "The process that ran the scene is gone. It answered what it was not asked.");
    }

    @Test
    void aConnectionThatEndsHalfWayIsTheEndOfTheScene() throws Exception {
        checkKilled("halfway", "The process that ran the scene is gone. It closed the connection.");
    }

    @Test
    void aProcessThatSomebodyKillsIsTheEndOfItsScenes() throws Exception {
        var one = new Scene("dance").dancing();
        var two = new Scene("dance").dancing();
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        assertInstanceOf(ScriptEnd.Killed.class, one.heard.end());
        assertInstanceOf(ScriptEnd.Killed.class, two.heard.end());
    }

    @Test
    void aStateThatIsTooLargeIsTheEndOfTheScene() throws Exception {
        var heard = new HeardScript();
        var state = ByteBuffer.allocate(65 << 20);
        workers.start(new Beginning(Path.of("dance"), true, state), heard);
        heard.expect("ended");
        assertInstanceOf(ScriptEnd.Failed.class, heard.end());
    }

    @Test
    void withoutJavaThereIsNoHost() throws Exception {
        var nowhere = cache.resolve("nowhere");
        var home = new WorkerHome(List.of(nowhere), List.of(), "none", cache);
        workers = new PlayWorkers(home, LIMITS, WatchClock.REAL);
        workers.prepare();
        var expected =
                "No Java 21 or newer was found to run scenes with; it was looked for in ["
                        + nowhere
                        + "]. Set JAVA_HOME.";
        assertEquals(new ScriptEnd.NoHost(expected), new Scene("dance").heard.end());
    }

    @Test
    void aWorkerThatCannotStartIsNoHost() throws Exception {
        var home = home(cache);
        home = new WorkerHome(home.javaHomes(), home.classPath(), "Nothing", cache);
        workers = new PlayWorkers(home, LIMITS, WatchClock.REAL);
        var end = assertInstanceOf(ScriptEnd.NoHost.class, new Scene("dance").heard.end());
        assertTrue(end.message().contains("Could not find or load main class Nothing"));
    }

    @Test
    void theEndOfTheEditorIsTheEndOfAllScenes() throws Exception {
        var scene = new Scene("loop").acting();
        workers.close();
        assertEquals(new ScriptEnd.Closed(), scene.heard.end());
        assertEquals(
                new ScriptEnd.NoHost("The editor is closing."), new Scene("dance").heard.end());
    }

    @Test
    void whatRunsTheCodeIsSaid() throws Exception {
        new Scene("dance").dancing();
        var java = workers.engine();
        assertTrue(java.startsWith("JavaScript is interpreted (GraalJS on Java "), java);
    }
}
