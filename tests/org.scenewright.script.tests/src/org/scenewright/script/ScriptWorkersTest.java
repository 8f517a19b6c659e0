// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Reflection;
import org.scenewright.script.wire.Source;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

class ScriptWorkersTest {
    private static final Optional<String> FILE = Optional.of("src/a.ts");

    @TempDir Path cache;
    private ScriptWorkers workers;

    @BeforeEach
    void open() {
        workers = new ScriptWorkers(TestWorkers.home(cache), TestWorkers.LIMITS);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private Job ask(String what, String... skipped) {
        return workers.reflect(Path.of(what), List.of(skipped), sign -> {});
    }

    private static Answer answer(Job job) throws Exception {
        // A worker has to start in this time, too, on a machine that has other things to do.
        return job.answer().get(30, TimeUnit.SECONDS);
    }

    /** How the worker ends over a job, and that the next job finds another. */
    private Exit check(String job, Exit.Cause cause) throws Exception {
        workers.prepare();
        ask("answer").answer().get(30, TimeUnit.SECONDS);
        var died = assertInstanceOf(Answer.Died.class, ask(job).answer().get(6, TimeUnit.SECONDS));
        assertEquals(FILE, died.file());
        assertEquals(cause, died.exit().cause(), died.exit().detail());
        assertInstanceOf(Answer.Reflected.class, answer(ask("answer")));
        return died.exit();
    }

    /** How the first job ends if the worker has a mood. */
    private Exit checkMood(String mood, Exit.Cause cause) throws Exception {
        Files.writeString(cache.resolve("mood"), mood);
        workers =
                new ScriptWorkers(
                        TestWorkers.home(cache),
                        new WorkerLimits(
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(300),
                                Duration.ofSeconds(9)));
        var died =
                assertInstanceOf(
                        Answer.Died.class, ask("answer").answer().get(6, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), died.file());
        assertEquals(cause, died.exit().cause(), died.exit().detail());
        return died.exit();
    }

    /** Whatever goes wrong, nobody waits for ever, this time or the next. */
    @Test
    void everyJobIsAnsweredWhereTheJarsCannotBeLookedFor() throws Exception {
        var home = TestWorkers.home(cache);
        workers =
                new ScriptWorkers(
                        new WorkerHome(home.javaHomes(), List.of(closed()), home.main(), cache),
                        TestWorkers.LIMITS);
        assertInstanceOf(Answer.NoWorker.class, answer(ask("answer")));
        assertInstanceOf(Answer.NoWorker.class, answer(ask("answer")));
    }

    /** A place on a disk that is no longer there. */
    private Path closed() throws IOException {
        var create = Map.of("create", "true");
        try (var disk = FileSystems.newFileSystem(cache.resolve("disk.zip"), create)) {
            return disk.getPath("lib", "*");
        }
    }

    @Test
    void aJobIsAnswered() throws Exception {
        var reflection =
                new Reflection(List.of(), List.of(), List.of(new Source("a.ts b.ts", 1, 2)));
        assertEquals(new Answer.Reflected(reflection), answer(ask("answer", "a.ts", "b.ts")));
    }

    @Test
    void theAskerIsToldHowFarItIs() throws Exception {
        var signs = new ArrayList<String>();
        answer(workers.reflect(Path.of("answer"), List.of(), sign -> signs.add(sign.file())));
        assertEquals(List.of("src/a.ts"), signs);
    }

    @Test
    void aRefusalLeavesTheWorkerAlive() throws Exception {
        assertEquals(new Answer.Failed("It does not want to"), answer(ask("fail")));
        long pid = workers.worker().orElseThrow().pid();
        answer(ask("answer"));
        assertEquals(pid, workers.worker().orElseThrow().pid());
    }

    @Test
    void twoJobsAreDoneOneAfterTheOther() throws Exception {
        var first = ask("answer", "1");
        var second = ask("answer", "2");
        var firstDone = first.answer().thenApply(a -> second.answer().isDone());
        assertInstanceOf(Answer.Reflected.class, answer(second));
        assertFalse(firstDone.get(1, TimeUnit.SECONDS));
    }

    @Test
    void whatItPrintsIsInNobodysWay() throws Exception {
        assertInstanceOf(Answer.Reflected.class, answer(ask("print")));
    }

    @Test
    void anEndlessLoopIsKilled() throws Exception {
        check("loop", Exit.Cause.HUNG);
    }

    @Test
    void anEndlessRecursionThatCatchesEverythingIsKilled() throws Exception {
        check("recursion", Exit.Cause.HUNG);
    }

    @Test
    void aMemoryBombEndsTheWorkerAlone() throws Exception {
        check("bomb", Exit.Cause.OUT_OF_MEMORY);
    }

    @Test
    void nonsenseFromTheWorkerIsItsEnd() throws Exception {
        var exit = check("garbage", Exit.Cause.NONSENSE);
        assertEquals("A message claims to have 2147483647 bytes", exit.detail());
    }

    @Test
    void aConnectionThatEndsHalfWayIsTheWorkersEnd() throws Exception {
        check("halfway", Exit.Cause.UNREACHABLE);
    }

    @Test
    void anExitIsACrash() throws Exception {
        assertEquals("It ended with status 7.", check("exit", Exit.Cause.CRASHED).detail());
    }

    @Test
    void aWorkerThatSomebodyKillsIsACrash() throws Exception {
        var started = new CompletableFuture<String>();
        var job = workers.reflect(Path.of("loop"), List.of(), s -> started.complete(s.file()));
        started.get(30, TimeUnit.SECONDS);
        var pid = workers.worker().orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        var died = assertInstanceOf(Answer.Died.class, job.answer().get(6, TimeUnit.SECONDS));
        assertEquals(Exit.Cause.CRASHED, died.exit().cause());
        assertEquals(FILE, died.file());
    }

    @Test
    void aCancelledJobEndsAtOnceAndTheWorkerHearsOfIt() throws Exception {
        var started = new CompletableFuture<String>();
        var job = workers.reflect(Path.of("patient"), List.of(), s -> started.complete(s.file()));
        started.get(30, TimeUnit.SECONDS);
        long pid = workers.worker().orElseThrow().pid();
        job.cancel();
        assertEquals(new Answer.Cancelled(), job.answer().get(0, TimeUnit.SECONDS));
        assertInstanceOf(Answer.Reflected.class, answer(ask("answer")));
        assertEquals(pid, workers.worker().orElseThrow().pid());
    }

    @Test
    void aJobThatIsCancelledBeforeItsTurnIsNeverBegun() throws Exception {
        var first = ask("answer");
        var second = ask("exit");
        second.cancel();
        assertInstanceOf(Answer.Reflected.class, answer(first));
        assertInstanceOf(Answer.Reflected.class, answer(ask("answer")));
        assertEquals(new Answer.Cancelled(), answer(second));
    }

    @Test
    void aWorkerThatNeverConnectsIsKilled() throws Exception {
        checkMood("absent", Exit.Cause.NEVER_READY);
    }

    @Test
    void aWorkerThatNeverSaysThatItIsReadyIsKilled() throws Exception {
        checkMood("mute", Exit.Cause.NEVER_READY);
    }

    @Test
    void aWorkerThatCannotStartSaysWhy() throws Exception {
        var exit = checkMood("dead", Exit.Cause.CRASHED);
        assertTrue(exit.detail().contains("I do not feel like it"), exit.detail());
    }

    @Test
    void withoutJavaThereIsNoWorker() throws Exception {
        var nowhere = cache.resolve("nowhere");
        var home = new WorkerHome(List.of(nowhere), List.of(), "none", cache);
        workers = new ScriptWorkers(home, TestWorkers.LIMITS);
        workers.prepare();
        var expected =
                "No Java 21 or newer was found to read TypeScript with; it was looked for in ["
                        + nowhere
                        + "]. Set JAVA_HOME.";
        assertEquals(new Answer.NoWorker(expected), answer(ask("answer")));
    }

    @Test
    void whoAsksAfterTheEndHasAnAnswer() throws Exception {
        workers.close();
        assertEquals(new Answer.NoWorker("The editor is closing."), answer(ask("answer")));
    }

    @Test
    void theEndOfTheEditorIsTheEndOfAJob() throws Exception {
        var started = new CompletableFuture<String>();
        var job = workers.reflect(Path.of("loop"), List.of(), s -> started.complete(s.file()));
        started.get(30, TimeUnit.SECONDS);
        workers.close();
        var died = assertInstanceOf(Answer.Died.class, job.answer().get(6, TimeUnit.SECONDS));
        assertEquals(Exit.Cause.CLOSED, died.exit().cause());
    }

    @Test
    void aWorkerDoesNotOutliveAKilledEditor() throws Exception {
        var path =
                Stream.of(DyingEditor.class, ScriptWorkers.class, Source.class)
                        .map(type -> TestWorkers.place(type).toString())
                        .distinct()
                        .toList();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var editor =
                new ProcessBuilder(
                                java,
                                "-cp",
                                String.join(File.pathSeparator, path),
                                DyingEditor.class.getName(),
                                cache.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var worker = ProcessHandle.of(Long.parseLong(editor.inputReader().readLine()));
        editor.destroyForcibly().waitFor();
        worker.ifPresent(ScriptWorkersTest::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle worker) {
        try {
            worker.onExit().get(6, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("The worker lives on", e);
        }
    }
}
