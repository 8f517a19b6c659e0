// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.ToWorker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
        var old = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(library, old);
        check("right", unpack(jar));
        assertEquals(old, Files.getLastModifiedTime(library));
    }

    @Test
    void aLibraryThatWasChangedIsUnpackedAgain() throws IOException {
        var jar = jar("swc4j-any.jar", "libswc4j-any.v1.so", "right");
        Files.writeString(unpack(jar).orElseThrow().resolve("libswc4j-any.v1.so"), "wrong");
        check("right", unpack(jar));
    }

    @Test
    void aLibraryThatCannotBePutThereLeavesNothingBehind() throws IOException {
        var jar = jar("swc4j-any.jar", "libswc4j-any.v1.so", "right");
        var library = unpack(jar).orElseThrow().resolve("libswc4j-any.v1.so");
        Files.delete(library);
        Files.createDirectories(library.resolve("in the way"));
        assertThrows(IOException.class, () -> unpack(jar));
        try (var files = Files.list(library.getParent())) {
            assertEquals(List.of(library), files.toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, aarch64, macos-arm64",
        "Mac OS X, x86_64, macos-x86_64",
        "Windows 11, amd64, windows-x86_64"
    })
    void everyPlatformHasItsName(String system, String machine, String expected) {
        assertEquals("libswc4j-" + expected, SwcLibrary.of(folder, system, machine).platform());
    }

    @Test
    void withoutALibraryThereIsAnAnswerThatSaysSo() throws IOException {
        var jar = jar("swc4j-1.jar", "libswc4j-linux-x86_64.so", "");
        var library = SwcLibrary.of(folder.resolve("cache"), "Linux", "aarch64");
        var request = new ToWorker.Reflect(1, folder.toString(), "", List.of());
        var answer =
                Main.reflecting(library, List.of(jar)).reflect(request, (done, total, file) -> {});
        assertEquals(List.of(), answer.definitions());
        assertEquals(
                List.of(
                        "TypeScript cannot be read on this machine, as there is no"
                            + " libswc4j-linux-arm64. Components are known from the scenes that use"
                            + " them only."),
                answer.findings().stream().map(Finding::message).toList());
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
