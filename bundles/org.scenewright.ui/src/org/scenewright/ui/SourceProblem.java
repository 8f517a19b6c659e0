// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IMarker;
import org.scenewright.script.BuildProblem;
import org.scenewright.script.Conflict;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something about a source file that is worth a marker.
 *
 * @param place where it is shown; a file that is not there stands for the project
 * @param severity one of those of {@link IMarker}
 * @param message a sentence for people
 * @param other the place of the definition that it stands against, if it does
 */
record SourceProblem(Place place, int severity, String message, Optional<Place> other) {
    private static final String LIBRARIES = "node_modules/";
    private static final Place PROJECT = new Place("package.json", 0, 0);

    /** One that no file is the cause of. */
    static SourceProblem ofProject(String message) {
        return new SourceProblem(PROJECT, IMarker.SEVERITY_ERROR, message, Optional.empty());
    }

    /** What a compiler has to say. */
    static SourceProblem of(BuildProblem told) {
        int severity =
                switch (told.severity()) {
                    case ERROR -> IMarker.SEVERITY_ERROR;
                    case WARNING -> IMarker.SEVERITY_WARNING;
                };
        return new SourceProblem(told.place(), severity, told.message(), Optional.empty()).seen();
    }

    static List<SourceProblem> of(List<Finding> findings, List<Conflict> conflicts) {
        return Stream.concat(
                        findings.stream().filter(SourceProblem::isOurs).map(SourceProblem::of),
                        conflicts.stream().map(conflict -> of(conflict, conflicts)))
                .map(SourceProblem::seen)
                .distinct()
                .toList();
    }

    /**
     * What libraries do beside defining components, and what they would like to have, is theirs.
     */
    private static boolean isOurs(Finding finding) {
        return switch (finding.kind()) {
            case SIDE_EFFECT, MISSING -> !isOfLibrary(finding.place());
            case SYNTAX, LIMIT, FAILED -> true;
        };
    }

    private static boolean isOfLibrary(Place place) {
        return place.file().contains(LIBRARIES);
    }

    private static SourceProblem of(Finding finding) {
        return new SourceProblem(
                finding.place(), severity(finding), finding.message(), Optional.empty());
    }

    /** Nobody here can mend a library. */
    private static int severity(Finding finding) {
        return switch (finding.kind()) {
            case SYNTAX, FAILED ->
                    isOfLibrary(finding.place())
                            ? IMarker.SEVERITY_WARNING
                            : IMarker.SEVERITY_ERROR;
            case SIDE_EFFECT, LIMIT, MISSING -> IMarker.SEVERITY_WARNING;
        };
    }

    private static SourceProblem of(Conflict conflict, List<Conflict> all) {
        var other =
                all.stream()
                        .filter(more -> more.component().equals(conflict.component()))
                        .map(Conflict::place)
                        .filter(place -> !place.equals(conflict.place()))
                        .findFirst();
        String message = conflict.component() + ": " + conflict.message();
        return new SourceProblem(conflict.place(), IMarker.SEVERITY_ERROR, message, other);
    }

    /** The folder of the libraries is not part of the workspace: what is wrong there says where. */
    private SourceProblem seen() {
        String line = place.line() > 0 ? ", line " + place.line() : "";
        return isOfLibrary(place)
                ? new SourceProblem(PROJECT, severity, place.file() + line + ": " + message, other)
                : this;
    }
}
