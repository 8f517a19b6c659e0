// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Optional;

/** Items as tests write and place them. */
final class ItemText {
    static final String GLTF = "core::GltfContainer=>";
    static final String TRANSFORM = "core::Transform=>";

    private ItemText() {}

    /** An item whose components are told as {@code name=>{"0":value}}. */
    static SceneItem item(String... components) {
        var sections = new StringBuilder();
        for (var component : components) {
            var parts = component.split("=>", 2);
            sections.append(sections.isEmpty() ? "" : ",")
                    .append("{\"name\":\"%s\",\"data\":{".formatted(parts[0]))
                    .append(
                            parts[1].replace('\'', '"')
                                    .replaceAll("([0-9]+):(?=[{])", "\"$1\":")
                                    .replace("{{", "{\"json\":{"))
                    .append("}}");
        }
        return SceneItem.parse("{\"version\":1,\"components\":[" + sections + "]}");
    }

    static Placement at(String name, String parent, SceneSnapshot scene) {
        var place = Edit.Place.under(SceneText.find(scene, parent));
        var world =
                new Pose(new Pose.Vec(1, 2, 3), Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
        return new Placement(name, "assets/x", world, place, Optional.empty());
    }

    static void check(String before, String name, SceneItem item, String after) {
        SceneCheck.check(before, s -> new Edit.Instance(item, at(name, "Scene", s)), after);
    }
}
