// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSettings;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;

/**
 * What {@code scene.json} says about a scene, for those who choose one.
 *
 * @param directory of its project
 */
record SceneCard(Path directory, SceneSettings settings) {
    /** More than any scene.json has. */
    private static final long MOST_BYTES = 1 << 20;

    /** The card of a folder; nothing where no scene can be read. It asks the disk. */
    static Optional<SceneCard> of(Path folder) {
        var project = SceneProject.at(folder);
        try {
            var file = project.sceneJson();
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(read(project.directory(), Files.readString(file)))
                    : Optional.empty();
        } catch (IOException | SchemaException unreadable) {
            System.getLogger(SceneCard.class.getName())
                    .log(System.Logger.Level.DEBUG, "No scene in " + folder, unreadable);
            return Optional.empty();
        }
    }

    private static SceneCard read(Path directory, String json) {
        return new SceneCard(directory, SceneSettings.of(ValueJson.parse(json)));
    }

    /** The card of a scene as its document says. */
    static SceneCard of(OpenScene scene) {
        return new SceneCard(
                scene.session().project().directory(),
                SceneSettings.of(scene.snapshot().settings()));
    }

    /** The title that people gave the scene, or the name of its folder. */
    String title() {
        var folder = String.valueOf(directory.getFileName());
        return settings.title().isBlank() ? folder : settings.title();
    }

    /** Whether both stand on one parcel. */
    boolean overlaps(SceneCard other) {
        var ours = new HashSet<>(settings.parcels());
        return other.settings.parcels().stream().anyMatch(ours::contains);
    }

    /** Its title, its base parcel and where it lies. */
    String description() {
        var home = Path.of(System.getProperty("user.home", ""));
        var place =
                directory.startsWith(home)
                        ? Path.of("~").resolve(home.relativize(directory))
                        : directory;
        return title() + " \u2013 " + settings.base() + " \u2013 " + place;
    }
}
