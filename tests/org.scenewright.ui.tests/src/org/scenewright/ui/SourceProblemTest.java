// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.IMarker;
import org.junit.jupiter.api.Test;
import org.scenewright.script.BuildProblem;
import org.scenewright.script.Conflict;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;

import java.util.List;
import java.util.Optional;

/** Where people are shown what is the matter with source files, and how seriously. */
class SourceProblemTest {
    private static final Place OURS = new Place("src/one.ts", 3, 1);
    private static final Place TWO = new Place("src/two.ts", 5, 1);
    private static final Place THEIRS = new Place("node_modules/lib/index.js", 7, 1);

    private static String seen(Finding.Kind kind, Place place) {
        var found = SourceProblem.of(List.of(new Finding(kind, place, "Why.")), List.of());
        return String.join("; ", found.stream().map(SourceProblemTest::seen).toList());
    }

    private static String seen(SourceProblem problem) {
        return problem.severity()
                + " "
                + problem.place().file()
                + ":"
                + problem.place().line()
                + " "
                + problem.message();
    }

    private static void check(String expected, Finding.Kind kind, Place place) {
        assertEquals(expected, seen(kind, place));
    }

    @Test
    void aSideEffectIsAWarningOnItsLine() {
        check(IMarker.SEVERITY_WARNING + " src/one.ts:3 Why.", Finding.Kind.SIDE_EFFECT, OURS);
    }

    @Test
    void whatCannotBeReadIsAnError() {
        check(IMarker.SEVERITY_ERROR + " src/one.ts:3 Why.", Finding.Kind.SYNTAX, OURS);
        check(IMarker.SEVERITY_ERROR + " src/one.ts:3 Why.", Finding.Kind.FAILED, OURS);
    }

    @Test
    void whatIsAbsentOrTooLargeIsAWarning() {
        check(IMarker.SEVERITY_WARNING + " src/one.ts:3 Why.", Finding.Kind.MISSING, OURS);
        check(IMarker.SEVERITY_WARNING + " src/one.ts:3 Why.", Finding.Kind.LIMIT, OURS);
    }

    @Test
    void whatLibrariesDoIsTheirs() {
        check("", Finding.Kind.SIDE_EFFECT, THEIRS);
        check("", Finding.Kind.MISSING, THEIRS);
    }

    @Test
    void aLibraryThatCannotBeReadIsToldOnTheProject() {
        check(
                IMarker.SEVERITY_WARNING
                        + " package.json:0 node_modules/lib/index.js, line 7: Why.",
                Finding.Kind.FAILED,
                THEIRS);
    }

    @Test
    void ofTwoDefinitionsEachLeadsToTheOther() {
        var found =
                SourceProblem.of(
                        List.of(),
                        List.of(
                                new Conflict("a::B", OURS, "Differs."),
                                new Conflict("a::B", TWO, "Differs.")));
        assertEquals(
                List.of(Optional.of(TWO), Optional.of(OURS)),
                found.stream().map(SourceProblem::other).toList());
        assertEquals("a::B: Differs.", found.getFirst().message());
    }

    @Test
    void aDefinitionThatStandsAgainstNoOtherLeadsNowhere() {
        var found = SourceProblem.of(List.of(), List.of(new Conflict("a::B", OURS, "No.")));
        assertEquals(Optional.empty(), found.getFirst().other());
    }

    private static String told(Place place, BuildProblem.Severity severity) {
        return seen(SourceProblem.of(new BuildProblem(place, severity, "Why.")));
    }

    @Test
    void whatACompilerSaysIsOnItsLine() {
        assertEquals(
                IMarker.SEVERITY_ERROR + " src/one.ts:3 Why.",
                told(OURS, BuildProblem.Severity.ERROR));
        assertEquals(
                IMarker.SEVERITY_WARNING + " src/one.ts:3 Why.",
                told(OURS, BuildProblem.Severity.WARNING));
    }

    @Test
    void whatACompilerSaysOfALibraryIsToldOnTheProject() {
        assertEquals(
                IMarker.SEVERITY_ERROR + " package.json:0 node_modules/lib/index.js, line 7: Why.",
                told(THEIRS, BuildProblem.Severity.ERROR));
    }
}
