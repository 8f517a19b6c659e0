// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Place;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Tiny projects whose build is a line of their own. */
@Timeout(120)
class NpmBuildTest {
    @TempDir Path folder = Path.of("");
    private final List<String> said = new CopyOnWriteArrayList<>();

    private final class Ears implements BuildHearing {
        @Override
        public void said(String line) {
            said.add(line);
        }

        @Override
        public boolean isCancelled() {
            return said.contains("waiting");
        }
    }

    private BuildResult build(String code) throws IOException, InterruptedException {
        boolean hasNpm =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "npm")));
        assumeTrue(hasNpm, "there is no npm");
        Files.writeString(folder.resolve("build.js"), code);
        Files.writeString(
                folder.resolve("package.json"),
                "{\"name\":\"tiny\",\"scripts\":{\"build\":\"node build.js\"}}");
        return NpmBuild.in(folder).orElseThrow().run(new Ears());
    }

    @Test
    void whatTheProjectSaysIsRunInItsFolder() throws Exception {
        var result =
                build(
                        "require('fs').writeFileSync('made.js', '1');"
                                + "console.log('\\u001b[31mdone\\u001b[0m')");
        assertTrue(result.isBuilt(), result::sentence);
        assertTrue(said.contains("done"), said::toString);
        assertTrue(Files.exists(folder.resolve("made.js")));
        assertEquals(List.of(), result.problems());
    }

    @Test
    void whatFailsSaysWhere() throws Exception {
        var result = build("console.error('src/index.ts(2,3): error TS1005: no'); process.exit(7)");
        assertEquals("The build failed with exit code 7.", result.sentence());
        assertFalse(result.isBuilt());
        assertEquals(
                List.of(
                        new BuildProblem(
                                new Place("src/index.ts", 2, 3),
                                BuildProblem.Severity.ERROR,
                                "TS1005: no")),
                result.problems());
    }

    @Test
    void endlessLinesAreCutOff() throws Exception {
        build("process.stdout.write('x'.repeat(1e6)); process.stdout.write('\\nend\\n')");
        assertTrue(said.contains("end"), "what comes after it is heard");
        assertEquals(2000, said.stream().mapToInt(String::length).max().orElse(0));
    }

    @Test
    void whoNoLongerWaitsNeedNotWait() throws Exception {
        var result = build("console.log('waiting'); setInterval(() => {}, 1000)");
        assertEquals(BuildResult.failed("The build was ended."), result);
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws Exception {
        var process = new BuildProcess(List.of("no-such-program"), folder, Map.of(), "");
        var failure = assertThrows(IOException.class, () -> process.run(new Ears()));
        assertTrue(failure.getMessage().contains("no-such-program"));
    }
}
