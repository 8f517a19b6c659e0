// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Pose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** The key to jump goes down and up again between two frames. */
class WalkTapTest {
    private static final Walk.Gaze BEHIND = new Walk.Gaze(0, 0, 3, false);
    private static final Stride LEAP =
            new Stride(0, 0, Stride.Gait.JOG, true, OptionalDouble.empty());

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void stand() throws IOException {
        var entrance = new Walk.Place(new Pose.Vec(4, 0, 4), Optional.empty());
        stage = new PhysicsStage(directory.resolve("walked"), entrance);
        stage.walk().look(Optional.of(BEHIND));
        stage.seconds(0.5);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void tap() {
        stage.walk().go(LEAP);
        stage.walk().go(Stride.NONE);
    }

    private double height() {
        return stage.walk().standing().feet().y();
    }

    @Test
    void isAJump() {
        tap();
        stage.seconds(0.1);
        assertTrue(height() > 0.1, "the player is at " + height());
    }

    @Test
    void isOneJump() {
        tap();
        stage.seconds(2);
        assertEquals(0, height(), 1e-3);
    }

    @Test
    void isForgottenWhereNobodyWalksAnyMore() {
        tap();
        stage.walk().look(Optional.empty());
        stage.seconds(0.2);
        stage.walk().look(Optional.of(BEHIND));
        stage.seconds(0.1);
        assertEquals(0, height(), 1e-3);
    }
}
