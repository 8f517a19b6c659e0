// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.scene.SceneProject;
import org.scenewright.scene.StateDump;
import org.scenewright.schema.CoreComponents;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the official {@code @dcl/ecs} makes of the composites of a scene on disk. */
record OfficialLoad(OfficialSdk sdk) {

    /** Loads them, holds the state against ours, and wants some words in it. */
    void check(Path project, List<String> words) throws IOException, InterruptedException {
        byte[] state = state(project);
        assertArrayEquals(
                StateDump.of(SceneProject.of(project), CoreComponents.load()).toBytes(), state);
        var text = new String(state, StandardCharsets.UTF_8);
        words.forEach(word -> assertTrue(text.contains(word), word));
    }

    private byte[] state(Path project) throws IOException, InterruptedException {
        var out = OpenEditor.temporary().resolve("main.crdt");
        var script = OfficialSdk.checkout("releng/peer/composites.cjs");
        var builder =
                new ProcessBuilder(
                        sdk.node().toString(),
                        script.toString(),
                        project.toString(),
                        out.toString());
        // The program lies among the packages of its own installation.
        var modules = sdk.node().resolve("../../..").normalize();
        builder.environment().put("NODE_PATH", modules.toString());
        assertEquals(0, builder.inheritIO().start().waitFor());
        return Files.readAllBytes(out);
    }
}
