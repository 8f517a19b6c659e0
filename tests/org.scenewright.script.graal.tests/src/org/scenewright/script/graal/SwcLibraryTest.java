// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class SwcLibraryTest {
    @TempDir Path folder;

    private Path jar(String name, String entry, String content) throws IOException {
        var jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes());
        }
        return jar;
    }

    private Optional<Path> unpack(Path... jars) throws IOException {
        return new SwcLibrary(folder.resolve("cache"), "libswc4j-any").unpack(List.of(jars));
    }

    /** What the library in the folder holds. */
    private static void check(String expected, Optional<Path> found) throws IOException {
        var library = found.orElseThrow().resolve("libswc4j-any.v1.so");
        assertEquals(expected, Files.readString(library));
        try (var files = Files.list(library.getParent())) {
            assertEquals(List.of(library), files.toList());
        }
    }

    @Test
    void theLibraryOfThePlatformIsTaken() throws IOException {
        check(
                "right",
                unpack(
                        jar("swc4j-1.jar", "a.class", "no library"),
                        jar("swc4j-other.jar", "libswc4j-other.v1.so", "wrong"),
                        jar("else.jar", "libswc4j-any.v1.so", "no jar of swc4j"),
                        jar("swc4j-any.jar", "libswc4j-any.v1.so", "right")));
    }

    @Test
    void itIsUnpackedOnce() throws IOException {
        var jar = jar("swc4j-any.jar", "libswc4j-any.v1.so", "right");
        var library = unpack(jar).orElseThrow().resolve("libswc4j-any.v1.so");
        Files.writeString(library, "other");
        check("other", unpack(jar));
    }

    @Test
    void aTornLibraryIsUnpackedAgain() throws IOException {
        var jar = jar("swc4j-any.jar", "libswc4j-any.v1.so", "right");
        Files.writeString(unpack(jar).orElseThrow().resolve("libswc4j-any.v1.so"), "rig");
        check("right", unpack(jar));
    }

    @Test
    void anotherVersionLiesElsewhere() throws IOException {
        var old = unpack(jar("swc4j-any.jar", "libswc4j-any.v1.so", "old"));
        check("new", unpack(jar("swc4j-any.jar", "libswc4j-any.v1.so", "new")));
        check("old", old);
    }

    @Test
    void aPlatformWithoutALibraryHasNone() throws IOException {
        assertEquals(Optional.empty(), unpack(jar("swc4j-1.jar", "libswc4j-b.so", "")));
    }
}
