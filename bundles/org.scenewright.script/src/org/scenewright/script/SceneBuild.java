// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One way to build the code of a scene into the file that {@code scene.json} names; on any thread,
 * which it keeps until the build is over.
 */
public sealed interface SceneBuild permits EsbuildBuild, NpmBuild {

    /** What it is called by people. */
    String name();

    /** Builds what the files on disk say. */
    BuildResult run(BuildHearing hearing) throws InterruptedException;

    /**
     * The ways that a project offers, the best first; it asks the disk.
     *
     * <p>That is the project's own esbuild where nothing but the SDK's build would be run, and
     * {@code npm run build} where the project has something else in mind.
     *
     * @param core the types that every scene has
     */
    static List<SceneBuild> of(SceneProject project, Supplier<ComponentTypes> core) {
        var script = PackageScript.of(project.directory());
        var esbuild =
                EsbuildTools.in(project.directory())
                        .filter(tools -> script.isSdk())
                        .map(tools -> new EsbuildBuild(project, tools, core, script));
        return Stream.of(esbuild, npm(project)).<SceneBuild>flatMap(Optional::stream).toList();
    }

    /** {@code npm run build}, where there is a {@code package.json}. */
    static Optional<? extends SceneBuild> npm(SceneProject project) {
        return NpmBuild.in(project.directory());
    }
}
