// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;
import org.scenewright.assets.SnapshotUses;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenes that editors have open; any thread. */
record OpenScenes(List<SceneSession> sessions) {

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
        return new OpenScenes(List.copyOf(sessions));
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

    /** Every use in a project; of open scenes as they are there, saved or not. */
    List<FileUse> uses(SceneProject scene, ProjectUses project) {
        var uses = new ArrayList<FileUse>();
        var open = new HashSet<String>();
        for (var session : sessions) {
            if (session.project().directory().equals(scene.directory())
                    && session.unreadable().isEmpty()) {
                SnapshotUses.of(session.project(), session.snapshot()).stream()
                        .filter(use -> !open.contains(use.file()))
                        .forEach(uses::add);
                files(session).forEach(open::add);
            }
        }
        project.all().stream().filter(use -> !open.contains(use.file())).forEach(uses::add);
        return uses;
    }

    /** The files of a project that nothing surely uses, going by what {@link #uses} finds. */
    List<ProjectUses.Unused> unused(SceneProject scene, ProjectUses project) {
        return project.unused(uses(scene, project));
    }
}
