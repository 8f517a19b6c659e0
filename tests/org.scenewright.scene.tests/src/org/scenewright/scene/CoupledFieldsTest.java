// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.scenewright.scene.MergeCheck.checkBoth;
import static org.scenewright.scene.MergeCheck.checkConflict;
import static org.scenewright.scene.MergeCheck.checkDifferences;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.set;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Fields that mean something only together. */
class CoupledFieldsTest {
    private static final String T = "core::Transform.";
    private static final String AROUND_X = "{\"x\":0.6,\"y\":0,\"z\":0,\"w\":0.8}";
    private static final String AROUND_Y = "{\"x\":0,\"y\":0.6,\"z\":0,\"w\":0.8}";
    private static final String NONE = "{\"x\":0,\"y\":0,\"z\":0,\"w\":1}";
    private static final String MESH = "core::MeshRenderer";
    private static final String ROTATION = "core::Transform.rotation";

    @Test
    void twoRotationsMakeNoThirdOne() {
        checkConflict(
                "Box at 1,2,3\n",
                set("Box", ROTATION, AROUND_X),
                set("Box", ROTATION, AROUND_Y),
                "Box core::Transform.rotation: " + NONE + " / " + AROUND_X + " / " + AROUND_Y);
    }

    @Test
    void aRotationIsOneDifference() {
        checkDifferences(
                "Box at 1,2,3\n",
                set("Box", ROTATION, AROUND_X),
                "Box core::Transform.rotation: " + NONE + " -> " + AROUND_X);
    }

    @Test
    void aRotationAndAMoveAreBothMade() {
        checkBoth(
                "Box at 1,2,3\n",
                set("Box", ROTATION, AROUND_X),
                all(set("Box", T + "position.x", "7"), set("Box", T + "position.y", "8")),
                "Box at 7,8,3\n");
    }

    @Test
    void theirRotationOfSomethingThatWeRotatedAndTookBackIsTaken() {
        var base = SceneText.read("Box at 1,2,3\n");
        var scene = new Scene(base);
        SceneCheck.accepted(scene, set("Box", ROTATION, AROUND_X));
        SceneCheck.accepted(
                scene, set("Box", ROTATION, AROUND_Y), new Origin(Origin.Kind.SCRIPT, "", 0));
        scene.undo();
        assertEquals(0.6, scene.snapshot().pose(new Entity(512)).rotation().y());
        assertEquals(0, scene.snapshot().pose(new Entity(512)).rotation().x());
    }

    @Test
    void aMoveMeansNothingBelowAParentThatIsScaled() {
        String base = "Hall at 0,0,0 core::Transform={\"scale\":{\"x\":2,\"y\":2,\"z\":2}}\nBox\n";
        checkConflict(
                base,
                reparent(List.of("Box"), "Hall"),
                set("Box", T + "position.y", "3"),
                "Box core::Transform.position.y: 0 / 0 / 3");
    }

    @Test
    void aMoveAndANewParentWithTheSameAxesAreBothMade() {
        checkBoth(
                "Hall at 0,5,0\nBox at 1,0,0\n",
                reparent(List.of("Box"), "Hall"),
                set("Box", T + "position.x", "3"),
                "Hall at 0,5,0\n  Box at 3,-5,0\n");
    }

    @Test
    void numbersOfAListAreMergedInTheirPlaces() {
        checkBoth(
                "Box " + uvs("0,0,0.25,1,0.5,0") + "\n",
                put("Box", MESH, plane("1,0,0.25,1,0.5,0")),
                put("Box", MESH, plane("0,0,0.25,1,0.5,9")),
                "Box " + uvs("1,0,0.25,1,0.5,9") + "\n");
    }

    @Test
    void numbersThatChangedPlacesAreAConflictWithANewOneThere() {
        checkConflict(
                "Box " + uvs("1,2,3") + "\n",
                put("Box", MESH, plane("2,1,3")),
                put("Box", MESH, plane("1,5,3")),
                "Box core::MeshRenderer.mesh.plane.uvs.1: 2 / 1 / 5");
    }

    private static String uvs(String numbers) {
        return MESH + "=" + plane(numbers);
    }

    private static String plane(String numbers) {
        return "{\"mesh\":{\"$case\":\"plane\",\"plane\":{\"uvs\":[" + numbers + "]}}}";
    }

    @Test
    void aDeepTreeIsMergedAsFastAsAFlatOne() {
        var flat = SceneSnapshot.empty(SceneText.TYPES);
        for (int i = 0; i < 30_000; i++) {
            flat = spawned(flat, 512 + i);
        }
        var deep = flat;
        for (int i = 1; i < 30_000; i++) {
            deep = hung(deep, new Entity(512 + i), 511 + i);
        }
        var base = flat;
        var theirs = deep;
        var merged =
                assertTimeout(Duration.ofSeconds(20), () -> ThreeWay.merge(base, base, theirs));
        assertEquals(List.of(new Entity(30_511)), merged.snapshot().children(new Entity(30_510)));
    }

    private static SceneSnapshot spawned(SceneSnapshot scene, int number) {
        var entity = new Entity(number);
        var node = new SceneSnapshot.Node(entity, Entity.ROOT, List.of());
        return hung(scene.withNode(node), entity, 0);
    }

    private static SceneSnapshot hung(SceneSnapshot scene, Entity entity, int parent) {
        var transform = Value.fields("parent", Value.of(parent));
        return scene.with(entity, SceneSnapshot.TRANSFORM, Optional.of(transform));
    }
}
