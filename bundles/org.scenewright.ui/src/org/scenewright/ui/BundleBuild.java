// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.scene.SceneProject;
import org.scenewright.script.BuildHearing;
import org.scenewright.script.BuildResult;
import org.scenewright.script.SceneBuild;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Builds the code of a scene in the background: what that says goes to the console of the scene,
 * and problems become markers, until it is built again.
 */
final class BundleBuild {
    private final SceneProject project;
    private final ScriptOutput output;
    private final Way way;
    private final SourceMarkers markers;
    private final CompletableFuture<BuildResult> result = new CompletableFuture<>();

    /** How to build. */
    enum Way {
        /** As fast as the project allows. */
        BEST,
        /** As the project itself says. */
        NPM
    }

    BundleBuild(SceneProject project, ScriptOutput output, Way way) {
        this.project = project;
        this.output = output;
        this.way = way;
        markers = new SourceMarkers(project.directory(), SourceMarkers.BUILD_TYPE);
    }

    /** Hears a build, which ends when people no longer want it. */
    private final class Ears implements BuildHearing {
        private final IProgressMonitor monitor;

        Ears(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void said(String line) {
            output.said(ScriptHearing.Level.LOG, line, Optional.empty());
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }
    }

    /** Begins; what comes of it, once that is known. */
    CompletableFuture<BuildResult> start() {
        var core = CoreTypes.of(PlatformUI.getWorkbench());
        ICoreRunnable building = monitor -> build(core, monitor);
        var job = Job.create("Building " + project.directory().getFileName(), building);
        job.setUser(false);
        // Whoever waits is told as well where people cancel it before it begins, or it breaks off.
        job.addJobChangeListener(IJobChangeListener.onDone(event -> result.complete(ended())));
        job.schedule();
        return result;
    }

    private void build(CoreTypes core, IProgressMonitor monitor) {
        markers.replace(List.of());
        try {
            var all = builds(core);
            end(all.isEmpty() ? nothing() : build(all.getFirst(), monitor));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            end(ended());
        }
    }

    private static BuildResult ended() {
        return new BuildResult(false, "The build was ended.", List.of());
    }

    private List<SceneBuild> builds(CoreTypes core) {
        return switch (way) {
            case BEST -> SceneBuild.of(project, core);
            case NPM -> SceneBuild.npm(project).<List<SceneBuild>>map(List::of).orElse(List.of());
        };
    }

    private BuildResult build(SceneBuild build, IProgressMonitor monitor)
            throws InterruptedException {
        monitor.beginTask(build.name(), IProgressMonitor.UNKNOWN);
        var ears = new Ears(monitor);
        ears.said("Building with " + build.name());
        return build.run(ears);
    }

    private BuildResult nothing() {
        var sentence = "Nothing was built: there is no package.json in " + project.directory();
        return new BuildResult(false, sentence, List.of());
    }

    private void end(BuildResult done) {
        markers.replace(done.problems().stream().map(SourceProblem::of).toList());
        if (done.isBuilt()) {
            output.said(ScriptHearing.Level.LOG, done.sentence(), Optional.empty());
        } else {
            output.failed(done.sentence(), "");
        }
        result.complete(done);
    }
}
