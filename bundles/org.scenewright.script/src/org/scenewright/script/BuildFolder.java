// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of one build that nobody needs afterwards, outside of the project; one thread. */
final class BuildFolder implements AutoCloseable {
    private final Path folder = Files.createTempDirectory("scenewright-build").toRealPath();
    private final List<Path> files = new ArrayList<>();

    BuildFolder() throws IOException {}

    void write(String name, String text) throws IOException {
        files.add(file(name));
        Files.writeString(file(name), text);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
