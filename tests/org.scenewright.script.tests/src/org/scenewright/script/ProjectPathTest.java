// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.scene.SceneFormatException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ProjectPathTest {
    @TempDir Path folder = Path.of("");

    @Test
    void whatIsNotThereYetMayBeInside() {
        assertEquals(folder.resolve("bin/index.js"), ProjectPath.inside(folder, "bin/index.js"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../other.js", "bin/../../x.js", "", ".", "/etc/passwd"})
    void outsideNothingIsWritten(String path) {
        assertThrows(SceneFormatException.class, () -> ProjectPath.inside(folder, path));
    }

    @Test
    void aLinkDoesNotLeadOutEither() throws IOException {
        Files.createSymbolicLink(folder.resolve("bin"), folder.resolveSibling(""));
        assertThrows(SceneFormatException.class, () -> ProjectPath.inside(folder, "bin/x.js"));
    }
}
