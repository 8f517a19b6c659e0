// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Projects of files that only say that they are there. */
class EsbuildToolsTest {
    private static final String PACKAGES = "node_modules/";

    @TempDir Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        folder = folder.toRealPath();
        file("scene/tsconfig.json", "{}");
        file("scene/src/index.ts", "");
        folder("scene/" + PACKAGES + "@dcl/sdk");
        folder("scene/" + PACKAGES + "@dcl/ecs");
        folder("scene/" + PACKAGES + "@dcl/sdk-commands");
        folder("scene/" + PACKAGES + "esbuild");
    }

    private void folder(String path) throws IOException {
        Files.createDirectories(folder.resolve(path));
    }

    private void file(String path, String text) throws IOException {
        folder(path + "/..");
        Files.writeString(folder.resolve(path), text);
    }

    private void esbuild(String below, String version) throws IOException {
        var at = below + PACKAGES + EsbuildTools.platform();
        file(at + "/package.json", "{\"version\":\"" + version + "\"}");
        file(at + "/bin/esbuild", "");
        folder.resolve(at + "/bin/esbuild").toFile().setExecutable(true);
    }

    private Optional<EsbuildTools> tools() {
        return EsbuildTools.in(folder.resolve("scene"));
    }

    private void check(String version) {
        assertEquals(Optional.of(version), tools().map(EsbuildTools::version));
    }

    @Test
    void thatOfTheProjectIsFound() throws IOException {
        esbuild("scene/", "1");
        check("1");
    }

    @Test
    void thatOfTheSdkComesFirst() throws IOException {
        esbuild("scene/", "1");
        folder("scene/" + PACKAGES + "@dcl/sdk-commands/" + PACKAGES + "esbuild");
        esbuild("scene/" + PACKAGES + "@dcl/sdk-commands/", "2");
        check("2");
    }

    @Test
    void packagesMayLieInAFolderAbove() throws IOException {
        esbuild("", "3");
        check("3");
    }

    @Test
    void theAliasesLeadToTheSdk() throws IOException {
        esbuild("scene/", "1");
        assertEquals(
                folder.resolve("scene/" + PACKAGES + "@dcl/ecs"),
                tools().orElseThrow().aliases().get("@dcl/ecs"));
    }

    @Test
    void withoutAProgramForThisMachineThereIsNone() throws IOException {
        folder("scene/" + PACKAGES + EsbuildTools.platform());
        assertEquals(Optional.empty(), tools());
    }

    @Test
    void withoutSourcesOrSettingsThereIsNone() throws IOException {
        esbuild("scene/", "1");
        Files.delete(folder.resolve("scene/tsconfig.json"));
        assertEquals(Optional.empty(), tools());
    }
}
