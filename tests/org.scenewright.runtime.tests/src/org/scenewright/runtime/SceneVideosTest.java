// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A scene is told of its videos as if somebody saw them. */
class SceneVideosTest {
    private static final Entity SCREEN = Entity.of(600, 0);
    private static final int LOADING = 2;
    private static final int READY = 3;
    private static final int PLAYING = 4;
    private static final int PAUSED = 7;
    private static final long SECOND = 1000 * VirtualClock.MILLI;

    private PhysicsStage stage;

    @BeforeEach
    void play(@TempDir Path directory) throws IOException {
        stage = new PhysicsStage(directory);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private void writes(String fields) {
        stage.puts(SCREEN, "core::VideoPlayer", "{\"src\":\"a.mp4\"" + fields + "}");
        stage.answered().frames(2);
    }

    private List<Value> told() {
        return stage.appended(SCREEN, "core::VideoEvent");
    }

    private void check(Integer... states) {
        assertEquals(
                List.of(states),
                told().stream().map(event -> (int) event.number("state", 0)).toList());
    }

    @Test
    void aVideoPlaysWhereNothingElseIsSaid() {
        writes("");
        check(LOADING, READY, PLAYING);
    }

    @Test
    void aVideoThatDoesNotPlayIsReady() {
        writes(",\"playing\":false");
        check(LOADING, READY);
    }

    @Test
    void itIsHalted() {
        writes("");
        writes(",\"playing\":false");
        check(LOADING, READY, PLAYING, PAUSED);
    }

    @Test
    void anotherVideoIsLoaded() {
        writes("");
        stage.puts(SCREEN, "core::VideoPlayer", "{\"src\":\"b.mp4\"}").answered().frames(2);
        check(LOADING, READY, PLAYING, LOADING, READY, PLAYING);
    }

    @Test
    void anotherVolumeIsNoNews() {
        writes("");
        writes(",\"volume\":0.5");
        check(LOADING, READY, PLAYING);
    }

    @Test
    void howFarItIsGoesByTheClock() {
        writes("");
        stage.spend(5 * SECOND);
        writes(",\"playing\":false");
        assertEquals(5, told().getLast().number("currentOffset", 0), 0.2);
    }

    @Test
    void itBeginsWhereTheSceneSays() {
        writes(",\"position\":30,\"playing\":false");
        assertEquals(30, told().getLast().number("currentOffset", 0), 0.01);
    }

    @Test
    void eachTellingHasANumberOfItsOwn() {
        writes("");
        assertEquals(
                List.of(1, 2, 3),
                told().stream().map(event -> (int) event.number("timestamp", 0)).toList());
    }
}
