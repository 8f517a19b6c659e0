// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** Output as compilers wrote it. */
class BuildReportTest {
    private static final Path PROJECT = Path.of("scene").toAbsolutePath();

    private static void check(String output, String... expected) {
        var report = new BuildReport(PROJECT);
        output.lines().forEach(report::add);
        var told = report.problems().stream().map(BuildReportTest::line).toList();
        assertEquals(List.of(expected), told);
    }

    private static String line(BuildProblem problem) {
        var place = problem.place();
        return "%s %s:%d:%d %s"
                .formatted(
                        problem.severity(),
                        place.file(),
                        place.line(),
                        place.column(),
                        problem.message());
    }

    @Test
    void esbuildSaysWhereBelow() {
        check(
                """
                ✘ [ERROR] Could not resolve "./nothing"

                    src/index.ts:3:18:
                      3 │ import x from './nothing'
                        ╵               ~~~~~~~~~~~

                ▲ [WARNING] Comparison with -0 [equals-negative-zero]

                    src/a b.ts:12:0:
                1 error
                """,
                "ERROR src/index.ts:3:19 Could not resolve \"./nothing\"",
                "WARNING src/a b.ts:12:1 Comparison with -0 [equals-negative-zero]");
    }

    @Test
    void whatIsSaidTwiceIsOneProblem() {
        check(
                """
                ✘ [ERROR] Expected ";" but found "x"

                    src/index.ts:3:4:
                Error: Build failed with 1 error:
                src/index.ts:3:4: ERROR: Expected ";" but found "x"
                """,
                "ERROR src/index.ts:3:5 Expected \";\" but found \"x\"");
    }

    @Test
    void tscIsReadPlainAndPretty() {
        check(
                """
                src/index.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.
                src/b.tsx:7:11 - error TS2304: Cannot find name 'y'.
                """,
                "ERROR src/index.ts:3:5 TS2322: Type 'string' is not assignable to type 'number'.",
                "ERROR src/b.tsx:7:11 TS2304: Cannot find name 'y'.");
    }

    @Test
    void whatHasNoPlaceIsOfTheProject() {
        check("✘ [ERROR] Cannot read file\n", "ERROR :0:0 Cannot read file");
    }

    @Test
    void placesAreThoseOfTheProject() {
        check(
                PROJECT.resolve("src/index.ts") + "(1,2): error TS1: here\n",
                "ERROR src/index.ts:1:2 TS1: here");
    }

    @Test
    void otherWordsAreNoProblems() {
        check("Bundle saved bin/index.js\n    at foo (x.js:1:2)\nsee http://localhost:80:1:\n\n");
    }

    @Test
    void endlessLinesAndProblemsAreBounded() {
        var report = new BuildReport(PROJECT);
        for (int i = 1; i <= 5000; i++) {
            report.add("src/index.ts(" + i + ",1): error TS1: " + "x".repeat(100));
        }
        report.add("(".repeat(2000) + ":1:1: ERROR: ");
        assertEquals(1000, report.problems().size());
    }
}
