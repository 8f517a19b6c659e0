// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PlayBundleTest {
    private static final String OUT = "The scene is not played: \"main\" leads out of its folder: ";

    @TempDir Path directory;

    private void check(String main, String reason) {
        assertEquals(new PlayBundle.Missing(reason), PlayBundle.of(directory, main));
    }

    @Test
    void whatWasBuiltIsPlayed() throws IOException {
        var file = Files.createDirectory(directory.resolve("bin")).resolve("index.js");
        Files.writeString(file, "");
        assertEquals(new PlayBundle.Built(file), PlayBundle.of(directory, "bin/index.js"));
    }

    @Test
    void whatWasNotBuiltIsToBeBuilt() {
        check("bin/index.js", "Build the scene first: bin/index.js is missing.");
    }

    @Test
    void aFolderIsNotCode() throws IOException {
        Files.createDirectory(directory.resolve("bin"));
        check("bin", "Build the scene first: bin is missing.");
    }

    @Test
    void aPathOutOfTheFolderIsNotPlayed() {
        check("../index.js", OUT + "../index.js");
    }

    @Test
    void aLinkOutOfTheFolderIsNotPlayed(@TempDir Path elsewhere) throws IOException {
        var code = Files.writeString(elsewhere.resolve("index.js"), "");
        Files.createSymbolicLink(directory.resolve("index.js"), code);
        check("index.js", OUT + "index.js");
    }

    @Test
    void whatIsNoPathIsNoFile() {
        check("a\0b", "scene.json names no file as its \"main\": a\0b");
    }
}
