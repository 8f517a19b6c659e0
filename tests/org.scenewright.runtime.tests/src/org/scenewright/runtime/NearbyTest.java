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

/** A player who comes near to the Box, which stands at 1.5 along X. */
class NearbyTest {
    private static final String EVENTS = "core::PointerEvents";

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
        stage.standsAt(-50, 0);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** An entry for one kind of event. */
    private static String entry(int kind, String info) {
        return "{\"eventType\": %d, \"interactionType\": 1, \"eventInfo\": {%s}}"
                .formatted(kind, info);
    }

    private void asks(String... entries) {
        stage.puts(BOX, EVENTS, "{\"pointerEvents\": [" + String.join(", ", entries) + "]}")
                .answered();
    }

    private void goes(double x) {
        stage.standsAt(x, 0);
        stage.frames(2);
    }

    private String heard() {
        return stage.appended(BOX, "core::PointerEventsResult").stream()
                .map(result -> "%.0f".formatted(result.number("state", -1)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void whoComesNearIsToldOnceAndWhoLeavesToo() {
        asks(entry(Nearby.ENTER, ""), entry(Nearby.LEAVE, ""));
        goes(0);
        goes(3);
        goes(-50);
        goes(1);
        assertEquals("4 5 4", heard());
    }

    @Test
    void whatIsNotAskedForIsNotTold() {
        asks(entry(Nearby.LEAVE, ""));
        goes(0);
        goes(-50);
        assertEquals("5", heard());
    }

    @Test
    void howNearIsUpToTheEntity() {
        asks(entry(Nearby.ENTER, "\"maxDistance\": 2"));
        goes(-1.5);
        assertEquals("", heard());
        goes(0);
        assertEquals("4", heard());
    }

    @Test
    void tenMetresAreNearWhereNothingIsSaid() {
        asks(entry(Nearby.ENTER, ""));
        goes(-9);
        assertEquals("", heard());
        goes(-8);
        assertEquals("4", heard());
    }

    @Test
    void anEntityThatAsksNoMoreIsNotTold() {
        asks(entry(Nearby.ENTER, ""), entry(Nearby.LEAVE, ""));
        goes(0);
        stage.removes(BOX, EVENTS).answered();
        goes(-50);
        assertEquals("4", heard());
    }
}
