// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.Problem;
import org.scenewright.scene.Problem.Severity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;

import java.nio.charset.StandardCharsets;
import java.util.List;

class AssetMentionsTest {
    private static final String TEXTURED =
            """
            {"material":{"$case":"pbr","pbr":{"bumpTexture":\
            {"tex":{"$case":"texture","texture":{"src":"images/Bark.png"}}}}}}\
            """;
    private static final SceneSnapshot SCENE =
            scene(
                    """
                    {"components":[
                    {"name":"core::GltfContainer","data":{
                      "512":{"json":{"src":""}},
                      "513":{"json":{"src":"Models\\\\Tree.glb"}},
                      "514":{"json":{"src":"models/tree.glb"}},
                      "515":{"json":{"src":"../../etc/passwd"}}}},
                    {"name":"core::Material","data":{"516":{"json":%s}}},
                    {"name":"core::AssetLoad","data":{
                      "517":{"json":{"assets":["a.glb","images/bark.png","b.glb"]}}}}]}\
                    """
                            .formatted(TEXTURED));

    private static SceneSnapshot scene(String composite) {
        var core = CoreComponents.load();
        var text = composite.getBytes(StandardCharsets.UTF_8);
        return CompositeFile.of(text, "main.composite", core).fill(SceneSnapshot.empty(core));
    }

    private static Problem problem(String file, String entity, String field) {
        return new Problem(Severity.ERROR, file, entity, field, 0, "It is missing.");
    }

    /** Who is named for a problem of a file. */
    private static void check(String file, String entity, String field) {
        assertEquals(
                List.of(problem(file, entity, field)),
                AssetMentions.name(List.of(problem(file, "", "")), SCENE));
    }

    @Test
    void theFirstEntityThatShowsAModelIsNamed() {
        check("models/tree.glb", "513", "core::GltfContainer.src");
    }

    @Test
    void aFieldDeepInAOneOfIsNamed() {
        check("images/bark.png", "516", "core::Material.material.pbr.bumpTexture.tex.texture.src");
    }

    @Test
    void anItemOfAListIsNamed() {
        check("b.glb", "517", "core::AssetLoad.assets.2");
    }

    @Test
    void aPathOutOfTheProjectIsNamed() {
        check("../../etc/passwd", "515", "core::GltfContainer.src");
    }

    @Test
    void aFileThatNobodyMentionsIsLeftAsItIs() {
        check("models/rock.glb", "", "");
    }

    @Test
    void aProblemThatNamesItsPlaceKeepsIt() {
        var own = List.of(problem("models/tree.glb", "600", "core::Transform"));
        assertEquals(own, AssetMentions.name(own, SCENE));
        var mixed = List.of(own.getFirst(), problem("a.glb", "", ""));
        assertEquals(
                List.of(own.getFirst(), problem("a.glb", "517", "core::AssetLoad.assets.0")),
                AssetMentions.name(mixed, SCENE));
    }
}
