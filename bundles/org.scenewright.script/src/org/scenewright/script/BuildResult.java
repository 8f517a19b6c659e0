// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.util.List;

/**
 * How a build went.
 *
 * @param isBuilt whether there is something to play
 * @param sentence what became of it, for people
 * @param problems in the order in which they were told
 */
public record BuildResult(boolean isBuilt, String sentence, List<BuildProblem> problems) {
    public BuildResult {
        problems = List.copyOf(problems);
    }

    static BuildResult failed(String sentence) {
        return new BuildResult(false, sentence, List.of());
    }
}
