// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a scene that is built and can be played. */
record BuiltScene(Path folder) {
    /**
     * Writes a scene into a temporary folder.
     *
     * @param parcel that it stands on, for example {@code 1,0}
     */
    static BuiltScene write(SceneText text, String name, String parcel) {
        var folder = OpenEditor.temporary().resolve(name);
        var scene = new BuiltScene(folder);
        text.write(folder);
        scene.write(
                "scene.json",
                """
                { "ecs7": true, "runtimeVersion": "7", "main": "bin/index.js",
                  "display": { "title": "%1$s" },
                  "scene": { "parcels": ["%2$s"], "base": "%2$s" } }
                """
                        .formatted(name, parcel));
        return scene;
    }

    /** Writes a file of its folder. */
    void write(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Gives it other code. */
    BuiltScene with(String bundle) {
        write("bin/index.js", bundle);
        return this;
    }

    Path composite() {
        return folder.resolve("assets/scene/main.composite");
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(composite());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
