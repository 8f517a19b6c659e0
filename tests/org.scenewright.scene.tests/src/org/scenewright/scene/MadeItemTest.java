// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class MadeItemTest {
    private static MadeItem made(String scene, String... names) {
        var snapshot = SceneText.read(scene);
        return MadeItem.of(
                snapshot,
                SceneText.find(snapshot, List.of(names)),
                path ->
                        path.endsWith(".gltf")
                                ? List.of(path.replace(".gltf", ".bin"))
                                : List.of());
    }

    /** What an item of a scene is like, and what it becomes when it is placed at 1,2,3. */
    private static void check(MadeItem made, String item, String placed) {
        assertEquals(
                item.strip().replaceAll("\\s*\n\\s*", ""),
                made.item().toJson().replace("\"version\":1,", ""));
        SceneCheck.check(
                "", s -> new Edit.Instance(made.item(), ItemText.at("It", "Scene", s)), placed);
    }

    private static final String PLAYER = "core::VideoPlayer";

    @Test
    void oneEntityStandsAtItsOwnMiddle() {
        check(
                made("Box at 5,6,7 core::VideoPlayer={\"src\":\"assets/a/v.mp4\"}\n", "Box"),
                """
                {"components":[{"name":"core-schema::Name","data":{"0":{"json":{"value":"Box"}}}},
                {"name":"core::VideoPlayer","data":{"0":{"json":{"src":"{assetPath}/v.mp4"}}}}]}
                """,
                "It at 1,2,3 core::VideoPlayer={\"src\":\"assets/x/v.mp4\"}\n");
    }

    @Test
    void whatHangsBelowComesAlong() {
        check(
                made("Box at 5,6,7\n  Lid at 1,0,0\n", "Box"),
                """
                {"components":[{"name":"core::Transform","data":{"513":{"json":
                {"position":{"x":1,"y":0,"z":0},"scale":{"x":1,"y":1,"z":1},
                "rotation":{"x":0,"y":0,"z":0,"w":1},"parent":0}}}},
                {"name":"core-schema::Name","data":{"0":{"json":{"value":"Box"}},
                "513":{"json":{"value":"Lid"}}}}]}
                """,
                "It at 1,2,3\n  Lid at 1,0,0\n");
    }

    @Test
    void severalStandAroundTheirMiddle() {
        var made = made("A at 1,0,0\nB at 3,0,0\nC\n", "A", "B");
        SceneCheck.check(
                "",
                s -> new Edit.Instance(made.item(), ItemText.at("It", "Scene", s)),
                "It at 1,2,3\n  A at -1,0,0\n  B at 1,0,0\n");
    }

    @Test
    void filesAreNamedFromTheFolderThatAllLieIn() {
        var made =
                made(
                        "A core::VideoPlayer={\"src\":\"assets/a/v.mp4\"}"
                                + " core::GltfContainer={\"src\":\"assets/b/m.gltf\"}"
                                + " core::AudioSource={\"audioClipUrl\":\"https://x.org/a.mp3\"}\n",
                        "A");
        assertEquals(
                "{a/v.mp4=assets/a/v.mp4, b/m.bin=assets/b/m.bin, b/m.gltf=assets/b/m.gltf}",
                new TreeMap<>(made.files()).toString());
    }

    @Test
    void filesDoNotTakeTheNamesOfTheItem() {
        var made = made("A core::VideoPlayer={\"src\":\"assets/thumbnail.png\"}\n", "A");
        assertEquals("{files/thumbnail.png=assets/thumbnail.png}", made.files().toString());
    }

    @Test
    void whatLiesOutsideOfTheProjectStays() {
        var made = made("A core::VideoPlayer={\"src\":\"../v.mp4\"}\n", "A");
        assertEquals("{}", made.files().toString());
        assertEquals(
                Optional.of("../v.mp4"),
                made.item().parts().stream()
                        .filter(part -> part.component().equals(PLAYER))
                        .map(part -> part.values().firstEntry().getValue().text("src", ""))
                        .findFirst());
    }

    @Test
    void smartItemsMeanTheirOwnCopies() {
        var made =
                made(
                        "A asset-packs::Actions={\"id\":7,\"value\":[{\"name\":\"P\",\"type\":\"play_sound\",\"jsonPayload\":\"{\\\"src\\\":\\\"assets/a.mp3\\\"}\"}]}\n"
                            + "  B asset-packs::Triggers={\"value\":[{\"type\":\"on_click\",\"actions\":[{\"id\":7},{\"id\":8},{\"id\":9}]}]}"
                            + " asset-packs::States={\"id\":8,\"value\":[]}\n",
                        "A");
        assertEquals(
                List.of("A trigger of \"B\" is about something that is no part of the item."),
                made.losses());
        SceneCheck.check(
                "",
                s -> new Edit.Instance(made.item(), ItemText.at("It", "Scene", s)),
                "asset-packs::Counter={\"id\":0,\"value\":2}\n"
                    + "It at 1,2,3"
                    + " asset-packs::Actions={\"id\":1,\"value\":[{\"name\":\"P\",\"type\":\"play_sound\",\"jsonPayload\":\"{\\\"src\\\":\\\"assets/x/a.mp3\\\"}\"}]}\n"
                    + "  B asset-packs::Triggers={\"value\":[{\"type\":\"on_click\",\"actions\":[{\"id\":1},{\"id\":2},{}]}]}"
                    + " asset-packs::States={\"id\":2,\"value\":[]}\n");
    }

    @Test
    void referencesWithinLeadToTheCopies() {
        var made =
                made(
                        "A core::VirtualCamera={\"lookAtEntity\":512}\n"
                                + "  B core::VirtualCamera={\"lookAtEntity\":512}\n"
                                + "  C core::VirtualCamera={\"lookAtEntity\":515}\nD\n",
                        "A");
        assertEquals(
                List.of("\"C\" refers to \"D\", which is no part of the item."), made.losses());
        SceneCheck.check(
                "X\n",
                s -> new Edit.Instance(made.item(), ItemText.at("It", "Scene", s)),
                "X\nIt at 1,2,3 core::VirtualCamera={\"lookAtEntity\":513}\n"
                        + "  B core::VirtualCamera={\"lookAtEntity\":513}\n"
                        + "  C core::VirtualCamera={\"lookAtEntity\":0}\n");
    }

    @Test
    void whatEditorsNoteStaysBehind() {
        check(
                made(
                        "A inspector::Lock={\"value\":false} scenewright::Asset={\"bindings\":[]}"
                                + " inspector::CustomAsset={\"assetId\":\"x\"}\n",
                        "A"),
                """
                {"components":[{"name":"core-schema::Name","data":{"0":{"json":{"value":"A"}}}}]}
                """,
                "It at 1,2,3\n");
    }

    @Test
    void synchronizedComponentsAreNamed() {
        var made =
                made(
                        "A core-schema::Sync-Components={\"componentIds\":[1042]}"
                            + " core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n",
                        "A");
        SceneCheck.check(
                "",
                s -> new Edit.Instance(made.item(), ItemText.at("It", "Scene", s)),
                "It at 1,2,3 core-schema::Sync-Components={\"componentIds\":[1042]}"
                        + " core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n");
    }
}
