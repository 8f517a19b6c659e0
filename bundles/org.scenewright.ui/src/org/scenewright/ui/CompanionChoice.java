// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The scenes that one can be played with: those open in editors, those of the workspace, and those
 * that were chosen before.
 *
 * @param own the scene that is to be played
 * @param offered the others, by title
 */
record CompanionChoice(SceneCard own, List<SceneCard> offered) {
    /** More than anybody reads. */
    private static final int MOST = 200;

    private static final Set<String> SKIPPED = Set.of("node_modules", "bin");

    CompanionChoice {
        offered = List.copyOf(offered);
    }

    /** Asks people which scenes are played beside one, and plays them; UI thread. */
    static void ask(OpenScene scene) {
        var own = SceneCard.of(scene);
        var chosen = PlayHabits.ofWorkspace().companions(own.directory());
        var folders = new LinkedHashSet<Path>();
        chosen.forEach(companion -> folders.add(companion.directory()));
        folders.addAll(edited(PlatformUI.getWorkbench()));
        var choice =
                CompletableFuture.supplyAsync(
                        () -> {
                            folders.addAll(inWorkspace());
                            return of(own, folders);
                        });
        scene.ui()
                .then(
                        choice,
                        found -> new PlayWith(shell(), found, chosen, scene.play()::with).open());
    }

    private static Shell shell() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null
                ? PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell()
                : window.getShell();
    }

    /** The choice among folders; it asks the disk what is in them. */
    static CompanionChoice of(SceneCard own, Collection<Path> folders) {
        var cards =
                folders.stream()
                        .distinct()
                        .filter(folder -> !folder.equals(own.directory()))
                        .limit(MOST)
                        .flatMap(folder -> SceneCard.of(folder).stream())
                        .sorted(Comparator.comparing(SceneCard::title))
                        .toList();
        return new CompanionChoice(own, cards);
    }

    private static List<Path> edited(IWorkbench workbench) {
        return Stream.of(workbench.getWorkbenchWindows())
                .map(IWorkbenchWindow::getPages)
                .flatMap(Stream::of)
                .map(IWorkbenchPage::getEditorReferences)
                .flatMap(Stream::of)
                .flatMap(editor -> scene(editor).stream())
                .map(open -> open.session().project().directory())
                .toList();
    }

    private static Optional<OpenScene> scene(IEditorReference editor) {
        return editor.getEditor(false) instanceof SceneEditor open
                ? open.desk().scene()
                : Optional.empty();
    }

    /** The folders of the workspace that hold a {@code scene.json}. */
    private static List<Path> inWorkspace() {
        var found = new LinkedHashSet<Path>();
        try {
            Workspace.root().accept(resource -> look(resource, found), IResource.NONE);
        } catch (CoreException unreadable) {
            ILog.of(CompanionChoice.class).warn("The workspace was not searched", unreadable);
        }
        return List.copyOf(found);
    }

    private static boolean look(IResourceProxy resource, Set<Path> found) {
        if (resource.getType() == IResource.FILE) {
            var place = resource.getName().equals("scene.json") ? resource.requestResource() : null;
            if (place != null && place.getLocation() != null) {
                found.add(place.getLocation().removeLastSegments(1).toPath());
            }
        }
        boolean isSkipped =
                SKIPPED.contains(resource.getName()) || resource.getName().startsWith(".");
        return resource.isAccessible() && !isSkipped && found.size() < MOST;
    }
}
