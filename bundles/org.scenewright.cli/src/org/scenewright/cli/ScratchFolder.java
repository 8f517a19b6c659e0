// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder, which is deleted with all that was put into it. */
record ScratchFolder(Path path) implements AutoCloseable {

    /** A new one. */
    static ScratchFolder create() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("scenewright-bench"));
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
