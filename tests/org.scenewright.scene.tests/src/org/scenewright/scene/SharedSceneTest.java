// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.unset;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two people, Ann and Bob, edit one scene at once. */
class SharedSceneTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    /** One of the two, with what they have yet to send. */
    static final class Person {
        final List<Batch> mail = new ArrayList<>();
        final Scene scene;

        Person(String name, SceneSnapshot start) {
            scene = new Scene(start);
            scene.share(name, mail::add);
            scene.present(Set.of("ann", "bob"));
        }

        String text() {
            return SceneText.print(scene.snapshot());
        }
    }

    /** What the two do at once, and what both see in the end. */
    private static List<Loss> check(
            String before, SceneCheck.NamedEdit ann, SceneCheck.NamedEdit bob, String after) {
        var a = new Person("ann", SceneText.read(before));
        var b = new Person("bob", a.scene.snapshot());
        var plain = new Scene(a.scene.snapshot());
        accepted(a.scene, ann);
        accepted(b.scene, bob);
        exchange(a, b, plain);
        assertEquals(after, a.text());
        assertEquals(after, b.text());
        assertEquals(
                SceneInvariants.content(a.scene.snapshot()),
                SceneInvariants.content(b.scene.snapshot()));
        assertEquals(a.scene.losses(), b.scene.losses());
        assertEquals(
                SceneInvariants.values(a.scene.snapshot()),
                SceneInvariants.values(plain.snapshot()));
        return a.scene.losses();
    }

    static void exchange(Person a, Person b, Scene plain) {
        while (!a.mail.isEmpty() || !b.mail.isEmpty()) {
            var fromAnn = List.copyOf(a.mail);
            var fromBob = List.copyOf(b.mail);
            a.mail.clear();
            b.mail.clear();
            fromAnn.forEach(batch -> b.scene.merge(batch, PEER));
            fromBob.forEach(batch -> a.scene.merge(batch, PEER));
            fromAnn.forEach(batch -> plain.merge(batch.messages(), PEER));
            fromBob.forEach(batch -> plain.merge(batch.messages(), PEER));
        }
    }

    @Test
    void whoeverWritesDifferentFieldsOfOneComponentBothKeepThem() {
        var losses =
                check(
                        "Box\n",
                        set("Box", "core::Transform.position.x", "3"),
                        set("Box", "core::Transform.position.y", "5"),
                        "Box at 3,5,0\n");
        assertEquals(List.of(), losses);
    }

    @Test
    void ofTwoWhoWriteOneFieldTheOneWithTheGreaterAddressWins() {
        var losses = check("Box\n", rename("Box", "Anns"), rename("Box", "Bobs"), "Bobs\n");
        assertEquals(1, losses.size());
        assertEquals(Optional.of(Value.of("Anns")), losses.getFirst().lost());
        assertEquals("ann", losses.getFirst().author());
        assertEquals("bob", losses.getFirst().winner());
        assertEquals(FieldPath.of("value"), losses.getFirst().path());
    }

    @Test
    void whoeverWritesTheSameLosesNothing() {
        assertEquals(
                List.of(), check("Box\n", rename("Box", "Lid"), rename("Box", "Lid"), "Lid\n"));
    }

    @Test
    void aMoveAndARenameMeetNowhere() {
        check(
                "Box\nLid\n",
                reparent(List.of("Lid"), "Box"),
                rename("Lid", "Cover"),
                "Box\n  Cover\n");
    }

    @Test
    void twoInsertAtOnePlaceAndBothStay() {
        check(
                "A\nB\nC\nD\n",
                reparentBefore(List.of("C"), "B"),
                reparentBefore(List.of("D"), "B"),
                "A\nC\nD\nB\n");
    }

    @Test
    void twoWhoMoveIntoEachOtherHangAtTheRoot() {
        check("A\nB\n", reparent(List.of("A"), "B"), reparent(List.of("B"), "A"), "A\nB\n");
    }

    @Test
    void whatSomebodyTookOutStaysOut() {
        check("Box\nLid\n", despawn("Box"), set("Box", "core::Transform.position.x", "3"), "Lid\n");
    }

    @Test
    void theChildOfWhatSomebodyTookOutHangsAtTheRoot() {
        check("Box\nLid\n", despawn("Box"), reparent(List.of("Lid"), "Box"), "Lid\n");
    }

    @Test
    void aComponentThatOneRemovesAndTheOtherWritesStays() {
        check(
                "Box\n",
                remove("Box", "core::Transform"),
                set("Box", "core::Transform.position.x", "3"),
                "Box at 3,0,0\n");
    }

    @Test
    void whatSomebodyWritesIntoWhatAnotherRemovesLaterIsALoss() {
        var a = new Person("ann", SceneText.read("Box core-schema::Tags={\"tags\":[\"a\"]}\n"));
        var b = new Person("bob", a.scene.snapshot());
        accepted(a.scene, set("Box", "core-schema::Tags.tags.0", "\"x\""));
        accepted(a.scene, remove("Box", "core-schema::Tags"));
        accepted(b.scene, set("Box", "core-schema::Tags.tags.0", "\"y\""));
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals("Box\n", a.text());
        assertEquals("Box\n", b.text());
        for (var scene : List.of(a.scene, b.scene)) {
            var loss = scene.losses().getFirst();
            assertEquals("bob", loss.author());
            assertEquals("ann", loss.winner());
            assertEquals(Optional.of(Value.of("y")), loss.lost());
        }
    }

    @Test
    void differentFieldsOfTheSettingsBothStay() {
        var a = new Person("ann", SceneText.read(""));
        var b = new Person("bob", a.scene.snapshot());
        accepted(a.scene, configure("display.title", "\"Isle\""));
        accepted(b.scene, configure("display.description", "\"Green\""));
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals("Isle", a.scene.snapshot().settings().text("display.title", ""));
        assertEquals("Green", a.scene.snapshot().settings().text("display.description", ""));
        assertEquals(
                SceneInvariants.content(a.scene.snapshot()),
                SceneInvariants.content(b.scene.snapshot()));
    }

    @Test
    void undoLeavesWhatTheOtherWroteMeanwhile() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        exchange(a, b, new Scene(a.scene.snapshot()));
        accepted(b.scene, set("Box", "core::Transform.position.y", "5"));
        exchange(a, b, new Scene(a.scene.snapshot()));
        a.scene.undo();
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals("Box at 0,5,0\n", a.text());
        assertEquals("Box at 0,5,0\n", b.text());
    }

    @Test
    void aDeletionThatIsUndoneBringsBackWhatTheOtherWroteMeanwhile() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        accepted(a.scene, despawn("Box"));
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals("", b.text());
        a.scene.undo();
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals("Box\n", a.text());
        assertEquals("Box\n", b.text());
    }

    @Test
    void aPlainClientOverwritesAndTheLossIsTold() {
        var a = new Person("ann", SceneText.read("Box\n"));
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        var plain = new Scene(SceneText.read("Box\n"));
        var theirs = accepted(plain, all(set("Box", "core::Transform.position.y", "9")));
        var again = accepted(plain, all(set("Box", "core::Transform.position.z", "9")));
        a.scene.merge(plain.messages(theirs), PEER);
        a.scene.merge(plain.messages(again), PEER);
        assertEquals("Box at 0,9,9\n", a.text());
        assertEquals(1, a.scene.losses().size());
        assertEquals(FieldPath.of("position", "x"), a.scene.losses().getFirst().path());
        assertEquals("", a.scene.losses().getFirst().winner());
    }

    @Test
    void whatAPlainClientOverwritesAgainAndAgainIsOneLoss() {
        var a = new Person("ann", SceneText.read("Box\n"));
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        var script = new Scene(SceneText.read("Box\n"));
        for (int frame = 1; frame < 9; frame++) {
            var value = Integer.toString(frame);
            var moved = accepted(script, all(set("Box", "core::Transform.position.y", value)));
            a.scene.merge(script.messages(moved), PEER);
        }
        assertEquals("Box at 0,8,0\n", a.text());
        assertEquals(1, a.scene.losses().size());
    }

    @Test
    void whoeverIsLeftSaysAgainWhatTheAuthorCannotSayAnyMore() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        var plain = new Scene(a.scene.snapshot());
        accepted(a.scene, set("Box", "core::Transform.position.x", "3"));
        accepted(b.scene, set("Box", "core::Transform.position.y", "5"));
        var last = List.copyOf(a.mail);
        var sent = List.copyOf(b.mail);
        b.mail.clear();
        last.forEach(batch -> plain.merge(batch.messages(), PEER));
        sent.forEach(batch -> plain.merge(batch.messages(), PEER));
        last.forEach(batch -> b.scene.merge(batch, PEER));
        b.scene.present(Set.of("bob"));
        b.mail.forEach(batch -> plain.merge(batch.messages(), PEER));
        assertEquals("Box at 3,5,0\n", b.text());
        assertEquals("Box at 3,5,0\n", SceneText.print(plain.snapshot()));
    }

    @Test
    void listsOfOneLengthMergeItemByItem() {
        check(
                "Box core-schema::Tags={\"tags\":[\"a\",\"b\"]}\n",
                set("Box", "core-schema::Tags.tags.0", "\"x\""),
                set("Box", "core-schema::Tags.tags.1", "\"y\""),
                "Box core-schema::Tags={\"tags\":[\"x\",\"y\"]}\n");
    }

    @Test
    void aTimeAfterWhichThereIsNoneDividesNobody() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        var type = SceneText.TYPES.find(SceneSnapshot.NAME).orElseThrow();
        var zebra = type.codec().toBytes(Value.fields("value", Value.of("Zebra")));
        var put = new CrdtMessage.PutComponent(new Entity(512), type.id(), -1, zebra);
        a.scene.merge(List.of(put), PEER);
        b.scene.merge(List.of(put), PEER);
        accepted(a.scene, rename("Box", "Ape"));
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals("Ape\n", a.text());
        assertEquals("Ape\n", b.text());
    }

    @Test
    void unreadableBytesHideNothingBeforeThem() {
        var type = SceneText.TYPES.find(SceneSnapshot.TRANSFORM).orElseThrow();
        var bytes = type.codec().toBytes(SceneText.transform("1", "2", "3"));
        var good = new CrdtMessage.PutComponent(new Entity(512), type.id(), 1, bytes);
        var bad = new CrdtMessage.PutComponent(new Entity(512), type.id(), 2, new byte[3]);
        var scene = new Scene(SceneText.read("Box\n"));
        var merged = scene.merge(List.of(good, bad), PEER);
        assertEquals("Box at 1,2,3\n", SceneText.print(scene.snapshot()));
        assertEquals(1, merged.complaints().size());
    }

    @Test
    void undoBringsNoOlderVersionOfAnEntityBack() {
        var a = new Person("ann", SceneText.read("Box\n"));
        var b = new Person("bob", a.scene.snapshot());
        accepted(a.scene, despawn("Box"));
        var type = SceneText.TYPES.find(SceneSnapshot.NAME).orElseThrow();
        var name = type.codec().toBytes(Value.fields("value", Value.of("New")));
        var newer = Entity.of(512, 1);
        List<CrdtMessage> put = List.of(new CrdtMessage.PutComponent(newer, type.id(), 1, name));
        List<CrdtMessage> gone = List.of(new CrdtMessage.DeleteComponent(newer, type.id(), 2));
        for (var person : List.of(a, b)) {
            person.scene.merge(put, PEER);
            person.scene.merge(gone, PEER);
        }
        a.scene.undo();
        exchange(a, b, new Scene(SceneText.read("Box\n")));
        assertEquals(a.text(), b.text());
    }

    @Test
    void nobodyTakesTheRootOutNorRanksIt() {
        var scene = new Scene(SceneText.read("Box\n"));
        scene.share("ann", batch -> {});
        var gone = Rank.TYPE.codec().toBytes(Rank.value(OrderKey.ofIndex(3), true));
        for (var entity : List.of(Entity.ROOT, Entity.PLAYER)) {
            var put = new CrdtMessage.PutComponent(entity, Rank.TYPE.id(), 1, gone);
            var write = new Batch.Write(put, List.of(Rank.gone()));
            scene.merge(
                    new Batch(
                            new Author("bob", 1),
                            1 + entity.number(),
                            VersionVector.NOTHING,
                            List.of(write)),
                    PEER);
        }
        assertEquals("Box\n", SceneText.print(scene.snapshot()));
        SceneInvariants.check(scene.snapshot());
    }

    @Test
    void anItemTakenOutOfAListMakesItAnotherList() {
        var a = new Person("ann", SceneText.read("Box\n"));
        accepted(a.scene, put("Box", "core-schema::Tags", "{\"tags\":[\"a\",\"b\"]}"));
        var b = new Person("bob", a.scene.snapshot());
        exchange(a, b, new Scene(a.scene.snapshot()));
        accepted(a.scene, unset("Box", "core-schema::Tags", "tags.0"));
        accepted(b.scene, set("Box", "core-schema::Tags.tags.1", "\"c\""));
        exchange(a, b, new Scene(a.scene.snapshot()));
        assertEquals(
                SceneInvariants.content(a.scene.snapshot()),
                SceneInvariants.content(b.scene.snapshot()));
    }
}
