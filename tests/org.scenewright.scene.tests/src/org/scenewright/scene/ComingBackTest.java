// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SharedSceneTest.exchange;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.scene.SharedSceneTest.Person;

import java.util.List;

/** Ann leaves, and comes back under the same address. */
class ComingBackTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    @Test
    void whoeverLeavesAndComesBackIsHeard() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        var plain = new Scene(a.scene.snapshot());
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        exchange(a, b, plain);
        a.scene.share("ann", a.mail::add);
        accepted(a.scene, set("Box", "core::Transform.position.x", "4"));
        accepted(b.scene, set("Box", "core::Transform.position.y", "5"));
        exchange(a, b, plain);
        assertEquals("Box at 4,5,0\n", a.text());
        assertEquals("Box at 4,5,0\n", b.text());
        assertEquals("Box at 4,5,0\n", SceneText.print(plain.snapshot()));
        assertEquals(List.of(), a.scene.losses());
    }

    @Test
    void whoeverStartsAnewUnderTheirAddressIsHeard() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        exchange(a, b, new Scene(a.scene.snapshot()));
        var again = new Person("ann", SceneText.read("Box\n"));
        var all = new CrdtWriter();
        b.scene.tellAll(all);
        again.scene.merge(all.bytes(), PEER);
        accepted(again.scene, set("Box", "core::Transform.position.x", "7"));
        accepted(b.scene, set("Box", "core::Transform.position.y", "5"));
        exchange(again, b, new Scene(a.scene.snapshot()));
        assertEquals("Box at 7,5,0\n", again.text());
        assertEquals("Box at 7,5,0\n", b.text());
    }

    @Test
    void whoeverComesBackStillUndoesTheirOwn() {
        var a = new Person("ann", SceneText.read("Box\n"));
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        a.scene.share("ann", a.mail::add);
        a.scene.undo();
        assertEquals("Box\n", a.text());
    }

    @Test
    void whatIsSentDoesNotGrowWithComingsAndGoings() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        for (int i = 1; i <= 50; i++) {
            a.scene.share("ann", a.mail::add);
            accepted(a.scene, set("Box", "core::Transform.position.x", Integer.toString(i)));
            exchange(a, b, new Scene(SceneText.read("Box\n")));
        }
        accepted(b.scene, set("Box", "core::Transform.position.y", "5"));
        assertEquals(VersionVector.SHARINGS, b.mail.getLast().seen().last().size());
        exchange(a, b, new Scene(SceneText.read("Box\n")));
        assertEquals("Box at 50,5,0\n", a.text());
        assertEquals("Box at 50,5,0\n", b.text());
    }
}
