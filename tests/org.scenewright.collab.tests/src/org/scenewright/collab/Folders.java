// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies folders with all that is in them, and deletes them. */
final class Folders {
    private Folders() {}

    /** What is written meanwhile may be there or not, as on a disk without power. */
    static boolean isCopied(Path from, Path to) {
        try {
            copy(from, to);
            return true;
        } catch (UncheckedIOException moved) {
            delete(to);
            return false;
        }
    }

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
