// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class SourceFoldersTest {
    @TempDir Path directory;

    /** As builds make and remove them while somebody looks. */
    @Test
    void aFolderThatIsGoneKeepsNobodyFromWatchingTheOthers() throws Exception {
        var file = Files.writeString(directory.resolve("one.ts"), "1");
        try (var folders = new SourceFolders(directory)) {
            folders.watch();
            folders.add(directory.resolve("gone"));
            folders.add(file);
            Files.writeString(file, "2");
            assertTrue(folders.await(20_000));
        }
    }
}
