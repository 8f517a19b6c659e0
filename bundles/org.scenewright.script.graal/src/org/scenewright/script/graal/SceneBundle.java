// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JavaScript file that a scene is built into.
 *
 * @param file where it lies
 * @param name its path below the project's folder, with slashes
 * @param code its text, without the source map that it may carry
 * @param map the source map that it carries, as a data URL; empty if it has none in itself
 */
record SceneBundle(Path file, String name, String code, String map) {
    /** Of a bundle, and of a source map beside it; the largest of real scenes have 3 MB. */
    static final int MOST_BYTES = 50 << 20;

    private static final String MAP = "//# sourceMappingURL=";

    /** The message of what it throws is a sentence. */
    static SceneBundle read(Path file) throws IOException {
        try {
            var text = Text.of(bytes(file)).text();
            int map = text.lastIndexOf(MAP + "data:");
            int end = map < 0 ? text.length() : map;
            return new SceneBundle(
                    file, name(file), text.substring(0, end), text.substring(end).strip());
        } catch (NoSuchFileException e) {
            throw new IOException("There is no " + file + "; the scene has not been built yet", e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " has more than " + (MOST_BYTES >> 20) + " MB");
            }
            return bytes;
        }
    }

    /** The folder of the project: the next above that has a description of a scene. */
    Path project() {
        return project(file);
    }

    private static Path project(Path file) {
        var folder = file.toAbsolutePath().normalize().resolveSibling("");
        return Stream.iterate(folder, at -> at != null, Path::getParent)
                .filter(at -> Files.isRegularFile(at.resolve("scene.json")))
                .findFirst()
                .orElse(folder);
    }

    private static String name(Path file) {
        return slashed(project(file).relativize(file.toAbsolutePath().normalize()));
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The JSON of its source map: what it carries itself, or what lies in a file beside it. */
    Optional<byte[]> mapJson() throws IOException {
        if (!map.isEmpty()) {
            return DataUrl.bytes(map.substring(MAP.length()));
        }
        var beside = file.resolveSibling(file.getFileName() + ".map");
        return Files.isRegularFile(beside) ? Optional.of(bytes(beside)) : Optional.empty();
    }
}
