// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.duplicate;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.Test;
import org.scenewright.scene.SceneCheck.NamedEdit;

import java.util.List;
import java.util.Optional;

class HistoryTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "anna");
    private static final String X = "core::Transform.position.x";
    private static final String Y = "core::Transform.position.y";

    /** I edit, then a colleague does, then I undo. */
    private static Scene undone(String before, NamedEdit mine, NamedEdit theirs, String after) {
        var scene = new Scene(SceneText.read(before));
        accepted(scene, mine);
        accepted(scene, theirs, PEER);
        scene.undo();
        assertEquals(after, SceneText.print(scene.snapshot()));
        return scene;
    }

    @Test
    void nothingCanBeUndoneAtFirst() {
        var scene = new Scene(SceneText.read("Box\n"));
        assertEquals(Optional.empty(), scene.undo());
        assertEquals(Optional.empty(), scene.redo());
    }

    @Test
    void aFieldThatSomebodyElseChangedSinceIsLeftAlone() {
        undone("Box\n", set("Box", X, "1"), set("Box", X, "2"), "Box at 2,0,0\n");
    }

    @Test
    void theOtherFieldsOfAComponentAreTakenBackAllTheSame() {
        undone(
                "Box\n",
                set("Box", "core::Transform.position", "{\"x\":1,\"y\":1,\"z\":1}"),
                set("Box", Y, "2"),
                "Box at 0,2,0\n");
    }

    @Test
    void redoTouchesOnlyWhatUndoTouched() {
        var scene =
                undone(
                        "Box\n",
                        set("Box", "core::Transform.position", "{\"x\":1,\"y\":1,\"z\":1}"),
                        set("Box", Y, "2"),
                        "Box at 0,2,0\n");
        accepted(scene, set("Box", "core::Transform.position.z", "3"), PEER);
        scene.redo();
        assertEquals("Box at 1,2,3\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void anotherItemOfAListIsLeftAlone() {
        undone(
                "Box core-schema::Tags={\"tags\":[\"a\",\"b\"]}\n",
                set("Box", "core-schema::Tags.tags.0", "\"mine\""),
                set("Box", "core-schema::Tags.tags.1", "\"theirs\""),
                "Box core-schema::Tags={\"tags\":[\"a\",\"theirs\"]}\n");
    }

    @Test
    void anotherCaseThatSomebodyChoseIsLeftAlone() {
        undone(
                "Box\n",
                set("Box", "core::MeshRenderer.mesh.box.uvs", "[1]"),
                put(
                        "Box",
                        "core::MeshRenderer",
                        "{\"mesh\":{\"$case\":\"plane\",\"plane\":{\"uvs\":[]}}}"),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"plane\",\"plane\":{\"uvs\":[]}}}\n");
    }

    @Test
    void anEntityOfMineThatSomebodyChangedStays() {
        undone("", spawn("Box", "Scene"), set("Box", X, "2"), "Box at 2,0,0\n");
    }

    @Test
    void anEntityOfMineThatSomebodyHungSomethingBelowStays() {
        undone("Lid\n", spawn("Box", "Scene"), reparent(List.of("Lid"), "Box"), "Box\n  Lid\n");
    }

    @Test
    void anEntityThatSomebodyElseDeletedStaysGone() {
        undone("Box\n", set("Box", X, "1"), despawn("Box"), "");
    }

    @Test
    void anEntityComesBackToTheRootWhenItsParentIsGone() {
        undone("Box\n  Lid at 1,2,3\n", despawn("Lid"), despawn("Box"), "Lid at 1,2,3\n");
    }

    @Test
    void anEntityThatSomebodyElseMovedInTheTreeStaysThere() {
        undone(
                "A\nB\nC\n",
                reparent(List.of("C"), "A"),
                reparent(List.of("C"), "B"),
                "A\nB\n  C\n");
    }

    @Test
    void deletedEntitiesComeBackBetweenTheirSiblings() {
        undone(
                "A\nB\n  B1\n  B2\nC\nD\n",
                despawn("B", "C"),
                spawn("E", "Scene"),
                "A\nB\n  B1\n  B2\nC\nD\nE\n");
    }

    @Test
    void aStepOfWhichNothingIsLeftIsSkipped() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, rename("Box", "Crate"));
        accepted(scene, set("Crate", X, "1"));
        accepted(scene, set("Crate", X, "2"), PEER);
        scene.undo();
        assertEquals("Box at 2,0,0\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void whatSomebodyElseDidIsNoStepOfMine() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, set("Box", X, "1"), PEER);
        assertEquals(Optional.empty(), scene.undo());
    }

    @Test
    void theEditsOfAGestureAreOneStep() {
        var scene = new Scene(SceneText.read("Box at 1,0,0\n"));
        for (int x = 2; x < 100; x++) {
            accepted(scene, set("Box", X, Integer.toString(x)), Origin.gesture(7));
        }
        scene.undo();
        assertEquals("Box at 1,0,0\n", SceneText.print(scene.snapshot()));
        scene.redo();
        assertEquals("Box at 99,0,0\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void twoGesturesAreTwoSteps() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, set("Box", X, "1"), Origin.gesture(1));
        accepted(scene, set("Box", X, "2"), Origin.gesture(2));
        scene.undo();
        assertEquals("Box at 1,0,0\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void aGestureBackToWhereItBeganIsNoStep() {
        var scene = new Scene(SceneText.read("Box\n"));
        long state = scene.state();
        accepted(scene, set("Box", X, "1"), Origin.gesture(1));
        accepted(scene, set("Box", X, "0"), Origin.gesture(1));
        assertEquals(Optional.empty(), scene.undoLabel());
        assertEquals(state, scene.state());
    }

    @Test
    void aCancelledGestureLeavesNothingToRedo() {
        var scene = new Scene(SceneText.read("Box\nCrate\n"));
        accepted(scene, rename("Crate", "Lid"));
        accepted(scene, set("Box", X, "1"), Origin.gesture(1));
        accepted(scene, duplicate("Box"), Origin.gesture(1));
        scene.cancelGesture(1);
        assertEquals("Box\nLid\n", SceneText.print(scene.snapshot()));
        assertEquals(Optional.empty(), scene.redoLabel());
        assertEquals(Optional.of("Rename Crate"), scene.undoLabel());
    }

    @Test
    void aGestureThatSomethingElseInterruptedIsCancelledAsAWhole() {
        var scene = new Scene(SceneText.read("Box\nCrate\n"));
        accepted(scene, set("Box", X, "1"), Origin.gesture(1));
        accepted(scene, rename("Crate", "Lid"));
        accepted(scene, set("Box", Y, "1"), Origin.gesture(1));
        scene.cancelGesture(1);
        assertEquals("Box\nLid\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void cancellingWhatNeverWasDoesNothing() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, set("Box", X, "1"));
        assertEquals(Optional.empty(), scene.cancelGesture(0));
        assertEquals(Optional.empty(), scene.cancelGesture(5));
    }

    @Test
    void aNewEditEndsWhatCanBeRedone() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, set("Box", X, "1"));
        scene.undo();
        accepted(scene, set("Box", Y, "1"));
        assertEquals(Optional.empty(), scene.redo());
    }

    @Test
    void whatSomebodyElseDoesLeavesRedoAlone() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, set("Box", X, "1"));
        scene.undo();
        accepted(scene, set("Box", Y, "2"), PEER);
        scene.redo();
        assertEquals("Box at 1,2,0\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void deletingAndAddingInOneStepIsTakenBackTogether() {
        var scene = new Scene(SceneText.read("Box at 1,2,3\n"));
        accepted(scene, all(despawn("Box"), spawn("Crate", "Scene")));
        assertEquals("Crate\n", SceneText.print(scene.snapshot()));
        scene.undo();
        assertEquals("Box at 1,2,3\n", SceneText.print(scene.snapshot()));
        scene.redo();
        assertEquals("Crate\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void undoingToTheBeginningGivesTheStateOfTheBeginning() {
        var scene = new Scene(SceneText.read("Box\n"));
        long state = scene.state();
        accepted(scene, set("Box", X, "1"));
        long edited = scene.state();
        accepted(scene, despawn("Box"));
        scene.undo();
        assertEquals(edited, scene.state());
        scene.undo();
        assertEquals(state, scene.state());
        scene.redo();
        assertEquals(edited, scene.state());
    }

    @Test
    void undoingBesideTheWorkOfOthersIsNotTheStateOfTheBeginning() {
        var scene = new Scene(SceneText.read("Box\n"));
        long state = scene.state();
        accepted(scene, set("Box", X, "1"));
        accepted(scene, set("Box", Y, "1"), PEER);
        scene.undo();
        assertNotEquals(state, scene.state());
    }

    @Test
    void everyAcceptedChangeIsANewRevision() {
        var scene = new Scene(SceneText.read("Box\n"));
        long start = scene.snapshot().revision();
        accepted(scene, set("Box", X, "1"));
        scene.undo();
        scene.redo();
        assertEquals(start + 3, scene.snapshot().revision());
    }

    @Test
    void aRevertIsOneStepThatCanBeUndone() {
        var scene = new Scene(SceneText.read("A\nB\n  C at 1,1,1\n"));
        var start = SceneText.print(scene.snapshot());
        var goal = SceneText.read("C\n  B\nD at 1,2,3\nA\n");
        var changes = scene.replace(goal, Origin.link(Origin.Kind.DISK, ""), "Revert");
        assertEquals(SceneText.print(goal), SceneText.print(scene.snapshot()));
        assertTrue(changes.list().size() > 3);
        assertEquals(Optional.of("Revert"), scene.undoLabel());
        scene.undo();
        assertEquals(start, SceneText.print(scene.snapshot()));
        scene.redo();
        assertEquals(SceneText.print(goal), SceneText.print(scene.snapshot()));
    }

    @Test
    void aReplacementThatIsTheSameChangesNothing() {
        var scene = new Scene(SceneText.read("A\nB\n  C at 1,1,1\n"));
        assertEquals(
                List.of(),
                scene.replace(SceneText.read("A\nB\n  C at 1,1,1\n"), Origin.USER, "Revert")
                        .list());
    }

    @Test
    void aCaseOfMineThatSomebodyElseFilledStays() {
        undone(
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"box\",\"box\":{\"uvs\":[1]}}}\n",
                set("Box", "core::MeshRenderer.mesh.$case", "\"cylinder\""),
                set("Box", "core::MeshRenderer.mesh.cylinder.radiusTop", "3"),
                "Box core::MeshRenderer={\"mesh\":{\"$case\":\"cylinder\","
                        + "\"cylinder\":{\"radiusTop\":3}}}\n");
    }

    @Test
    void aGestureThatOthersInterruptedIsNotTakenBackToTheStateOfTheBeginning() {
        var scene = new Scene(SceneText.read("Box\n"));
        long state = scene.state();
        accepted(scene, set("Box", X, "1"), Origin.gesture(1));
        accepted(scene, set("Box", Y, "1"), PEER);
        accepted(scene, set("Box", X, "2"), Origin.gesture(1));
        scene.undo();
        assertEquals("Box at 0,1,0\n", SceneText.print(scene.snapshot()));
        assertNotEquals(state, scene.state());
    }
}
