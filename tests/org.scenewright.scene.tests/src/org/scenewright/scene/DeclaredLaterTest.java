// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.rename;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scripts write doors before the scene knows what a door is. */
class DeclaredLaterTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final Entity BOX = new Entity(512);
    private static final ComponentType DOOR =
            ComponentType.declared(
                    "yard::Door",
                    new Schema.Struct(
                            List.of(new Schema.Field("open", new Schema.Flag(), Value.of(false)))));

    private final Scene scene = new Scene(SceneText.read("Box\n"));

    private static CrdtMessage put(Entity entity, int timestamp, boolean isOpen) {
        return new CrdtMessage.PutComponent(
                entity, DOOR.id(), timestamp, DOOR.codec().toBytes(door(isOpen)));
    }

    private static Value door(boolean isOpen) {
        return Value.fields("open", Value.of(isOpen));
    }

    private static Changes declare(Scene scene) {
        var now = scene.snapshot();
        scene.replace(
                now.withTypes(now.types().with(DOOR)), Origin.link(Origin.Kind.DISK, ""), "Revert");
        return scene.catchUp(PEER);
    }

    /** What is there once doors are known is the same as if they had been known before. */
    private static void check(String before, List<CrdtMessage> messages, Optional<Value> expected) {
        var early = new Scene(SceneText.read(before));
        var late = new Scene(SceneText.read(before));
        declare(early);
        early.merge(messages, PEER);
        late.merge(messages, PEER);
        assertEquals(Optional.empty(), late.snapshot().value(BOX, DOOR.name()));
        declare(late);
        assertEquals(expected, late.snapshot().value(BOX, DOOR.name()));
        assertEquals(
                SceneInvariants.content(early.snapshot()),
                SceneInvariants.content(late.snapshot()));
    }

    @Test
    void whatTheyWroteBeforeIsThereThen() {
        check("Box\n", List.of(put(BOX, 3, true)), Optional.of(door(true)));
    }

    @Test
    void whatTheyTookAwayIsNotThere() {
        var gone = new CrdtMessage.DeleteComponent(BOX, DOOR.id(), 4);
        check("Box\n", List.of(put(BOX, 3, true), gone), Optional.empty());
    }

    @Test
    void entitiesThatHadNothingElseComeIntoBeing() {
        check("", List.of(put(BOX, 3, true)), Optional.of(door(true)));
    }

    @Test
    void whatIsNoDoorIsLeftOut() {
        var broken = new CrdtMessage.PutComponent(BOX, DOOR.id(), 3, new byte[5]);
        check("Box\n", List.of(broken), Optional.empty());
    }

    @Test
    void linksHearOfIt() {
        scene.merge(List.of(put(BOX, 3, true)), PEER);
        var written =
                new Change.Written(BOX, DOOR.name(), Optional.empty(), Optional.of(door(true)));
        assertEquals(List.of(written), declare(scene).list());
    }

    @Test
    void anEditThatDeclaresBringsItInAtOnce() {
        scene.merge(List.of(put(BOX, 3, true)), PEER);
        var yard = new Scene(SceneText.read("Gate\n"));
        declare(yard);
        accepted(yard, SceneCheck.put("Gate", DOOR.name(), "{\"open\":false}"));
        var fragment =
                Fragment.copy(yard.snapshot(), List.of(SceneText.find(yard.snapshot(), "Gate")));
        accepted(scene, s -> new Edit.Paste(fragment, Edit.Place.TOP));
        assertEquals(Optional.of(door(true)), scene.snapshot().value(BOX, DOOR.name()));
        scene.undo();
        assertEquals(
                "Box " + DOOR.name() + "={\"open\":true}\n", SceneText.print(scene.snapshot()));
    }

    @Test
    void undoLeavesIt() {
        accepted(scene, rename("Box", "Gate"));
        scene.merge(List.of(put(BOX, 3, true)), PEER);
        declare(scene);
        scene.undo();
        assertEquals("Box", scene.snapshot().name(BOX));
        assertEquals(Optional.of(door(true)), scene.snapshot().value(BOX, DOOR.name()));
    }

    @Test
    void whereOneOfUsWroteItIsThereTooAndTheNextWriteWins() {
        var sent = new ArrayList<Batch>();
        scene.share("ann", sent::add);
        accepted(scene, rename("Box", "Gate"));
        scene.merge(List.of(put(BOX, 3, true)), PEER);
        declare(scene);
        assertEquals(Optional.of(door(true)), scene.snapshot().value(BOX, DOOR.name()));
        accepted(scene, SceneCheck.set("Gate", "yard::Door.open", "false"));
        assertEquals(put(BOX, 4, false), sent.getLast().messages().getFirst());
    }

    @Test
    void whatIsKnownAlreadyIsNotHeardAgain() {
        declare(scene);
        scene.merge(List.of(put(BOX, 3, true)), PEER);
        long state = scene.state();
        assertFalse(declare(scene).list().stream().anyMatch(change -> true));
        assertEquals(state, scene.state());
    }
}
