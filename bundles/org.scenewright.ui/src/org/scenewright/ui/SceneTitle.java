// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

import java.nio.file.Path;

/** What people call a scene. */
record SceneTitle(SceneSession session) {

    /** The title that people gave the scene, or the name of its folder. */
    String title() {
        var folder = String.valueOf(session.project().directory().getFileName());
        var title = session.snapshot().settings().text("display.title", folder);
        return title.isBlank() ? folder : title;
    }

    /**
     * The title and the folder, as windows are called; of a scene besides the main one its file.
     */
    String description() {
        var project = session.project();
        boolean isMain =
                SceneProject.of(project.directory()).composite().equals(project.composite());
        var place = isMain ? project.directory() : project.composite();
        var home = Path.of(System.getProperty("user.home", ""));
        return title()
                + " - "
                + (place.startsWith(home) ? Path.of("~").resolve(home.relativize(place)) : place);
    }
}
