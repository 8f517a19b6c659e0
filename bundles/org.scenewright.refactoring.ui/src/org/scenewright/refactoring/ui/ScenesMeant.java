// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The scenes that people mean by what they have selected or, where nothing with a place is
 * selected, by the active editor.
 *
 * @param places in scenes or not
 * @param open scenes that are known to be some
 */
@SuppressWarnings("null") // the platform's types say nothing about null
record ScenesMeant(List<IResource> places, List<SceneProject> open) {

    /** By what was selected when a command was given; on the UI thread. */
    static ScenesMeant of(ExecutionEvent event) {
        var chosen =
                HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection some
                        ? of(some.toList())
                        : of(List.of());
        return chosen.isEmpty()
                ? Optional.ofNullable(HandlerUtil.getActiveEditor(event))
                        .map(ScenesMeant::of)
                        .orElse(chosen)
                : chosen;
    }

    static ScenesMeant of(List<?> elements) {
        var places = new ArrayList<IResource>();
        var open = new ArrayList<SceneProject>();
        for (var element : elements) {
            if (element instanceof EntityHandle handle) {
                open.add(handle.session().project());
            } else {
                Optional.ofNullable(Adapters.adapt(element, IResource.class))
                        .ifPresent(places::add);
            }
        }
        return new ScenesMeant(List.copyOf(places), List.copyOf(open));
    }

    private static ScenesMeant of(IEditorPart editor) {
        return Optional.ofNullable(editor.getAdapter(SceneSession.class))
                .map(session -> new ScenesMeant(List.of(), List.of(session.project())))
                .orElseGet(() -> of(List.of(editor.getEditorInput())));
    }

    boolean isEmpty() {
        return places.isEmpty() && open.isEmpty();
    }

    /** One for each folder; it asks the disk. */
    List<SceneProject> find() {
        var found = new LinkedHashMap<Object, SceneProject>();
        open.forEach(scene -> found.putIfAbsent(scene.directory(), scene));
        places.stream()
                .flatMap(place -> Spot.scenes(place).stream())
                .forEach(scene -> found.putIfAbsent(scene.directory(), scene));
        return List.copyOf(found.values());
    }

    /** What to say where no scene was found. */
    String none() {
        return places.stream()
                .findFirst()
                .map(place -> place.getFullPath().makeRelative() + " is in no scene.")
                .orElse("Select a file of a scene, or open one, to say which scene is meant.");
    }
}
