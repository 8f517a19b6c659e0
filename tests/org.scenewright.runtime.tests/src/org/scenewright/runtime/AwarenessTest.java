// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What people see of each other who have a scene open. */
final class AwarenessTest {
    private static final List<Entity> BOX = List.of(Entity.of(512, 0));
    private static final Participant ANNA = new Participant("0xa", "Anna", 0xff0000, Presence.IDLE);

    private final Awareness awareness = new Awareness();

    @Test
    void whatSomebodyDoesIsCarriedOnce() {
        var carried = new ArrayList<Presence>();
        awareness.onMine(carried::add);
        awareness.mine(me -> me.withSelection(BOX));
        awareness.mine(me -> me.withSelection(BOX));
        assertEquals(List.of(Presence.IDLE.withSelection(BOX)), carried);
    }

    @Test
    void oneChangeLeavesTheRest() {
        var pointer = new Presence.Pointer(new Pose.Vec(0, 1, 2), new Pose.Vec(3, 4, 5));
        awareness.mine(me -> me.withSelection(BOX));
        awareness.mine(me -> me.withPointer(Optional.of(pointer)));
        assertEquals(BOX, awareness.mine().selection());
    }

    @Test
    void viewsHearWhoIsThere() {
        var seen = new ArrayList<List<Participant>>();
        awareness.onOthers(seen::add);
        awareness.others(List.of(ANNA));
        awareness.others(List.of(ANNA));
        awareness.others(List.of());
        assertEquals(List.of(List.of(ANNA), List.of()), seen);
    }

    @Test
    void whoLeftHearsNothing() {
        var seen = new ArrayList<List<Participant>>();
        awareness.onOthers(seen::add).close();
        awareness.others(List.of(ANNA));
        assertEquals(List.of(), seen);
    }

    @Test
    void noOlderNewsOvertakesANewerOne() {
        var carried = new ArrayList<Presence>();
        awareness.onMine(carried::add);
        IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> List.of(Entity.of(512 + i, 0)))
                .forEach(selection -> awareness.mine(me -> me.withSelection(selection)));
        assertEquals(10_000, carried.size());
        assertEquals(awareness.mine(), carried.getLast());
    }

    private static Participant dragging(List<Entity> entities) {
        return new Participant("0xa", "Anna", 0xff0000, Presence.IDLE.withHolding(entities));
    }

    @Test
    void whatSomebodyElseDragsHasAHolder() {
        awareness.others(List.of(ANNA, dragging(BOX)));
        assertEquals(Optional.of(dragging(BOX)), awareness.holder(BOX));
        assertEquals(Optional.empty(), awareness.holder(List.of(Entity.of(513, 0))));
    }

    @Test
    void whatWasLetGoHasNone() {
        awareness.others(List.of(dragging(BOX)));
        awareness.others(List.of(ANNA));
        assertEquals(Optional.empty(), awareness.holder(BOX));
    }

    @Test
    void whoDoesNotWantToLeaveThatAloneIsHinderedByNobody() {
        awareness.leavesAlone(() -> false);
        awareness.others(List.of(dragging(BOX)));
        assertEquals(Optional.empty(), awareness.holder(BOX));
    }

    @Test
    void aSightIsShownToWhoeverGuides() {
        var there = new Presence.Sight(new Pose.Vec(0, 1, 2), new Pose.Vec(3, 4, 5));
        var shown = new ArrayList<Presence.Sight>();
        awareness.onLook(shown::add);
        awareness.look(there);
        assertEquals(List.of(there), shown);
    }
}
