// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;

/** What tweens make of textures; every frame of a scene takes a thirtieth of a second. */
class TextureMovesTest {
    private static final String TEXTURE =
            """
            "texture": {"tex": {"$case": "texture", "texture": {"src": "a.png", "offset":
             {"x": 0.5, "y": 0.25}}}}\
            """;
    private static final String PBR =
            "{\"material\": {\"$case\": \"pbr\", \"pbr\": {%s}}}".formatted(TEXTURE);

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
        stage.frames(2);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void moves(String mode, String content) {
        stage.puts(
                BOX,
                "core::Tween",
                "{\"duration\": 1000, \"mode\": {\"$case\": \"%1$s\", \"%1$s\": %2$s}}"
                        .formatted(mode, content));
    }

    /** Lets so many frames pass, with the one in which the tween is set. */
    private Value after(int frames) {
        stage.frames(frames);
        return stage.materials().getOrDefault(BOX, Value.EMPTY);
    }

    private static void check(double x, double y, Value pair) {
        assertEquals(x, pair.number("x", -1), 1e-3);
        assertEquals(y, pair.number("y", -1), 1e-3);
    }

    private static Value offset(Value material, String kind, String field) {
        var path = "material.%s.texture.tex.texture.%s".formatted(kind, field);
        return material.at(FieldPath.parse(path)).orElseThrow();
    }

    @Test
    void aTextureGoesFromStartToEnd() {
        stage.puts(BOX, "core::Material", PBR);
        moves("textureMove", "{\"start\": {\"x\": 0, \"y\": 1}, \"end\": {\"x\": 2, \"y\": 0}}");
        check(1, 0.5, offset(after(15), "pbr", "offset"));
        check(2, 0, offset(after(30), "pbr", "offset"));
    }

    @Test
    void aTextureIsTiled() {
        stage.puts(BOX, "core::Material", PBR);
        moves(
                "textureMove",
                "{\"start\": {\"x\": 1, \"y\": 1}, \"end\": {\"x\": 3, \"y\": 1},"
                        + " \"movementType\": 1}");
        check(2, 1, offset(after(15), "pbr", "tiling"));
        check(0.5, 0.25, offset(after(0), "pbr", "offset"));
    }

    @Test
    void aTextureGoesOnFromWhereItsMaterialHasIt() {
        stage.puts(BOX, "core::Material", PBR);
        stage.puts(
                BOX,
                "core::Tween",
                "{\"duration\": 0, \"mode\": {\"$case\": \"textureMoveContinuous\","
                        + " \"textureMoveContinuous\": {\"direction\": {\"x\": 1, \"y\": 0},"
                        + " \"speed\": 0.5}}}");
        check(0.5 + 1, 0.25, offset(after(60), "pbr", "offset"));
    }

    @Test
    void anUnlitTextureMovesToo() {
        stage.puts(BOX, "core::Material", PBR.replace("pbr", "unlit"));
        moves("textureMove", "{\"start\": {\"x\": 0, \"y\": 0}, \"end\": {\"x\": 2, \"y\": 0}}");
        check(1, 0, offset(after(15), "unlit", "offset"));
    }

    @Test
    void aMaterialWithoutATextureStaysAsItIs() {
        stage.puts(BOX, "core::Material", PBR.replace(TEXTURE, ""));
        moves("textureMove", "{\"start\": {\"x\": 0, \"y\": 0}, \"end\": {\"x\": 2, \"y\": 0}}");
        assertEquals(Value.EMPTY, after(15));
    }

    @Test
    void otherTweensLeaveMaterialsAlone() {
        stage.puts(BOX, "core::Material", PBR);
        moves("scale", "{}");
        assertEquals(Value.EMPTY, after(15));
    }

    @Test
    void theScriptIsNotToldOfTheMaterial() {
        stage.puts(BOX, "core::Material", PBR);
        moves("textureMove", "{\"start\": {\"x\": 0, \"y\": 0}, \"end\": {\"x\": 2, \"y\": 0}}");
        after(15);
        assertEquals(0, stage.tellings(BOX, "core::Material"));
        assertTrue(stage.tellings(BOX, "core::TweenState") > 10);
    }

    @Test
    void withTheTweenTheMoveIsGone() {
        stage.puts(BOX, "core::Material", PBR);
        moves("textureMove", "{\"start\": {\"x\": 0, \"y\": 0}, \"end\": {\"x\": 2, \"y\": 0}}");
        after(5);
        stage.removes(BOX, "core::Tween");
        assertEquals(Value.EMPTY, after(1));
    }
}
