// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.copyTo;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.duplicate;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;
import static org.scenewright.scene.SceneCheck.unset;

import org.junit.jupiter.api.Test;
import org.scenewright.scene.SceneCheck.NamedEdit;

import java.util.List;
import java.util.Optional;

class LabelsTest {
    private static final String X = "core::Transform.position.x";

    private static void label(String before, NamedEdit edit, String label) {
        var scene = new Scene(SceneText.read(before));
        accepted(scene, edit);
        assertEquals(Optional.of(label), scene.undoLabel());
        scene.undo();
        assertEquals(Optional.of(label), scene.redoLabel());
        assertEquals(Optional.empty(), scene.undoLabel());
    }

    @Test
    void editsAreCalledWhatPeopleCallThem() {
        label("", spawn("Box", "Scene"), "Add Box");
        label("Box\n", despawn("Box"), "Delete Box");
        label("Box\nLid\n", despawn("Box", "Lid"), "Delete 2 entities");
        label("Box\n", set("Box", X, "1"), "Move Box");
        label("Box\n", set("Box", "core::Transform.rotation.x", "1"), "Rotate Box");
        label("Box\n", set("Box", "core::Transform.scale.x", "2"), "Scale Box");
        label("Box\n", set("Box", "inspector::Hide.value", "true"), "Hide Box");
        label("Box\n", put("Box", "inspector::Lock", "{\"value\":true}"), "Lock Box");
        label(
                "Box\n",
                put("Box", "core::VisibilityComponent", "{}"),
                "Add VisibilityComponent to Box");
        label(
                "Box core::VisibilityComponent={}\n",
                set("Box", "core::VisibilityComponent.visible", "true"),
                "Edit VisibilityComponent of Box");
        label(
                "Box core-schema::Tags={\"tags\":[\"a\"]}\n",
                unset("Box", "core-schema::Tags", "tags.0"),
                "Edit Tags of Box");
        label(
                "Box core::VisibilityComponent={}\n",
                remove("Box", "core::VisibilityComponent"),
                "Remove VisibilityComponent from Box");
        label("Box\n", rename("Box", "Lid"), "Rename Box");
        label("A\nB\nC\n", reparent(List.of("A", "B"), "C"), "Move 2 entities in Tree");
        label("A\nB\n", reparentBefore(List.of("B"), "A"), "Move B in Tree");
        label("Box\n", duplicate("Box"), "Duplicate Box");
        label("Box\n", copyTo("Scene", "Box"), "Paste Box");
        label("Box\n", configure("display.title", "\"x\""), "Edit Scene Settings");
        label("Box\n", all(rename("Box", "Lid")), "Do it all");
    }
}
