// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.scenewright.scene.MergeCheck.checkDifferences;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.Test;

import java.util.List;

class DifferenceTest {
    private static final String BASE = "Box at 1,2,3\n  Lid\nCrate\nLamp\n";

    private static String placedBelow(int parent) {
        return "{\"position\":{\"x\":0,\"y\":0,\"z\":0},\"scale\":{\"x\":1,\"y\":1,\"z\":1},"
                + "\"rotation\":{\"x\":0,\"y\":0,\"z\":0,\"w\":1},\"parent\":"
                + parent
                + "}";
    }

    @Test
    void theSameSceneDiffersInNothing() {
        checkDifferences(BASE, all());
    }

    @Test
    void aFieldIsToldByItsPath() {
        checkDifferences(
                BASE,
                set("Box", "core::Transform.position.y", "7"),
                "Box core::Transform.position.y: 2 -> 7");
    }

    @Test
    void aNameIsAFieldLikeOthers() {
        checkDifferences(
                BASE,
                rename("Box", "Chest"),
                "Chest core-schema::Name.value: \"Box\" -> \"Chest\"");
    }

    @Test
    void aComponentComesAndGoesAsAWhole() {
        checkDifferences(
                BASE,
                put("Lamp", "inspector::Lock", "{\"value\":true}"),
                "Lamp inspector::Lock: none -> {\"value\":true}");
        checkDifferences(
                "Box inspector::Lock={\"value\":false}\n",
                remove("Box", "inspector::Lock"),
                "Box inspector::Lock: {\"value\":false} -> none");
    }

    @Test
    void anEntityComesAndGoesWithItsComponents() {
        checkDifferences(
                BASE,
                spawn("Ship", "Scene"),
                "Ship core-schema::Name: none -> {\"value\":\"Ship\"}",
                "Ship core::Transform: none -> " + placedBelow(0));
        checkDifferences(
                BASE,
                despawn("Crate"),
                "514 core-schema::Name: {\"value\":\"Crate\"} -> none",
                "514 core::Transform: " + placedBelow(0) + " -> none");
    }

    @Test
    void anotherParentIsOneFieldAndNoNewOrder() {
        checkDifferences(
                "A at 0,0,0\nB\nC\n",
                reparent(List.of("A"), "C"),
                "A core::Transform.parent: 0 -> 514");
    }

    @Test
    void theOrderOfSiblingsIsOneChangeOfTheirParent() {
        checkDifferences(
                "A\nB\nC\n",
                reparentBefore(List.of("C"), "A"),
                "Scene inspector::Nodes.children: [512,513,514] -> [514,512,513]");
    }

    @Test
    void aNewSiblingIsNoNewOrderOfTheOthers() {
        checkDifferences(
                BASE,
                all(spawn("Ship", "Box"), despawn("Lid")),
                "513 core-schema::Name: {\"value\":\"Lid\"} -> none",
                "513 core::Transform: " + placedBelow(512) + " -> none",
                "Ship core-schema::Name: none -> {\"value\":\"Ship\"}",
                "Ship core::Transform: none -> " + placedBelow(512));
    }

    @Test
    void aListOfOtherItemsIsOneField() {
        checkDifferences(
                "Box core-schema::Tags={\"tags\":[\"a\",\"b\"]}\n",
                put("Box", "core-schema::Tags", "{\"tags\":[\"b\"]}"),
                "Box core-schema::Tags.tags: [\"a\",\"b\"] -> [\"b\"]");
        checkDifferences(
                "Box core-schema::Tags={\"tags\":[\"a\",\"b\"]}\n",
                put("Box", "core-schema::Tags", "{\"tags\":[\"a\",\"c\"]}"),
                "Box core-schema::Tags.tags.1: \"b\" -> \"c\"");
    }

    @Test
    void anotherCaseOfAOneOfIsAnotherValue() {
        checkDifferences(
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[]}}}\n",
                put("Box", "core::MeshRenderer", "{\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}"),
                "Box core::MeshRenderer.mesh: {\"$case\":\"box\",\"box\":{\"uvs\":[]}}"
                        + " -> {\"$case\":\"sphere\",\"sphere\":{}}");
    }

    @Test
    void sceneJsonCountsAsAComponentOfTheRoot() {
        checkDifferences(
                BASE,
                configure("display.title", "\"Yard\""),
                "Scene scene.json.display: none -> {\"title\":\"Yard\"}");
    }
}
