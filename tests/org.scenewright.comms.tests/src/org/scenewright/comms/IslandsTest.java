// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The islands of the service that tests meet; who comes has a name of its own for a moment. */
class IslandsTest {
    private final Islands islands = new Islands(island -> "room of " + island);

    private List<String> move(String who, float x) {
        return islands.move(who, new Position(x, 0, 0)).stream()
                .map(move -> move.who() + " " + move.island())
                .toList();
    }

    @Test
    void whoComesFirstIsAlone() {
        assertEquals(
                List.of(new Islands.Move("a", "I1", "room of I1")),
                islands.move("a", new Position(0, 0, 0)));
        assertEquals(List.of(), move("a", 5));
    }

    @Test
    void whoComesNearJoinsAndWhoIsAWayOffDoesNot() {
        move("a", 0);
        assertEquals(List.of("b I2"), move("b", 65));
        assertEquals(List.of("b I1"), move("b", 64));
    }

    @Test
    void whoGoesSlowlyStaysUntilItIsFar() {
        move("a", 0);
        move("b", 10);
        assertEquals(List.of(), move("b", 80));
        assertEquals(List.of("b I3"), move("b", 81));
    }

    @Test
    void oneBetweenMakesTwoIslandsOne() {
        move("a", 0);
        move("b", 120);
        assertEquals(List.of("b I1", "c I1"), move("c", 60));
        islands.leave("c");
        assertEquals(List.of("I1", "I4"), List.of(islands.of("a").get(), islands.of("b").get()));
    }
}
