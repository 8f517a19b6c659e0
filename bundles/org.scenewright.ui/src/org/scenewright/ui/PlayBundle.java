// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The JavaScript file that the code of a scene was built into, or why it cannot be played. */
sealed interface PlayBundle {

    /**
     * It is there.
     *
     * @param file inside the project
     */
    record Built(Path file) implements PlayBundle {}

    /**
     * It is not.
     *
     * @param reason a sentence that says what to do
     */
    record Missing(String reason) implements PlayBundle {}

    /** Looks for the file that {@code scene.json} names; it asks the disk, not the UI thread. */
    static PlayBundle of(SceneProject project, SceneSnapshot snapshot) {
        var main = snapshot.settings().text("main", "");
        return main.isBlank()
                ? new Missing("There is no code to play: scene.json names no file as its \"main\".")
                : of(project.directory(), main);
    }

    /**
     * As the other.
     *
     * @param main the path in the project
     */
    static PlayBundle of(Path directory, String main) {
        try {
            var file = directory.resolve(main).normalize();
            if (!file.startsWith(directory)) {
                return outside(main);
            }
            if (!Files.isRegularFile(file)) {
                return new Missing("Build the scene first: " + main + " is missing.");
            }
            // A link may lead anywhere.
            return file.toRealPath().startsWith(directory.toRealPath())
                    ? new Built(file)
                    : outside(main);
        } catch (InvalidPathException malformed) {
            return new Missing("scene.json names no file as its \"main\": " + main);
        } catch (IOException unreadable) {
            return new Missing(main + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static PlayBundle outside(String main) {
        return new Missing("The scene is not played: \"main\" leads out of its folder: " + main);
    }
}
