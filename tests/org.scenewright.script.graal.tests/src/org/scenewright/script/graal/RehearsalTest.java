// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

/** The scene that is played before the first real one. */
@Timeout(60)
class RehearsalTest {
    private static final SceneEngine ENGINE = new SceneEngine();

    @TempDir Path folder;

    private PlayedWorker started() throws IOException {
        var worker = new PlayedWorker(folder, ENGINE);
        worker.start(1, PlayText.of("rehearsal.js"));
        worker.next(1, FromScene.Started.class);
        return worker;
    }

    /** The messages of a frame, each with its header. */
    private static void check(PlayedWorker worker, int transforms, int leastColours)
            throws IOException {
        worker.tick(1);
        var messages = worker.next(1, FromScene.Sent.class).messages();
        int moved = 0;
        int coloured = 0;
        for (int at = 0; at < messages.limit(); at += messages.getInt(at)) {
            moved += messages.getInt(at + 12) == 1 ? 1 : 0;
            coloured += messages.getInt(at + 12) == 1017 ? 1 : 0;
        }
        assertEquals(transforms, moved);
        assertTrue(coloured >= leastColours, () -> "Too few of " + messages);
        worker.send(1, new ToScene.Reply(ByteBuffer.allocate(0)));
        worker.next(1, FromScene.Ticked.class);
    }

    @Test
    void itMovesAndPaintsAsScenesDo() throws IOException {
        try (var worker = started()) {
            check(worker, 500, 167);
            check(worker, 500, 50);
        }
    }

    @Test
    void itEndsByItself() {
        var rehearsal = new Rehearsal(ENGINE, Duration.ofMillis(1));
        rehearsal.run();
        assertTrue(rehearsal.frames() < 10, () -> rehearsal.frames() + " frames");
    }

    @Test
    void itEndsWhenItIsTold() {
        var rehearsal = new Rehearsal(ENGINE, Duration.ofMinutes(10));
        rehearsal.end();
        rehearsal.run();
        assertEquals(0, rehearsal.frames());
    }
}
