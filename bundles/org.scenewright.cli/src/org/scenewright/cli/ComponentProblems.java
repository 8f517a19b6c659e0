// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.script.Conflict;
import org.scenewright.script.ProjectComponents;
import org.scenewright.script.ProjectTypes;

import java.util.List;

/** The conflicts of a project's components as problems of its files. */
final class ComponentProblems {
    private ComponentProblems() {}

    /** Those that a scene does not tell itself. */
    static List<Problem> of(ProjectTypes types, LoadedScene scene) {
        var told = scene.problems();
        return ProjectComponents.of(types, composites(scene.project(), types)).conflicts().stream()
                .filter(conflict -> conflict.misfit().filter(told::contains).isEmpty())
                .map(ComponentProblems::problem)
                .toList();
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
