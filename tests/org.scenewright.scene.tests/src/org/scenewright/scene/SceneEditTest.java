// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.check;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.refused;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;
import static org.scenewright.scene.SceneCheck.spawnWith;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValuePool;

import java.util.List;
import java.util.Optional;

class SceneEditTest {
    private static final String BOX_WITH_LID = "Box\n  Lid\n";
    private static final String LOCKED = "Box inspector::Lock={\"value\":true}\n  Lid\nCrate\n";

    @Test
    void aNewEntityStandsAtTheEndOfItsSiblings() {
        check("Box\n", spawn("Crate", "Scene"), "Box\nCrate\n");
    }

    @Test
    void aNewEntityMayHangBelowAnother() {
        check("Box\nCrate\n", spawn("Lid", "Box"), "Box\n  Lid\nCrate\n");
    }

    @Test
    void aNewEntityWithATakenNameGetsANumber() {
        check("Box\nBox_2\n", spawn("Box", "Scene"), "Box\nBox_2\nBox_3\n");
    }

    @Test
    void aNameWithANumberIsCountedOn() {
        check("Box\nBox_2\n", spawn("Box_2", "Scene"), "Box\nBox_2\nBox_3\n");
    }

    @Test
    void theLowestFreeNumberIsLeased() {
        var start = SceneText.read("A\nB\nC\n");
        var scene = new Scene(start.withoutNode(new Entity(513)));
        accepted(scene, spawn("D", "Scene"));
        assertEquals(new Entity(513), SceneText.find(scene.snapshot(), "D"));
    }

    @Test
    void theNumberThatUndoMayNeedIsSpared() {
        var scene = new Scene(SceneText.read("A\nB\n"));
        accepted(scene, despawn("A"));
        accepted(scene, spawn("C", "Scene"));
        assertEquals(new Entity(514), SceneText.find(scene.snapshot(), "C"));
    }

    @Test
    void theNumberThatNobodyMayNeedIsGivenAwayAgain() {
        var scene = new Scene(SceneText.read("A\n"));
        accepted(scene, spawn("B", "Scene"), Origin.gesture(1));
        scene.cancelGesture(1);
        accepted(scene, spawn("C", "Scene"));
        scene.undo();
        accepted(scene, spawn("D", "Scene"));
        accepted(scene, spawn("E", "Scene"));
        assertEquals(new Entity(513), SceneText.find(scene.snapshot(), "E"));
    }

    @Test
    void aNewEntityComesWithTheGivenComponents() {
        check(
                "",
                spawnWith("Box", "core::VisibilityComponent", "{\"visible\":false}"),
                "Box core::VisibilityComponent={\"visible\":false}\n");
    }

    @Test
    void aNewEntityWithAnUnknownComponentIsRefused() {
        refused(
                "",
                spawnWith("Box", "mine::Nothing", "{}"),
                "There is no component type \"mine::Nothing\" in this scene.");
    }

    @Test
    void aNewEntityNeedsAName() {
        refused("", spawn(" ", "Scene"), "A name needs at least one character.");
    }

    @Test
    void deletingTakesWhatHangsBelowAlong() {
        check("Box\n  Lid\n    Knob\nCrate\n", despawn("Box"), "Crate\n");
    }

    @Test
    void deletingParentAndChildTogetherIsFine() {
        check("Box\n  Lid\nCrate\n", despawn("Lid", "Box"), "Crate\n");
    }

    @Test
    void theSceneItselfCannotBeDeleted() {
        refused("", despawn("Scene"), "\"Scene\" belongs to every scene and stays where it is.");
    }

    @Test
    void aTakenNameIsMadeUniqueOnRenaming() {
        check("Box\nCrate\n", rename("Crate", "Box"), "Box\nBox_2\n");
    }

    @Test
    void renamingToItsOwnNameChangesNothing() {
        check("Box\nBox_2\n", rename("Box_2", "Box_2"), "Box\nBox_2\n");
    }

    @Test
    void reparentingKeepsThePlaceInTheWorld() {
        check(
                "Box at 1,2,3\nLid at 5,5,5\n",
                reparent(List.of("Lid"), "Box"),
                "Box at 1,2,3\n  Lid at 4,3,2\n");
    }

    @Test
    void reparentingBelowATurnedAndScaledParentKeepsThePlaceInTheWorld() {
        var scene = new Scene(SceneText.read("Box at 1,2,3\nLid at 5,5,5\n"));
        accepted(
                scene,
                set("Box", "core::Transform.rotation", "{\"x\":0,\"y\":0.6,\"z\":0,\"w\":0.8}"));
        accepted(scene, set("Box", "core::Transform.scale", "{\"x\":2,\"y\":2,\"z\":2}"));
        accepted(scene, reparent(List.of("Lid"), "Box"));
        var world = scene.snapshot().worldPose(SceneText.find(scene.snapshot(), "Lid"));
        assertEquals(5, world.position().x(), 1e-5);
        assertEquals(5, world.position().z(), 1e-5);
        assertEquals(1, world.scale().y(), 1e-5);
        assertEquals(1, world.rotation().w(), 1e-5);
    }

    @Test
    void severalEntitiesMoveTogetherInTheirOrder() {
        check("A\nB\nC\nD\n", reparentBefore(List.of("C", "D"), "A"), "C\nD\nA\nB\n");
    }

    @Test
    void movingBeforeOneThatMovesTooMeansTheNextOne() {
        check("A\nB\nC\n", reparentBefore(List.of("C", "A"), "A"), "C\nA\nB\n");
    }

    @Test
    void anEntityCannotHangBelowItself() {
        refused("Box\n", reparent(List.of("Box"), "Box"), "\"Box\" cannot hang below itself.");
    }

    @Test
    void anEntityCannotHangBelowAPartOfItself() {
        refused(
                BOX_WITH_LID,
                reparent(List.of("Box"), "Lid"),
                "\"Box\" cannot hang below \"Lid\", which is a part of it.");
    }

    @Test
    void aLockedEntityCannotBeMoved() {
        refused(
                LOCKED,
                set("Box", "core::Transform.position.x", "1"),
                "\"Box\" is locked; unlock it first.");
    }

    @Test
    void aLockedEntityCannotBeReparented() {
        refused(LOCKED, reparent(List.of("Box"), "Crate"), "\"Box\" is locked; unlock it first.");
    }

    @Test
    void aLockedEntityCannotBeDeletedWithItsParent() {
        refused(
                "Box\n  Lid inspector::Lock={\"value\":true}\n",
                despawn("Box"),
                "\"Lid\" is locked; unlock it first.");
    }

    @Test
    void aLockedEntityCanBeUnlocked() {
        check(
                "Box inspector::Lock={\"value\":true}\n",
                set("Box", "inspector::Lock.value", "false"),
                "Box inspector::Lock={\"value\":false}\n");
    }

    @Test
    void aLockedEntityCanBeHidden() {
        check(
                "Box inspector::Lock={\"value\":true}\n",
                put("Box", "inspector::Hide", "{\"value\":true}"),
                "Box inspector::Lock={\"value\":true} inspector::Hide={\"value\":true}\n");
    }

    @Test
    void aFileThatGoesElsewhereDoesNotCareForLocks() {
        var scene = new Scene(SceneText.read(LOCKED));
        accepted(scene, set("Box", "core::Transform.position.x", "1"), Origin.RELOCATION);
        assertTrue(scene.undo().isPresent());
    }

    @Test
    void aScriptDoesNotCareForLocks() {
        var scene = new Scene(SceneText.read(LOCKED));
        accepted(scene, despawn("Box"), Origin.link(Origin.Kind.SCRIPT, "script"));
        assertEquals("Crate\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void severalEditsAreMadeTogether() {
        check("Box\n", all(spawn("Crate", "Scene"), rename("Box", "Lid")), "Lid\nCrate\n");
    }

    @Test
    void severalEditsFailTogether() {
        refused(
                "Box\n",
                all(rename("Box", "Lid"), despawn("Box"), remove("Box", "core::Material")),
                "There is no entity 512 in the scene.");
    }

    @Test
    void aRefusalLeavesNamesAndNumbersFree() {
        var scene = new Scene(SceneText.read("Box\n"));
        scene.apply(
                all(spawn("Lid", "Scene"), rename("Box", "Crate"), remove("Box", "core::Material"))
                        .apply(scene.snapshot()),
                Origin.USER);
        accepted(scene, spawn("Lid", "Scene"));
        accepted(scene, spawn("Box", "Scene"));
        assertEquals("Box\nLid\nBox_2\n", SceneText.print(scene.snapshot()));
        assertEquals(new Entity(513), SceneText.find(scene.snapshot(), "Lid"));
    }

    private static Scene full() {
        var snapshot = SceneText.read("");
        for (int number = Entity.FIRST_FREE_NUMBER; number <= Entity.LAST_NUMBER; number++) {
            snapshot =
                    snapshot.withNode(
                            new SceneSnapshot.Node(new Entity(number), Entity.ROOT, List.of()));
        }
        var children = snapshot.entities().subList(1, snapshot.size());
        return new Scene(
                snapshot.withNode(new SceneSnapshot.Node(Entity.ROOT, Entity.ROOT, children)));
    }

    @Test
    void aFullSceneRefusesNewEntities() {
        var scene = full();
        var outcome = scene.apply(spawn("Box", "Scene").apply(scene.snapshot()), Origin.USER);
        assertEquals(new Outcome.Refused(Populating.FULL + "."), outcome);
    }

    @Test
    void aNumberThatWasGivenAwayTwiceIsTakenBackToItsFirstOwner() {
        var scene = full();
        accepted(scene, all(despawn("600"), spawn("Crate", "Scene")));
        assertEquals(new Entity(600), SceneText.find(scene.snapshot(), "Crate"));
        scene.undo();
        assertEquals(Optional.empty(), scene.snapshot().value(new Entity(600), SceneSnapshot.NAME));
        assertEquals(new Entity(601), scene.snapshot().children(Entity.ROOT).get(601 - 512));
        scene.redo();
        assertEquals("Crate", scene.snapshot().name(new Entity(600)));
    }

    @Test
    void theLowestFreeNumberIsAddedToAName() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, spawn("Box", "Scene"));
        accepted(scene, spawn("Box", "Scene"));
        accepted(scene, rename("Box_2", "Lid"));
        accepted(scene, spawn("Box", "Scene"));
        assertEquals("Box\nLid\nBox_3\nBox_2\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void whatIsWrittenIsKeptCompactly() {
        var scene = new Scene(SceneText.read("A at 1,2,3\n"));
        var a = SceneText.find(scene.snapshot(), "A");
        var path = FieldPath.of("position", "x");
        scene.apply(new Edit.Set(a, SceneSnapshot.TRANSFORM, path, Value.of(7)), Origin.USER);
        var value = scene.snapshot().value(a, SceneSnapshot.TRANSFORM).orElseThrow();
        assertEquals(7, value.number("position.x", 0));
        assertSame(value, new ValuePool().compact(value));
    }
}
