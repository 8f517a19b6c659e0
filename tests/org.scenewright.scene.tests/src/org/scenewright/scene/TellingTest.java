// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;

import java.nio.ByteBuffer;
import java.util.List;

class TellingTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final String HOUSE =
            "House at 1,2,3\n  Door inspector::Lock={\"value\":false}\nTree\n";

    private static ByteBuffer told(Scene scene) {
        var out = new CrdtWriter();
        scene.tellAll(out);
        return out.bytes();
    }

    /** Whoever comes later sees the same. */
    private static Scene check(Scene scene) {
        var late = new Scene(SceneSnapshot.empty(SceneText.TYPES));
        late.merge(told(scene), PEER);
        assertEquals(SceneText.print(scene.snapshot()), SceneText.print(late.snapshot()));
        return late;
    }

    private static Scene house(SceneCheck.NamedEdit... edits) {
        var scene = new Scene(SceneText.read(HOUSE));
        accepted(scene, all(edits));
        return scene;
    }

    @Test
    void whatTheFilesSayIsTold() {
        check(house());
    }

    @Test
    void whatWasWrittenSinceIsTold() {
        check(house(rename("Tree", "Oak"), set("House", "core::Transform.position.x", "7")));
    }

    @Test
    void whatWasTakenAwayIsToldToThoseWhoStillHaveIt() {
        var scene = house(remove("Door", SceneSnapshot.LOCK), despawn("Tree"));
        check(scene);
        var behind = new Scene(SceneText.read(HOUSE));
        behind.merge(told(scene), PEER);
        assertEquals("House at 1,2,3\n  Door\n", SceneText.print(behind.snapshot()));
    }

    @Test
    void whatOthersWroteIsToldWithTheirTimestamps() {
        var scene = house();
        var tree = SceneText.find(scene.snapshot(), "Tree");
        var type = SceneText.TYPES.find(SceneSnapshot.NAME).orElseThrow();
        byte[] name = type.codec().toBytes(scene.snapshot().value(tree, type.name()).orElseThrow());
        var theirs = new CrdtMessage.PutComponent(tree, type.id(), 9, name);
        scene.merge(List.of(theirs), PEER);
        var told = CrdtCodec.read(told(check(scene))).messages();
        assertEquals(
                List.of(9),
                told.stream().filter(m -> isAbout(m, theirs)).map(TellingTest::timestamp).toList());
    }

    private static boolean isAbout(CrdtMessage message, CrdtMessage.PutComponent other) {
        return message instanceof CrdtMessage.PutComponent put
                && put.entity().equals(other.entity())
                && put.component().equals(other.component());
    }

    private static int timestamp(CrdtMessage message) {
        return message instanceof CrdtMessage.PutComponent put ? put.timestamp() : -1;
    }

    @Test
    void anEntityThatSomebodyDeletedForGoodStaysSo() {
        var scene = house();
        var tree = SceneText.find(scene.snapshot(), "Tree");
        scene.merge(List.of(new CrdtMessage.DeleteEntity(tree)), PEER);
        var behind = new Scene(SceneText.read(HOUSE));
        behind.merge(told(scene), PEER);
        assertFalse(behind.snapshot().holds(tree));
    }
}
