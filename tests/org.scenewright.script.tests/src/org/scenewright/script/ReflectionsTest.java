// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Reflection;
import org.scenewright.script.wire.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

class ReflectionsTest {
    @TempDir Path folder;
    private ScriptWorkers workers;
    private Reflections reflections;

    @BeforeEach
    void open() {
        workers = new ScriptWorkers(TestWorkers.home(folder), TestWorkers.LIMITS);
        reflections = new Reflections(workers, folder.resolve("last"));
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private Path project(String what) throws IOException {
        var project = Files.createDirectories(folder.resolve(what));
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("src/a.ts"), "1");
        return project;
    }

    /** What the worker is asked to leave out, as its answer repeats it. */
    private void check(String project, String skipped) throws Exception {
        var answer =
                reflections.ask(project(project), sign -> {}).answer().get(30, TimeUnit.SECONDS);
        assertEquals(new Answer.Reflected(answer(skipped)), answer);
    }

    private static Reflection answer(String skipped) {
        return new Reflection(List.of(), List.of(), List.of(new Source(skipped, 1, 2)));
    }

    @Test
    void anAnswerIsHandedOn() throws Exception {
        check("answer", "");
    }

    @Test
    void whoHasAnAnswerFindsItKept() throws Exception {
        check("answer", "");
        assertEquals(Optional.of(answer("")), reflections.last(project("answer")));
    }

    @Test
    void whatCannotBeKeptLeavesNothingBehind() throws Exception {
        var kept = new LastReflections(folder.resolve("kept"));
        kept.write(folder, answer("a"));
        var file = files("kept").getFirst();
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        kept.write(folder, answer("b"));
        assertEquals(List.of(file), files("kept"));
    }

    private List<Path> files(String of) throws IOException {
        try (var files = Files.list(folder.resolve(of))) {
            return files.toList();
        }
    }

    @Test
    void theFileThatAWorkerDiesOfIsLeftOut() throws Exception {
        check("touchy", "src/a.ts");
    }

    @Test
    void aFileIsLeftOutUntilItChanges() throws Exception {
        check("touchy", "src/a.ts");
        assertEquals(List.of("src/a.ts"), deadly(project("touchy")).files());
    }

    private static Deadly deadly(Path project) throws IOException {
        var deadly = new Deadly(project);
        deadly.add("src/a.ts");
        return deadly;
    }

    @Test
    void aFileThatHasChangedIsTriedAgain() throws Exception {
        var deadly = deadly(project("answer"));
        Files.writeString(folder.resolve("answer/src/a.ts"), "changed");
        assertEquals(List.of(), deadly.files());
    }

    @Test
    void aFileThatIsGoneIsTriedAgain() throws Exception {
        var deadly = deadly(project("answer"));
        Files.delete(folder.resolve("answer/src/a.ts"));
        assertEquals(List.of(), deadly.files());
    }

    @Test
    void aWorkerThatAlwaysDiesIsGivenUp() throws Exception {
        var answer =
                reflections.ask(project("exit"), sign -> {}).answer().get(60, TimeUnit.SECONDS);
        assertInstanceOf(Answer.Failed.class, answer);
    }

    @Test
    void theLastAnswerIsKept() throws Exception {
        var last = new LastReflections(folder.resolve("last"));
        last.write(folder, answer("x"));
        assertEquals(Optional.of(answer("x")), last.read(folder));
    }

    @Test
    void ofAnotherProjectNothingIsKept() throws Exception {
        var last = new LastReflections(folder.resolve("last"));
        last.write(folder, answer("x"));
        assertEquals(Optional.empty(), last.read(folder.resolve("other")));
    }

    @Test
    void aDamagedAnswerIsNone() throws Exception {
        var last = new LastReflections(folder.resolve("last"));
        last.write(folder, answer("x"));
        try (var files = Files.list(folder.resolve("last"))) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {18, 0, 0});
        }
        assertEquals(Optional.empty(), last.read(folder));
    }

    @Test
    void whoCancelsHasTheAnswerAtOnce() throws Exception {
        var inquiry = reflections.ask(project("loop"), sign -> {});
        inquiry.cancel();
        assertInstanceOf(Answer.Cancelled.class, inquiry.answer().get(1, TimeUnit.SECONDS));
    }
}
