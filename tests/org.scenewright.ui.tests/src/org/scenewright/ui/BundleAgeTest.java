// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

class BundleAgeTest {
    @TempDir Path directory;
    private Path bundle;

    @BeforeEach
    void build() throws IOException {
        bundle = write("bin/index.js", 100);
    }

    private Path write(String name, long seconds) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000));
    }

    private Optional<String> sentence() {
        return BundleAge.sentence(directory, bundle);
    }

    @Test
    void aSourceThatWasWrittenSinceIsNamed() throws IOException {
        write("src/index.ts", 101);
        assertEquals(
                Optional.of(
                        Path.of("src/index.ts")
                                + " is newer than "
                                + Path.of("bin/index.js")
                                + ": build the scene to play what is written there."),
                sentence());
    }

    @Test
    void whatWasBuiltSinceIsAsItShouldBe() throws IOException {
        write("src/index.ts", 99);
        assertEquals(Optional.empty(), sentence());
    }

    @Test
    void aCompositeThatWasSavedSinceIsNamed() throws IOException {
        var file = write("assets/scene/main.composite", 101);
        assertEquals(
                Optional.of(
                        directory.relativize(file)
                                + " is newer than "
                                + Path.of("bin/index.js")
                                + ": build the scene so that its code knows of it."),
                sentence());
    }

    @Test
    void librariesAreNotOnesOwn() throws IOException {
        write("node_modules/some/index.ts", 200);
        assertEquals(Optional.empty(), sentence());
    }

    @Test
    void picturesAreNoSources() throws IOException {
        write("assets/new.png", 200);
        assertEquals(Optional.empty(), sentence());
    }
}
