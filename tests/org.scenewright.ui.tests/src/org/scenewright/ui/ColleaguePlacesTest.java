// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;

import java.util.LinkedHashMap;
import java.util.List;

/** Where in the tree of entities others are at work. */
class ColleaguePlacesTest {
    private static final Entity BOAT = Entity.of(512, 0);
    private static final Entity OAR = Entity.of(513, 0);

    private final Scene scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));
    private final ColleaguePlaces places = ColleaguePlaces.of(List.of(anna(OAR), ben(BOAT)));

    @BeforeEach
    void spawn() {
        spawn("Boat", Entity.ROOT);
        spawn("Oar", BOAT);
    }

    private void spawn(String name, Entity below) {
        scene.apply(
                new Edit.Spawn(name, Edit.Place.under(below), new LinkedHashMap<>()), Origin.USER);
    }

    private static Participant anna(Entity selected) {
        return new Participant("0xa", "Anna", 1, Presence.IDLE.withSelection(List.of(selected)));
    }

    private static Participant ben(Entity held) {
        return new Participant(
                "0xb",
                "Ben",
                2,
                Presence.IDLE.withSelection(List.of(held)).withHolding(List.of(held)));
    }

    private void check(Entity row, boolean isFolded, String... sentences) {
        var now = scene.snapshot();
        assertEquals(
                List.of(sentences),
                places.at(row, isFolded, now).stream().map(dot -> dot.sentence(now)).toList());
    }

    @Test
    void whoIsAtARowIsSeenThere() {
        check(OAR, false, "Anna has selected this.");
        check(BOAT, false, "Ben is dragging this.");
    }

    @Test
    void whoIsInsideAFoldedRowIsSeenAtThat() {
        check(BOAT, true, "Ben is dragging this.", "Anna has selected Oar.");
        check(Entity.ROOT, true, "Anna has selected Oar.", "Ben is dragging Boat.");
        check(Entity.ROOT, false);
    }
}
