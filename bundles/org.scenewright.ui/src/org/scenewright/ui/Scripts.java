// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.runtime.Registration;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.Reflections;
import org.scenewright.script.ScriptWorkers;
import org.scenewright.script.WorkerHome;
import org.scenewright.script.wire.Definition;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the source files of projects say, for all scenes of a workbench: one worker process and,
 * while scenes are open, their projects. UI thread but where it says otherwise.
 */
public final class Scripts implements IDisposable {
    private static final System.Logger LOG = System.getLogger(Scripts.class.getName());

    private final Supplier<ComponentTypes> core;
    private final CompletableFuture<ScriptWorkers> workers;
    private final CompletableFuture<Reflections> reflections;
    private final Map<Path, ScriptProject> projects = new HashMap<>();

    /**
     * @param core the types that every scene has; asked in the background
     */
    public Scripts(Supplier<ComponentTypes> core) {
        this.core = core;
        var state = Platform.getStateLocation(Platform.getBundle("org.scenewright.ui"));
        // Where the jars are is asked of the disk.
        var cache = folder(state, "worker");
        workers =
                CompletableFuture.supplyAsync(() -> workers(cache))
                        .exceptionally(failure -> withoutJars(cache, failure));
        reflections =
                workers.thenApply(found -> new Reflections(found, folder(state, "components")));
    }

    private static ScriptWorkers workers(Path cache) {
        return new ScriptWorkers(WorkerPath.home(cache));
    }

    /** Scenes open all the same; who asks for components is told that there is no worker. */
    private static ScriptWorkers withoutJars(Path cache, Throwable failure) {
        LOG.log(System.Logger.Level.WARNING, "The jars of the worker were not found", failure);
        return new ScriptWorkers(WorkerHome.of(List.of(), cache));
    }

    private static Path folder(IPath state, String name) {
        return state.append(name).toPath();
    }

    /**
     * The types that a project had when its files were read last, perhaps before a restart, or else
     * those that every scene has. It reads files: not for the UI thread.
     */
    ComponentTypes last(Path directory) {
        var types = core.get();
        return reflections
                .join()
                .last(directory)
                .map(found -> ProjectTypes.of(types, found).types())
                .orElse(types);
    }

    /**
     * Reads the files of a scene's project from now on whenever they change, until the registration
     * is closed.
     *
     * @param notes takes what there is to know, as sentences
     */
    Registration follow(OpenScene scene, Consumer<String> notes) {
        var directory = scene.session().project().directory();
        var project =
                projects.computeIfAbsent(
                        directory, folder -> new ScriptProject(folder, reflections, core));
        var membership = project.join(new Member(scene, notes));
        return () -> {
            membership.close();
            if (project.isEmpty() && projects.remove(directory, project)) {
                project.close();
            }
        };
    }

    /** Writes the TypeScript that names the components of a scene's project, in the background. */
    void generate(OpenScene scene) {
        var generation = new Generation(scene, core);
        var directory = scene.session().project().directory();
        new SourceReading(directory, reflections, (job, answer) -> generation.take(answer))
                .schedule();
    }

    /** A scene that is told of its project on whatever thread. */
    private record Member(OpenScene scene, Consumer<String> notes) implements ScriptProject.Member {

        @Override
        public void declare(ComponentTypes types) {
            scene.session().declare(types);
        }

        @Override
        public void former(List<Definition> gone) {
            scene.ui().execute(() -> scene.former(gone));
        }

        /** How the scene was opened is more important to know. */
        @Override
        public void note(String sentence) {
            if (scene.session().notice().isEmpty()) {
                scene.ui().execute(() -> notes.accept(sentence));
            }
        }
    }

    /** The processes end with the workbench. */
    @Override
    public void dispose() {
        projects.values().forEach(ScriptProject::close);
        projects.clear();
        workers.thenAccept(ScriptWorkers::close);
    }
}
