// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.scene.SceneFormatException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A path as files of a project name it. */
final class ProjectPath {
    private ProjectPath() {}

    /**
     * The file that it means.
     *
     * @throws SceneFormatException when that is outside the project, also by way of links
     */
    static Path inside(Path directory, String path) {
        try {
            var file = directory.resolve(path).normalize();
            if (!file.equals(directory) && file.startsWith(directory) && isReal(directory, file)) {
                return file;
            }
            throw new SceneFormatException(path + " leads out of the folder of the scene.", 0);
        } catch (InvalidPathException malformed) {
            throw new SceneFormatException(path + " is no path: " + malformed.getReason(), 0);
        } catch (IOException unreadable) {
            throw new SceneFormatException(
                    path + " cannot be reached: " + unreadable.getMessage(), 0);
        }
    }

    /** What is not there yet is where the folders above it are. */
    private static boolean isReal(Path directory, Path file) throws IOException {
        var there =
                Stream.iterate(file, above -> above != null, Path::getParent)
                        .filter(Files::exists)
                        .findFirst()
                        .orElse(directory);
        return there.toRealPath().startsWith(directory.toRealPath());
    }
}
