// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.script.BuildHearing;
import org.scenewright.script.SceneBuild;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Builds scenes before they are played, as the editor does.
 *
 * @param output takes what a build says
 */
record BuiltFirst(Consumer<String> output) implements BuildHearing {

    /**
     * @throws CommandFailed when there is no way to build it, or it cannot be built
     */
    void build(Path directory) throws InterruptedException {
        var builds = SceneBuild.of(SceneProject.at(directory), CoreComponents::load);
        if (builds.isEmpty()) {
            throw new CommandFailed("There is no package.json in " + directory + ".");
        }
        said("Building with " + builds.getFirst().name());
        var result = builds.getFirst().run(this);
        if (!result.isBuilt()) {
            throw new CommandFailed(directory + ": " + result.sentence());
        }
        said(result.sentence());
    }

    @Override
    public void said(String line) {
        output.accept(line);
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
