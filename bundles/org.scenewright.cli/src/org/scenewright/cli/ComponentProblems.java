// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.script.Conflict;
import org.scenewright.script.ProjectComponents;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.wire.Finding;

import java.util.List;

/** The conflicts of a project's components as problems of its files. */
final class ComponentProblems {
    private ComponentProblems() {}

    /** Those that a scene does not tell itself. */
    static List<Problem> of(ProjectTypes types, LoadedScene scene) {
        var told = scene.problems();
        return ProjectComponents.of(types, composites(scene.project(), types)).conflicts().stream()
                .filter(conflict -> told.stream().noneMatch(p -> isTold(conflict, p)))
                .map(ComponentProblems::problem)
                .toList();
    }

    /** What does not fit in the shape of a component is told field by field. */
    private static boolean isTold(Conflict conflict, Problem told) {
        return conflict.misfit()
                .map(told::equals)
                .orElseGet(
                        () ->
                                told.entity().isEmpty()
                                        && told.file().equals(conflict.place().file())
                                        && told.line() == conflict.place().line()
                                        && (told.field() + ".")
                                                .startsWith(conflict.component() + "."));
    }

    /** Those of source files, so that components may be missing. */
    static List<Problem> of(List<Finding> findings) {
        return findings.stream()
                .filter(ComponentList::hidesComponents)
                .map(ComponentProblems::problem)
                .toList();
    }

    private static Problem problem(Finding finding) {
        var place = finding.place();
        return new Problem(
                Problem.Severity.ERROR, place.file(), "", "", place.line(), finding.message());
    }

    /** All composites of a project, read with its types. */
    static List<CompositeFile> composites(SceneProject project, ProjectTypes types) {
        return project.composites().stream()
                .map(file -> CompositeFile.read(file, project.relative(file), types.types()))
                .toList();
    }

    private static Problem problem(Conflict conflict) {
        var place = conflict.place();
        return conflict.misfit()
                .orElseGet(
                        () ->
                                new Problem(
                                        Problem.Severity.WARNING,
                                        place.file(),
                                        "",
                                        conflict.component(),
                                        place.line(),
                                        conflict.message()));
    }
}
