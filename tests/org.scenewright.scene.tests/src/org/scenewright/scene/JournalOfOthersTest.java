// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What Ann's replica knows of Bob, and of itself, after its process ended without warning. */
class JournalOfOthersTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "bob");
    private static final Entity BOX = new Entity(512);
    private static final String X = "core::Transform.position.x";
    private static final String Y = "core::Transform.position.y";
    private static final ComponentType DOOR =
            ComponentType.declared(
                    "yard::Door",
                    new Schema.Struct(
                            List.of(new Schema.Field("open", new Schema.Flag(), Value.of(false)))));

    @TempDir Path directory;
    private final List<Batch> sent = new ArrayList<>();
    private final List<Batch> toAnn = new ArrayList<>();

    @BeforeEach
    void create() {
        JournaledScene.create(directory, "Box\nLid\n").close();
    }

    private Scene bob(JournaledScene ann) {
        var bob = new Scene(ann.scene().snapshot());
        bob.share("bob", toAnn::add);
        return bob;
    }

    private JournaledScene open() {
        var ann = JournaledScene.open(directory);
        ann.scene().share("ann", sent::add);
        return ann;
    }

    /** What comes back is the same from the log and from a checkpoint. */
    private void check(JournaledScene ann, Consumer<JournaledScene> expected) {
        try (ann) {
            try (var back = ann.crashed(directory.resolve("crash"))) {
                expected.accept(back);
            }
            ann.compact();
            try (var back = ann.crashed(directory.resolve("later"))) {
                expected.accept(back);
            }
        }
    }

    @Test
    void whatOvertookOthersIsNotHeardAgain() {
        var ann = open();
        var bob = bob(ann);
        for (int i = 1; i <= 3; i++) {
            accepted(bob, set("Box", X, Integer.toString(i)));
        }
        ann.scene().merge(toAnn.getLast(), PEER);
        var heard = ann.scene().memory().knowledge().peers().heard();
        assertEquals(Set.of(3L), heard.ahead().values().iterator().next());
        check(ann, back -> assertEquals(heard, back.scene().memory().knowledge().peers().heard()));
    }

    @Test
    void nothingIsWrittenAgainUnderTheNumberOfWhatWasSent() {
        var ann = open();
        accepted(ann.scene(), set("Box", X, "1"));
        check(
                ann,
                back -> {
                    accepted(back.scene(), set("Box", Y, "2"));
                    var peers = back.scene().memory().knowledge().peers();
                    var before = sent.getLast().author();
                    var now = peers.sharing().orElseThrow().me();
                    assertNotEquals(before, now);
                    assertTrue(now.follows(before));
                    assertEquals(1, peers.heard().seen().known(before));
                    assertEquals(1, peers.heard().seen().known(now));
                });
    }

    @Test
    void undoLeavesWhatOthersWroteAndTakesBackWhatWasWrittenSince() {
        var ann = open();
        var bob = bob(ann);
        accepted(ann.scene(), set("Box", X, "1"));
        sent.forEach(batch -> bob.merge(batch, PEER));
        accepted(bob, set("Box", X, "5"));
        toAnn.forEach(batch -> ann.scene().merge(batch, PEER));
        check(
                ann,
                back -> {
                    accepted(back.scene(), set("Box", X, "9"));
                    back.scene().undo();
                    assertEquals("Box at 5,0,0\nLid\n", SceneText.print(back.scene().snapshot()));
                    back.scene().undo();
                    assertEquals("Box at 5,0,0\nLid\n", SceneText.print(back.scene().snapshot()));
                });
    }

    private void loseX(JournaledScene ann, Scene bob, int value) {
        accepted(ann.scene(), set("Box", X, Integer.toString(value)));
        accepted(bob, set("Box", X, Integer.toString(-value)));
        toAnn.forEach(batch -> ann.scene().merge(batch, PEER));
        sent.forEach(batch -> bob.merge(batch, PEER));
        toAnn.clear();
        sent.clear();
    }

    @Test
    void onlyLossesThatWereSavedStayForgotten() {
        var ann = open();
        var bob = bob(ann);
        loseX(ann, bob, 1);
        ann.save();
        loseX(ann, bob, 2);
        var losses = ann.scene().losses();
        long count = ann.scene().lossCount();
        assertEquals(1, losses.size());
        check(
                ann,
                back -> {
                    assertEquals(losses, back.scene().losses());
                    assertEquals(count, back.scene().lossCount());
                });
    }

    private static void door(Scene scene, int timestamp, boolean isOpen) {
        var value = Value.fields("open", Value.of(isOpen));
        var put =
                new CrdtMessage.PutComponent(
                        BOX, DOOR.id(), timestamp, DOOR.codec().toBytes(value));
        scene.merge(List.of(put), PEER);
    }

    private static Optional<Boolean> isOpen(JournaledScene scene) {
        return scene.scene()
                .snapshot()
                .value(BOX, DOOR.name())
                .flatMap(door -> door.at(FieldPath.of("open")))
                .map(Value.of(true)::equals);
    }

    private static void declare(Scene scene) {
        var now = scene.snapshot();
        scene.takeIn(now, now.withTypes(now.types().with(DOOR)));
    }

    @Test
    void whatWasCaughtUpWithStaysAndIsNotCaughtUpWithAgain() {
        var ann = open();
        door(ann.scene(), 3, true);
        declare(ann.scene());
        ann.scene().catchUp(PEER);
        check(
                ann,
                back -> {
                    assertEquals(Optional.of(true), isOpen(back));
                    assertEquals(List.of(), back.scene().catchUp(PEER).list());
                });
    }

    @Test
    void whatWasNotCaughtUpWithYetIsCaughtUpWithLater() {
        var ann = open();
        door(ann.scene(), 3, true);
        declare(ann.scene());
        check(
                ann,
                back -> {
                    assertEquals(Optional.empty(), isOpen(back));
                    accepted(back.scene(), rename("Lid", "Top"));
                    assertEquals(Optional.of(true), isOpen(back));
                });
    }
}
