// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SaveResult;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of a scene that a command was given. */
record SceneFolder(SceneProject project) {

    /**
     * @throws CommandFailed when there is no scene
     */
    static SceneFolder of(Path directory) {
        var project = SceneProject.of(directory);
        if (!Files.isDirectory(directory) || !Files.isRegularFile(project.composite())) {
            throw new CommandFailed(
                    "There is no scene in " + directory + ": no assets/scene/main.composite.");
        }
        return new SceneFolder(project);
    }

    /**
     * A composite file of any name.
     *
     * @throws CommandFailed when there is no such file
     * @throws org.scenewright.scene.SceneFormatException when it cannot be read
     */
    static CompositeFile composite(Path file, ComponentTypes core) {
        requireFile(file);
        var composite = CompositeFile.read(file, file.toString(), core);
        composite.requireReadable();
        return composite;
    }

    /**
     * @throws CommandFailed when there is no such file
     */
    static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("There is no file " + file + ".");
        }
    }

    /**
     * @throws CommandFailed when the composite cannot be read at all
     */
    LoadedScene open() {
        return open(CoreComponents.load());
    }

    /**
     * As {@link #open()}, with the types that every scene has.
     *
     * @throws CommandFailed when the composite cannot be read at all
     */
    LoadedScene open(ComponentTypes core) {
        var scene = LoadedScene.open(project, core);
        if (!scene.isReadable()) {
            throw new CommandFailed(
                    scene.problems().stream()
                            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                            .map(problem -> problem.file() + ": " + problem.message())
                            .findFirst()
                            .orElse(project.composite() + " cannot be read."));
        }
        return scene;
    }

    /**
     * Writes the files whose bytes change, and tells which.
     *
     * @throws CommandFailed when nothing may be or could be written
     */
    static List<String> save(LoadedScene scene, SceneSnapshot now) {
        return switch (scene.save(now)) {
            case SaveResult.Written(var files) -> files;
            case SaveResult.ChangedOnDisk(var files) ->
                    throw new CommandFailed(
                            "Somebody else changed " + String.join(", ", files) + " meanwhile.");
            case SaveResult.Failed(var message) -> throw new CommandFailed(message);
        };
    }
}
