// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong in one file, up to a number that people still look at; confined to one
 * thread.
 */
final class ProblemLog {
    private static final int MOST = 1000;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int more;

    ProblemLog(String file) {
        this.file = file;
    }

    /** The whole file cannot be read, and is not written. */
    void unreadable(SceneFormatException why) {
        String message = why.message() + " The file is left as it is.";
        add(new Problem(Problem.Severity.ERROR, file, "", "", why.line(), why.column(), message));
    }

    void warn(int line, String message) {
        warn("", "", line, message);
    }

    void warn(String entity, String field, int line, String message) {
        add(new Problem(Problem.Severity.WARNING, file, entity, field, line, message));
    }

    private void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    /** The problems in the order of their lines. */
    List<Problem> list() {
        var all = new ArrayList<>(problems);
        all.sort(Comparator.comparingInt(Problem::line));
        if (more > 0) {
            String message = "There are " + more + " more problems in this file.";
            all.add(new Problem(Problem.Severity.WARNING, file, "", "", 0, message));
        }
        return List.copyOf(all);
    }
}
