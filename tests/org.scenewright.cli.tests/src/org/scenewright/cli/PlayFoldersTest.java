// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.cli.SourceProject.run;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PlayFoldersTest {
    private static final List<String> FIELDS =
            List.of(
                    "ticks",
                    "sent",
                    "received",
                    "entities",
                    "stateHash",
                    "errors",
                    "tickMsP50",
                    "tickMsP99",
                    "engine");

    @TempDir static Path cache;
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void keep() {
        System.setProperty("scenewright.cache", cache.toString());
    }

    private BuiltScene scene(String name, String code) {
        return BuiltScene.updating(folder.resolve(name), code);
    }

    @Test
    void theResultIsOneLineOfJson() {
        var scene = scene("scene", "console.log('hello'); await send(put(512, 77, tick, 1));");
        var ended = run("play", scene.folder(), "--ticks", 2, "--json");
        assertEquals(0, ended.code(), ended.err());
        assertEquals(FIELDS, List.copyOf(ended.result().members().keySet()));
        assertEquals(1, ended.out().lines().count());
        assertTrue(ended.err().startsWith("hello"), ended.err());
    }

    @Test
    void globalScenesAreServedFirst() {
        var near = scene("near", "console.log('near'); await send();");
        var all = scene("all", "console.log('all'); await send();");
        var ended = run("play", near.folder(), "--global", all.folder(), "--ticks", 1);
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().startsWith("2 ticks of "), ended.out());
    }

    @Test
    void anErrorOfTheScriptIsCodeOne() {
        var ended = run("play", scene("scene", "nonsense();").folder(), "--ticks", 2, "--json");
        assertEquals(1, ended.code());
        assertEquals(2, ended.result().number("errors", -1));
        assertTrue(ended.err().contains("nonsense"), ended.err());
    }

    private static void checkUnusable(String why, Object... arguments) {
        var ended = run(arguments);
        assertEquals(2, ended.code(), ended.out());
        assertTrue(ended.err().contains(why), ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void whatCannotBeBuiltIsCodeTwo() {
        checkUnusable("no package.json", "play", "--build", folder);
    }

    @Test
    void aFolderWithoutASceneIsCodeTwo() {
        checkUnusable("no scene.json", "play", folder);
    }

    @Test
    void aSceneThatWasNotBuiltIsCodeTwo() throws Exception {
        var scene = scene("scene", "");
        Files.delete(scene.folder().resolve("bin/index.js"));
        checkUnusable("Build the scene first", "play", scene.folder());
    }

    @Test
    void codeOutsideTheSceneIsCodeTwo() {
        var scene = scene("scene", "").with("scene.json", "{\"main\": \"../other.js\"}");
        checkUnusable("main names no file of the scene", "play", scene.folder());
    }

    @Test
    void settingsThatAreNotJsonAreCodeTwo() {
        checkUnusable("is not JSON", "play", scene("s", "").with("scene.json", "{").folder());
    }

    @Test
    void aCompositeThatCannotBeReadIsCodeTwo() {
        var scene = scene("scene", "await send();").with("assets/scene/main.composite", "{");
        checkUnusable("cannot be", "play", scene.folder(), "--ticks", 1);
    }

    @Test
    void aSceneHasToBeNamed() {
        checkUnusable("Missing required parameter: 'DIR'", "play", "--ticks", 3);
    }

    @Test
    void ticksAreNotNegative() {
        checkUnusable("--ticks is not negative", "play", folder, "--ticks", -1);
    }
}
