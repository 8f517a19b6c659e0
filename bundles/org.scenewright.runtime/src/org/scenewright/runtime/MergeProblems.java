// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Conflict;
import org.scenewright.scene.Loss;
import org.scenewright.scene.Problem;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneProject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** What people ought to know of what was merged into a scene, until they save it; of its thread. */
final class MergeProblems {
    private static final int MOST_CONFLICTS = 1000;
    private static final int MOST_LOSSES = 100;
    private static final int MOST_COMPLAINTS = 16;

    private final SequencedMap<String, Conflict> conflicts = new LinkedHashMap<>();
    private final SequencedSet<String> complaints = new LinkedHashSet<>();

    /** All of them, with the fields that got lost. */
    List<Problem> list(SceneProject project, Scene scene) {
        var problems = new ArrayList<Problem>();
        conflicts.values().forEach(conflict -> problems.add(problem(conflict, project, scene)));
        scene.losses().stream()
                .limit(MOST_LOSSES)
                .forEach(loss -> problems.add(problem(loss, project, scene)));
        complaints.forEach(complaint -> problems.add(problem(complaint, project)));
        return problems;
    }

    /** Notes what could not be taken of what others wrote. */
    void complain(List<String> reasons) {
        complaints.addAll(reasons);
        while (complaints.size() > MOST_COMPLAINTS) {
            complaints.removeFirst();
        }
    }

    /** Notes conflicts beside those that were told before of other fields. */
    void conflict(List<Conflict> more) {
        more.forEach(
                conflict -> conflicts.put(conflict.entity() + " " + conflict.field(), conflict));
        while (conflicts.size() > MOST_CONFLICTS) {
            conflicts.pollLastEntry();
        }
    }

    /** Forgets the conflicts: people agreed on what is there. */
    void settled() {
        conflicts.clear();
    }

    private static Problem problem(String complaint, SceneProject project) {
        return new Problem(
                Problem.Severity.WARNING,
                project.relative(project.composite()),
                "",
                "",
                0,
                complaint);
    }

    private static Problem problem(Loss loss, SceneProject project, Scene scene) {
        return new Problem(
                Problem.Severity.WARNING,
                project.relative(project.composite()),
                loss.entity().toString(),
                loss.field(),
                0,
                loss.sentence(scene.snapshot()));
    }

    private static Problem problem(Conflict conflict, SceneProject project, Scene scene) {
        return new Problem(
                Problem.Severity.WARNING,
                project.relative(project.file(conflict)),
                conflict.entity().toString(),
                conflict.field(),
                0,
                conflict.sentence(scene.snapshot()));
    }
}
