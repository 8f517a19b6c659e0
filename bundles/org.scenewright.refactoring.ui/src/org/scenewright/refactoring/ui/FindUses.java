// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.assets.SnapshotUses;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.scene.SceneProject;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Looks where the files that are selected are used, or the files that selected entities name. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class FindUses extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection chosen) {
            var paths = new LinkedHashMap<SceneProject, Set<String>>();
            for (var element : chosen.toList()) {
                add(element, paths);
            }
            NewSearchUI.activateSearchResultView();
            paths.forEach(
                    (scene, names) ->
                            NewSearchUI.runQueryInBackground(
                                    new UseQuery(scene, names.stream().toList())));
        }
        return null;
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
