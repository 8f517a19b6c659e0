// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

class BundleVersionTest {
    @TempDir Path folder;

    /** What is said where the class path holds bundles, each a name and a version. */
    private void check(String expected, String... bundles) throws IOException {
        var path = new ArrayList<URL>();
        for (var bundle : bundles) {
            var words = bundle.split(" ");
            var manifest = folder.resolve(words[0]).resolve("META-INF/MANIFEST.MF");
            Files.createDirectories(manifest.resolveSibling(""));
            Files.writeString(
                    manifest,
                    """
                    Manifest-Version: 1.0
                    Bundle-SymbolicName: %s;singleton:=true
                    Bundle-Version: %s

                    """
                            .formatted(words[0], words[1]));
            path.add(folder.resolve(words[0]).toUri().toURL());
        }
        try (var loader =
                new URLClassLoader(
                        path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertArrayEquals(new String[] {expected}, new BundleVersion(loader).getVersion());
        }
    }

    @Test
    void theVersionIsThatOfTheManifest() throws IOException {
        check("Scenewright 7.8.9.today", "org.scenewright.cli 7.8.9.today");
    }

    @Test
    void otherManifestsDoNotCount() throws IOException {
        check(
                "Scenewright 2.0.0",
                "org.scenewright.scene 1.0.0",
                "org.scenewright.cli 2.0.0",
                "org.scenewright.cli.tests 3.0.0");
    }

    @Test
    void classesWithoutAManifestHaveNoVersion() throws IOException {
        check("Scenewright, not built", "org.scenewright.scene 1.0.0");
    }
}
