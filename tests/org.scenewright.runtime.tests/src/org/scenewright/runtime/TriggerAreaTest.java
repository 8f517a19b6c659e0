// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What scenes hear of the areas that the player is in; the Box is an area around x = 1.5. */
class TriggerAreaTest {
    private static final String RESULT = "core::TriggerAreaResult";

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
        stage.standsAt(-10, 0);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void area(String json) {
        stage.puts(BOX, "core::TriggerArea", json).answered();
    }

    private String heard() {
        return stage.appended(BOX, RESULT).stream()
                .map(result -> "%.0f".formatted(result.number("eventType", -1)))
                .collect(Collectors.joining(" "));
    }

    /** Whether a player at a place is in an area. */
    private void check(boolean expected, String area, double x, double z) {
        area(area);
        stage.standsAt(x, z);
        stage.frames(1);
        assertEquals(expected ? "0" : "", heard());
    }

    @Test
    void aPlayerComesStaysAndLeaves() {
        area("{}");
        stage.frames(1);
        stage.standsAt(1.5, 0);
        stage.frames(3);
        stage.standsAt(9, 0);
        stage.frames(2);
        assertEquals("0 1 1 2", heard());
    }

    @Test
    void aPlayerWhoseBodyIsBesideTheBoxIsNotInIt() {
        check(false, "{}", 1.5, 0.81);
    }

    @Test
    void aPlayerWhoseBodyTouchesTheBoxIsInIt() {
        check(true, "{}", 1.5, 0.79);
    }

    @Test
    void theEdgeOfABoxIsNotPartOfTheBall() {
        check(false, "{\"mesh\": 1}", 2.2, 0.7);
    }

    @Test
    void theBallIsRound() {
        check(true, "{\"mesh\": 1}", 1.5, 0.7);
    }

    @Test
    void anAreaForOthersDoesNotHearOfThePlayer() {
        check(false, "{\"collisionMask\": 256}", 1.5, 0);
    }

    @Test
    void anAreaForTheMainPlayerHearsOfThePlayer() {
        check(true, "{\"collisionMask\": 8}", 1.5, 0);
    }

    @Test
    void anAreaIsAsLargeAsItsTransformSays() {
        stage.puts(
                BOX,
                "core::Transform",
                """
                {"position": {"x":1.5,"y":0,"z":0}, "rotation": {"x":0,"y":0.38268343,"z":0,
                 "w":0.92387953}, "scale": {"x":10,"y":1,"z":0.1}, "parent": 0}\
                """);
        check(true, "{}", 1.5 + 2, -2);
    }

    @Test
    void anEventTellsWhoCameAndWhere() {
        check(true, "{}", 1.5, 0.5);
        var event = stage.appended(BOX, RESULT).getFirst();
        assertEquals(512, event.number("triggeredEntity", 0));
        assertEquals(1.5, event.number("triggeredEntityPosition.x", 0));
        assertEquals(1, event.number("trigger.entity", 0));
        assertEquals(12, event.number("trigger.layers", 0));
        assertEquals(0.5, event.number("trigger.position.z", 0));
    }
}
