// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ValueJson;

import java.util.List;

class SceneMergeTest {
    private static final Origin SCRIPT = Origin.link(Origin.Kind.SCRIPT, "script");

    private static CrdtMessage put(int entity, String component, int timestamp, String json) {
        var type = SceneText.TYPES.find(component).orElseThrow();
        return new CrdtMessage.PutComponent(
                new Entity(entity),
                type.id(),
                timestamp,
                type.codec().toBytes(ValueJson.parse(json)));
    }

    private static CrdtMessage name(int entity, int timestamp, String name) {
        return put(entity, SceneSnapshot.NAME, timestamp, "{\"value\":\"" + name + "\"}");
    }

    private static CrdtMessage below(int entity, int timestamp, int parent) {
        var transform = Moving.below(Pose.IDENTITY.toValue(), new Entity(parent));
        return put(entity, SceneSnapshot.TRANSFORM, timestamp, ValueJson.print(transform));
    }

    private static CrdtMessage delete(int entity, String component, int timestamp) {
        return new CrdtMessage.DeleteComponent(
                new Entity(entity), SceneText.TYPES.find(component).orElseThrow().id(), timestamp);
    }

    private static CrdtMessage delete(int entity) {
        return new CrdtMessage.DeleteEntity(new Entity(entity));
    }

    /** Merges one batch into a scene. */
    private static void check(String before, String after, CrdtMessage... batch) {
        var scene = new Scene(SceneText.read(before));
        merge(scene, batch);
        assertEquals(after, SceneText.print(scene.snapshot()));
    }

    private static Changes merge(Scene scene, CrdtMessage... batch) {
        var changes = scene.merge(List.of(batch), SCRIPT).changes();
        SceneInvariants.check(scene.snapshot());
        return changes;
    }

    @Test
    void aNewerValueHolds() {
        check("Box\n", "Crate\n", name(512, 1, "Crate"));
    }

    @Test
    void whatTheFilesSayHasTimestampZero() {
        check("Box\n", "Box\n", name(512, 0, "A"));
        check("Box\n", "Boy\n", name(512, 0, "Boy"));
    }

    @Test
    void anOlderValueIsIgnored() {
        var scene = new Scene(SceneText.read("Box\n"));
        accepted(scene, rename("Box", "Mine"));
        accepted(scene, rename("Mine", "Mine again"));
        merge(scene, name(512, 1, "Theirs"));
        assertEquals("Mine again\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void myNextWriteIsNewerThanWhatCameIn() {
        var scene = new Scene(SceneText.read("Box\n"));
        merge(scene, name(512, 7, "Theirs"));
        var changes = accepted(scene, rename("Theirs", "Mine"));
        assertEquals(List.of(name(512, 8, "Mine")), scene.messages(changes));
    }

    @Test
    void everyOwnWriteHasTheNextTimestamp() {
        var scene = new Scene(SceneText.read("Box\n"));
        assertEquals(
                List.of(name(512, 1, "A")), scene.messages(accepted(scene, rename("Box", "A"))));
        assertEquals(List.of(name(512, 2, "B")), scene.messages(accepted(scene, rename("A", "B"))));
        assertEquals(List.of(name(512, 3, "A")), scene.messages(scene.undo().orElseThrow()));
    }

    @Test
    void aRemovedComponentIsToldAsDeleted() {
        var scene = new Scene(SceneText.read("Box\n"));
        var changes = accepted(scene, remove("Box", "core::Transform"));
        assertEquals(List.of(delete(512, "core::Transform", 1)), scene.messages(changes));
    }

    @Test
    void anUnknownEntityComesIntoBeing() {
        check("Box\n", "Box\nTheirs\n", name(700, 1, "Theirs"));
    }

    @Test
    void aChildMayComeBeforeItsParent() {
        check("", "A\n  B\n", below(600, 1, 601), name(600, 1, "B"), name(601, 1, "A"));
    }

    @Test
    void aChildWaitsForItsParentAtTheRoot() {
        var scene = new Scene(SceneText.read("Box\n"));
        merge(scene, name(600, 1, "B"), below(600, 1, 601));
        assertEquals("Box\nB\n", SceneText.print(scene.snapshot()));
        merge(scene, name(601, 1, "A"));
        assertEquals("Box\nA\n  B\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void aNewcomerDoesNotAdoptThoseWhoWaitForSomebodyElse() {
        var scene = new Scene(SceneText.read("Box\n"));
        merge(scene, below(512, 1, 513));
        accepted(scene, spawn("New", "Scene"));
        assertEquals("Box\nNew\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void thoseInACycleHangAtTheRootWhileItLasts() {
        var scene = new Scene(SceneText.read("A\nB\n  C\n"));
        merge(scene, below(512, 1, 514), below(513, 1, 512));
        assertEquals("A\nC\nB\n", SceneText.print(scene.snapshot()));
        merge(scene, below(513, 2, 0));
        assertEquals("B\n  C\n    A\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void whatHangsBelowACycleStaysThere() {
        check("A\n  A1\nB\n", "A\n  A1\nB\n", below(512, 1, 514), below(514, 1, 512));
    }

    @Test
    void anEntityWithoutComponentsIsGone() {
        check(
                "Box\nCrate\n",
                "Crate\n",
                delete(512, SceneSnapshot.NAME, 1),
                delete(512, SceneSnapshot.TRANSFORM, 1));
    }

    @Test
    void aDeletedEntityLeavesItsChildrenToTheRoot() {
        check("Box\n  Lid\nCrate\n", "Lid\nCrate\n", delete(512));
    }

    @Test
    void deletionCountsAfterTheRestOfTheBatch() {
        check("Box\n", "", delete(512), name(512, 5, "Still here"));
    }

    @Test
    void aDeletedEntityDoesNotComeBack() {
        var scene = new Scene(SceneText.read("Box\n"));
        merge(scene, delete(512));
        merge(scene, name(512, 5, "Still here"));
        assertEquals("", SceneText.print(scene.snapshot()));
    }

    @Test
    void aDeletedNumberIsNotGivenAway() {
        var scene = new Scene(SceneText.read("Box\n"));
        merge(scene, delete(512));
        accepted(scene, spawn("New", "Scene"));
        assertEquals(new Entity(513), SceneText.find(scene.snapshot(), "New"));
    }

    @Test
    void aNewerVersionOfANumberTakesThePlace() {
        var v1 = Entity.of(512, 1);
        check("Box\n", "New\n", name(v1.bits(), 1, "New"), name(512, 9, "Old"));
    }

    @Test
    void nobodyTakesTheRootAway() {
        check("Box\n", "Box\n", delete(0));
    }

    @Test
    void otherPlayersAreNoPartOfTheDocument() {
        check("Box\n", "Box\n", name(40, 1, "Player"), name(65535, 1, "Nobody"));
    }

    @Test
    void unknownComponentsChangeNothing() {
        var unknown =
                new CrdtMessage.PutComponent(
                        new Entity(700), new ComponentId(0x7FFF_0001), 1, new byte[3]);
        check("Box\n", "Box\n", unknown);
    }

    @Test
    void bytesThatCannotBeReadChangeNothing() {
        var type = SceneText.TYPES.find(SceneSnapshot.TRANSFORM).orElseThrow();
        check(
                "Box at 1,2,3\n",
                "Box at 1,2,3\n",
                new CrdtMessage.PutComponent(new Entity(512), type.id(), 9, new byte[3]));
    }

    @Test
    void bytesThatCannotBeReadHinderNobody() {
        var scene = new Scene(SceneText.read("Box at 1,2,3\n"));
        var type = SceneText.TYPES.find(SceneSnapshot.TRANSFORM).orElseThrow();
        merge(
                scene,
                new CrdtMessage.PutComponent(new Entity(512), type.id(), 9, new byte[3]),
                new CrdtMessage.PutComponent(new Entity(512), type.id(), 0, new byte[4]));
        accepted(scene, set("Box", "core::Transform.position.x", "5"));
        assertEquals("Box at 5,2,3\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void whoeverIsBehindIsToldWhatHolds() {
        var scene = new Scene(SceneText.read("Box\n"));
        merge(scene, name(512, 5, "Lid"));
        assertEquals(List.of(name(512, 5, "Lid")), corrections(scene, name(512, 3, "Old")));
        accepted(scene, rename("Lid", "Cover"));
        assertEquals(List.of(name(512, 6, "Cover")), corrections(scene, name(512, 4, "Older")));
    }

    private static List<CrdtMessage> corrections(Scene scene, CrdtMessage late) {
        return scene.merge(List.of(late), SCRIPT).corrections();
    }

    @Test
    void aNumberThatIsNoneChangesNothing() {
        var bytes = new byte[44];
        bytes[2] = (byte) 0xC0;
        bytes[3] = 0x7F;
        var type = SceneText.TYPES.find(SceneSnapshot.TRANSFORM).orElseThrow();
        check(
                "Box at 1,2,3\n",
                "Box at 1,2,3\n",
                new CrdtMessage.PutComponent(new Entity(512), type.id(), 9, bytes));
    }

    @Test
    void whatComesInIsNoStepOfMine() {
        var scene = new Scene(SceneText.read("Box\n"));
        assertEquals(1, merge(scene, name(512, 1, "Theirs")).list().size());
        assertTrue(scene.undo().isEmpty());
    }

    @Test
    void aDeletionThatIsUndoneReachesTheOthersToo() {
        var mine = new Scene(SceneText.read("Box\n  Lid at 1,2,3\n"));
        var theirs = new Scene(mine.snapshot());
        theirs.merge(mine.messages(accepted(mine, despawn("Box"))), SCRIPT);
        assertEquals("", SceneText.print(theirs.snapshot()));
        theirs.merge(mine.messages(mine.undo().orElseThrow()), SCRIPT);
        assertEquals("Box\n  Lid at 1,2,3\n", SceneText.print(theirs.snapshot()));
    }

    @Test
    void twoWhoMoveIntoEachOtherSeeTheSame() {
        var mine = new Scene(SceneText.read("A\nB\n"));
        var theirs = new Scene(mine.snapshot());
        var a = mine.messages(accepted(mine, set("A", "core::Transform.parent", "513")));
        var b = theirs.messages(accepted(theirs, set("B", "core::Transform.parent", "512")));
        mine.merge(b, SCRIPT);
        theirs.merge(a, SCRIPT);
        assertEquals(
                SceneInvariants.values(mine.snapshot()), SceneInvariants.values(theirs.snapshot()));
        assertEquals(2, mine.snapshot().children(Entity.ROOT).size());
    }

    @Test
    void parentAndChildMayChangePlaces() {
        check("A\n  B\n", "B\n  A\n", below(512, 1, 513), below(513, 1, 0));
    }

    @Test
    void deletingOneOfACycleFreesTheOthers() {
        var scene = new Scene(SceneText.read("A\nB\nC\n"));
        merge(scene, below(512, 1, 513), below(513, 1, 514), below(514, 1, 512));
        assertEquals("A\nB\nC\n", SceneText.print(scene.snapshot()));
        accepted(scene, despawn("A"));
        assertEquals("C\n  B\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void aNumberForWhichNobodyWaitsAnyMoreIsGivenAway() {
        var scene = new Scene(SceneText.read("A\n"));
        merge(scene, below(512, 1, 513));
        merge(scene, delete(512));
        accepted(scene, spawn("New", "Scene"));
        assertEquals(new Entity(513), SceneText.find(scene.snapshot(), "New"));
    }

    @Test
    void whatTheRendererAnswersIsNoPartOfTheDocument() {
        var answers =
                SceneText.TYPES.all().stream()
                        .filter(type -> type.role() == ComponentType.Role.RESULT)
                        .map(ComponentType::name)
                        .toList();
        assertTrue(answers.contains("core::RaycastResult"));
        answers.forEach(name -> check("Box\n", "Box\n", empty(name)));
    }

    private static CrdtMessage empty(String component) {
        var type = SceneText.TYPES.find(component).orElseThrow();
        var bytes = type.codec().toBytes(type.initial());
        return new CrdtMessage.PutComponent(new Entity(512), type.id(), 1, bytes);
    }

    @Test
    void aNumberForWhichNobodyWaitsAfterARevertIsGivenAway() {
        var scene = new Scene(SceneText.read("A\n"));
        merge(scene, below(512, 1, 513));
        scene.replace(SceneText.read(""), Origin.link(Origin.Kind.DISK, ""), "Revert");
        accepted(scene, spawn("New", "Scene"));
        assertEquals(new Entity(513), SceneText.find(scene.snapshot(), "New"));
    }
}
