// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.assets.SnapshotUses;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.scene.SceneProject;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks where files are used: those that are selected, those that selected entities name, or the
 * one that the command is told.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class FindUses extends AbstractHandler {

    /** The file to look for, and the folder of its scene, where it is not what is selected. */
    private static final String FILE = "file";

    private static final String SCENE = "scene";

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        var display = HandlerUtil.getActiveWorkbenchWindow(event).getShell().getDisplay();
        var asked = asked(event);
        NewSearchUI.activateSearchResultView();
        ICoreRunnable looking =
                monitor -> {
                    var paths = new LinkedHashMap<SceneProject, Set<String>>();
                    asked.accept(paths);
                    display.execute(() -> paths.forEach(FindUses::search));
                };
        Job.create("Looking which files are meant", looking).schedule();
        return null;
    }

    private static void search(SceneProject scene, Set<String> names) {
        NewSearchUI.runQueryInBackground(new UseQuery(scene, names.stream().toList()));
    }

    /** What adds the files that are asked for; it asks the disk. */
    private static Consumer<Map<SceneProject, Set<String>>> asked(ExecutionEvent event) {
        var file = event.getParameter(FILE);
        var scene = event.getParameter(SCENE);
        if (file != null && scene != null) {
            return paths -> of(paths, SceneProject.of(Path.of(scene))).add(file);
        }
        var chosen =
                HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection some
                        ? some.toList()
                        : List.of();
        return paths -> {
            for (var element : chosen) {
                add(element, paths);
            }
        };
    }

    private static void add(Object element, Map<SceneProject, Set<String>> paths) {
        if (element instanceof EntityHandle handle) {
            addNamed(handle, paths);
        } else {
            var resource = Adapters.adapt(element, IResource.class);
            if (resource != null) {
                Spot.of(resource).ifPresent(spot -> of(paths, spot.scene()).add(spot.path()));
            }
        }
    }

    private static void addNamed(EntityHandle handle, Map<SceneProject, Set<String>> paths) {
        var session = handle.session();
        for (var use : SnapshotUses.of(session.project(), session.snapshot())) {
            if (use.entity().equals(handle.entity().toString())) {
                use.named().stream()
                        .filter(name -> name.indexOf('.') > 0)
                        .forEach(of(paths, session.project())::add);
            }
        }
    }

    /** One question for each folder, whatever composite of it was opened. */
    private static Set<String> of(Map<SceneProject, Set<String>> paths, SceneProject scene) {
        return paths.entrySet().stream()
                .filter(e -> e.getKey().directory().equals(scene.directory()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> paths.computeIfAbsent(scene, s -> new LinkedHashSet<>()));
    }
}
