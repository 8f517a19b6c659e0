// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;
import org.scenewright.assets.SnapshotUses;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scenes that editors have open; any thread.
 *
 * @param unsaved what text editors have written
 */
record OpenScenes(List<SceneSession> sessions, OpenTexts unsaved) {

    /**
     * Those of now. The UI thread looks at its editors; others ask it and wait, by a call that it
     * answers even while it waits for the workspace, which the asking thread may hold.
     */
    static OpenScenes now() {
        var workbench = PlatformUI.getWorkbench();
        return workbench.getDisplay().syncCall(() -> look(workbench));
    }

    private static OpenScenes look(IWorkbench workbench) {
        var sessions = new ArrayList<SceneSession>();
        for (var window : workbench.getWorkbenchWindows()) {
            for (var page : window.getPages()) {
                for (var editor : page.getEditorReferences()) {
                    Optional.ofNullable(editor.getEditor(false))
                            .map(part -> part.getAdapter(SceneSession.class))
                            .ifPresent(sessions::add);
                }
            }
        }
        return new OpenScenes(List.copyOf(sessions), OpenTexts.look());
    }

    /** The session whose document has a file. */
    Optional<SceneSession> of(SceneProject scene, String file) {
        return sessions.stream()
                .filter(s -> s.unreadable().isEmpty())
                .filter(s -> s.project().directory().equals(scene.directory()))
                .filter(s -> files(s).anyMatch(file::equals))
                .findFirst();
    }

    /** What the entity of a use is called; empty where it has none or no editor has it. */
    String name(SceneProject scene, FileUse use) {
        return of(scene, use.file())
                .flatMap(session -> Entity.parse(use.entity()).map(session.snapshot()::name))
                .filter(name -> !name.equals(use.entity()))
                .orElse("");
    }

    private static Stream<String> files(SceneSession session) {
        var project = session.project();
        return Stream.of(project.composite(), project.sceneJson()).map(project::relative);
    }

    /** Every use in a project; of open scenes and texts as they are there, saved or not. */
    SceneUses uses(SceneProject scene, ProjectUses project) {
        var uses = new ArrayList<FileUse>();
        var troubles = new ArrayList<String>();
        var open = new HashSet<String>();
        for (var session : sessions) {
            if (session.project().directory().equals(scene.directory())) {
                session.unreadable()
                        .ifPresentOrElse(
                                problem -> troubles.add(trouble(problem)),
                                () -> add(session, uses, open));
            }
        }
        unsaved.of(scene)
                .forEach(
                        (path, text) -> {
                            if (open.add(path)) {
                                uses.addAll(uses(path, text, troubles));
                            }
                        });
        project.all().stream().filter(use -> !open.contains(use.file())).forEach(uses::add);
        troubles.addAll(project.troubles());
        return new SceneUses(List.copyOf(uses), List.copyOf(troubles));
    }

    private static List<FileUse> uses(String path, String text, List<String> troubles) {
        try {
            return ProjectUses.of(path, text);
        } catch (IOException halfWritten) {
            String why = String.valueOf(halfWritten.getMessage()).lines().findFirst().orElse("");
            troubles.add(path + " cannot be read as its editor has it: " + why);
            return List.of();
        }
    }

    private static void add(SceneSession session, List<FileUse> uses, Set<String> open) {
        SnapshotUses.of(session.project(), session.snapshot()).stream()
                .filter(use -> !open.contains(use.file()))
                .forEach(uses::add);
        files(session).forEach(open::add);
    }

    private static String trouble(Problem problem) {
        return problem.file() + " is open, but cannot be read: " + problem.message();
    }

    /** The files of a project that nothing surely uses, and what may yet use them. */
    Unneeded unused(SceneProject scene, ProjectUses project) {
        var found = uses(scene, project);
        var files = project.unused(found.uses());
        return new Unneeded(scene, files, found.troubles());
    }
}
