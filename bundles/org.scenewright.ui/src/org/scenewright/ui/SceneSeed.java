// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.SceneProject;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a new scene of one parcel starts with: its two files.
 *
 * @param directory of the scene, which need not exist
 * @param title for people
 */
record SceneSeed(Path directory, String title) {
    private static final String SETTINGS =
            """
            {
              "ecs7": true,
              "runtimeVersion": "7",
              "display": {
                "title": %s
              },
              "owner": "",
              "main": "bin/index.js",
              "tags": [],
              "scene": {
                "parcels": [
                  "0,0"
                ],
                "base": "0,0"
              }
            }
            """;

    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": []
            }
            """;

    /** Why no scene can be made, for people. */
    Optional<String> objection() {
        if (title.isBlank()) {
            return Optional.of("A scene needs a title.");
        }
        if (!directory.isAbsolute()) {
            return Optional.of("Name the folder by its whole path.");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            return Optional.of(directory + " is no folder.");
        }
        return Files.exists(directory) ? occupied() : Optional.empty();
    }

    private Optional<String> occupied() {
        var project = SceneProject.of(directory);
        boolean free =
                Files.notExists(project.composite())
                        && Files.notExists(project.directory().resolve("scene.json"));
        return free
                ? Optional.empty()
                : Optional.of(
                        project.directory()
                                + " holds a scene; File > Open Scene Folder… opens it.");
    }

    /** Writes the files; what is there already stays, and is a failure. */
    void write() throws IOException {
        var composite = directory.resolve("assets/scene/main.composite");
        Files.createDirectories(composite.getParent());
        var settings = SETTINGS.formatted(ValueJson.print(Value.of(title.strip())));
        create(directory.resolve("scene.json"), settings);
        create(composite, COMPOSITE);
    }

    private static void create(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
    }
}
