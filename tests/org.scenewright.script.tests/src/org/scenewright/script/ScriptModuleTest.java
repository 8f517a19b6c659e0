// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.List;

class ScriptModuleTest {
    @TempDir Path project = Path.of("");

    private static Value script(String path, int entity) {
        var json = "{\"path\":\"%s\",\"entity\":%d}".formatted(path, entity);
        return ValueJson.parse(json);
    }

    private String text(Value... scripts) {
        return new ScriptModule(project, List.of(scripts))
                .text("export function runScripts() {} // of the SDK\n");
    }

    @Test
    void scriptsRunPathByPathAndAreImportedOnce() {
        var lines = text(script("src/b.ts", 2), script("src/a.ts", 1), script("src/b.ts", 1));
        assertEquals(
                List.of(
                        "import * as script0 from \"%s/src/b.ts\"".formatted(project),
                        "import * as script1 from \"%s/src/a.ts\"".formatted(project)),
                lines.lines().filter(line -> line.startsWith("import")).toList());
        assertEquals(
                List.of("2 script0", "1 script0", "1 script1"),
                lines.lines()
                        .filter(line -> line.contains("module:"))
                        .map(
                                line ->
                                        line.replaceAll(
                                                ".*\"entity\":(\\d).*module: (script\\d).*",
                                                "$1 $2"))
                        .toList());
    }

    @Test
    void aScriptOutsideOfTheProjectIsRefused() {
        assertThrows(SceneFormatException.class, () -> text(script("../evil.ts", 1)));
    }
}
