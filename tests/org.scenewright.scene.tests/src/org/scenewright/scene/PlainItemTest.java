// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.ItemText.at;
import static org.scenewright.scene.ItemText.check;

import org.junit.jupiter.api.Test;

class PlainItemTest {
    @Test
    void aPictureBecomesAPlaneOfItsShape() {
        check(
                "",
                "P",
                PlainItem.picture("assets/it's \"one\".png", 2),
                "P at 1,2,3 scaled 2,1,1"
                    + " core::MeshRenderer={\"mesh\":{\"$case\":\"plane\",\"plane\":{\"uvs\":[]}}}"
                    + " core::Material={\"material\":{\"$case\":\"unlit\",\"unlit\":{\"texture\":"
                    + "{\"tex\":{\"$case\":\"texture\",\"texture\":{\"src\":\"assets/it's"
                    + " \\\"one\\\".png\"}}}}}}\n");
    }

    @Test
    void aVideoPlaysOnItsOwnScreen() {
        var scene = new Scene(SceneText.read(""));
        SceneCheck.accepted(
                scene, s -> new Edit.Instance(PlainItem.video("v.mp4"), at("V", "Scene", s)));
        var screen = SceneText.find(scene.snapshot(), "V");
        assertEquals(
                screen.toLong(),
                scene.snapshot()
                        .value(screen, "core::Material")
                        .orElseThrow()
                        .number("material.unlit.texture.tex.videoTexture.videoPlayerEntity", -1));
    }

    @Test
    void aSoundPlaysAgainAndAgain() {
        check(
                "",
                "S",
                PlainItem.sound("s.mp3"),
                "S at 1,2,3 core::AudioSource={\"audioClipUrl\":\"s.mp3\",\"playing\":true,"
                        + "\"loop\":true,\"volume\":1,\"pitch\":1}\n");
    }
}
