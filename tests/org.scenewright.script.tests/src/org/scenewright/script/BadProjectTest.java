// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Reflection;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What projects that mean no good do to the real worker process: nothing. */
class BadProjectTest {
    private static final String SDK = "import { engine, Schemas } from '@dcl/sdk/ecs'\n";
    private static final String GOOD = "good src/good.ts:2\n";

    @TempDir static Path shared;
    private static Optional<ScriptWorkers> workers = Optional.empty();

    @TempDir Path project;

    @BeforeAll
    static void start() {
        workers = WorkerHome.ofProperty(shared.resolve("cache")).map(ScriptWorkers::new);
    }

    @AfterAll
    static void end() {
        workers.ifPresent(ScriptWorkers::close);
    }

    private void write(String file, String text) throws IOException {
        write(file, text, StandardCharsets.UTF_8);
    }

    private void write(String file, String text, Charset charset) throws IOException {
        var path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(charset));
    }

    /** That beside the bad files the good one is read, and what is said of the bad ones. */
    private void check(String expected) throws Exception {
        write("package.json", "{ \"name\": \"bad\" }");
        write("src/good.ts", SDK + "export const Good = engine.defineComponent('good', {})\n");
        assertEquals(expected, shown(reflect()));
    }

    private Reflection reflect() throws Exception {
        var reflections = new Reflections(workers.orElseThrow(), shared.resolve("last"));
        var answer = reflections.ask(project, sign -> {}).answer().get(2, TimeUnit.MINUTES);
        return assertInstanceOf(Answer.Reflected.class, answer).reflection();
    }

    private static String shown(Reflection reflection) {
        return Stream.concat(
                        reflection.definitions().stream()
                                .map(
                                        d ->
                                                d.name()
                                                        + " "
                                                        + d.place().file()
                                                        + ":"
                                                        + d.place().line()),
                        reflection.findings().stream().map(f -> f.kind() + " " + f.place().file()))
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Of a file that defines a component and then does something. */
    private void checkFile(String code, String expected) throws Exception {
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('bad', {})\n" + code);
        check(expected);
    }

    @Test
    void anEndlessLoopEndsAtALimit() throws Exception {
        checkFile(
                "while (true) {}\n",
                "bad src/bad.ts:2\n" + GOOD + "LIMIT src/bad.ts\nSIDE_EFFECT src/bad.ts\n");
    }

    @Test
    void aRecursionThatCatchesEverythingEndsAtALimit() throws Exception {
        // The worker may be killed over it, or count its steps in time; then the definition counts.
        write(
                "src/bad.ts",
                "function f(): any { try { return f() } catch { return f() } }\n"
                        + "export const x = f()\n"
                        + SDK
                        + "export const Bad = engine.defineComponent('bad', {})\n");
        check(GOOD + "LIMIT src/bad.ts\n");
    }

    @Test
    void aPlainRecursionFails() throws Exception {
        checkFile(
                "const f = (n: number): number => f(n + 1) + 1\nexport const x = f(0)\n",
                "bad src/bad.ts:2\n" + GOOD + "FAILED src/bad.ts\n");
    }

    @Test
    void anArrayThatFillsTheMemoryEndsAtALimit() throws Exception {
        checkFile(
                "export const x = new Array(400_000_000).fill('x').map((s, i) => s + i)\n",
                GOOD + "LIMIT src/bad.ts\n");
    }

    @Test
    void aFileOfFiveMegabytesIsLeftOut() throws Exception {
        checkFile("// padding\n".repeat(500_000), GOOD + "LIMIT src/bad.ts\n");
    }

    @Test
    void utf16IsRead() throws Exception {
        var code = "\ufeff" + SDK + "export const Ä = engine.defineComponent('ä', {})\n";
        write("src/little.ts", code, StandardCharsets.UTF_16LE);
        check(GOOD + "ä src/little.ts:2\n");
    }

    @Test
    void linksInACircleAreNotFollowed() throws Exception {
        Files.createDirectories(project.resolve("src"));
        Files.createSymbolicLink(project.resolve("src/up"), project);
        Files.createSymbolicLink(project.resolve("src/self.ts"), Path.of("self.ts"));
        check(GOOD);
    }

    @Test
    void manyFilesInPackagesCostNothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            var folder = Files.createDirectories(project.resolve("node_modules/many/" + i));
            for (int j = 0; j < 1_000; j++) {
                Files.createFile(folder.resolve(j + ".js"));
            }
        }
        check(GOOD);
    }

    @Test
    void filesThatImportEachOtherAreRead() throws Exception {
        write(
                "src/a.ts",
                SDK
                        + "import { B } from './b'\n"
                        + "export const A = engine.defineComponent('a', {})\n"
                        + "export const b = () => B\n");
        write(
                "src/b.ts",
                SDK
                        + "import { A } from './a'\n"
                        + "export const B = engine.defineComponent('b', {})\n"
                        + "export const a = () => A\n");
        check("a src/a.ts:3\nb src/b.ts:3\n" + GOOD);
    }

    @Test
    void anAbsentPackageIsNamed() throws Exception {
        checkFile(
                "import absent from 'absent'\nexport const x = () => absent\n",
                "bad src/bad.ts:2\n" + GOOD + "MISSING src/bad.ts\n");
    }

    @Test
    void aSyntaxErrorIsNamed() throws Exception {
        checkFile("export const = 3\n", GOOD + "SYNTAX src/bad.ts\n");
    }

    @Test
    void whileAFileIsHalfWrittenItsComponentsAreAsTheyWere() throws Exception {
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('bad', {})\n");
        check("bad src/bad.ts:2\n" + GOOD);
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('bad', { a: })\n");
        check("bad src/bad.ts:2\n" + GOOD + "SYNTAX src/bad.ts\n");
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('worse', { a: })\n");
        check("bad src/bad.ts:2\n" + GOOD + "SYNTAX src/bad.ts\n");
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('mended', {})\n");
        check("mended src/bad.ts:2\n" + GOOD);
    }

    @Test
    void aFileThatIsDeletedHalfWrittenDefinesNothing() throws Exception {
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('bad', {})\n");
        check("bad src/bad.ts:2\n" + GOOD);
        write("src/bad.ts", SDK + "export const Bad = engine.defineComponent('bad', { a: })\n");
        check("bad src/bad.ts:2\n" + GOOD + "SYNTAX src/bad.ts\n");
        Files.delete(project.resolve("src/bad.ts"));
        check(GOOD);
    }
}
