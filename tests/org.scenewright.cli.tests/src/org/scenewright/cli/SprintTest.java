// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;

import java.nio.file.Path;
import java.time.Duration;

class SprintTest {
    private static final Duration WHILE = Duration.ofMillis(200);

    @TempDir Path folder = Path.of("");

    private PlayWorkers workers() {
        return new PlayWorkers(
                WorkerHome.ofProperty(folder.resolve("cache")).orElseThrow(), PlayFolders.PATIENCE);
    }

    private Path bundle(String code) {
        return BuiltScene.updating(folder.resolve("scene"), code).folder().resolve("bin/index.js");
    }

    @Test
    void aSceneRunsAsFastAsItCanOrStepByStep() {
        try (var workers = workers();
                var sprint = new Sprint(workers, bundle("await send(put(512, 7, tick));"))) {
            var lap = sprint.run(WHILE);
            assertTrue(lap.ticks() > 0 && lap.busyNanos() < lap.nanos(), lap::toString);
            while (sprint.count() < 3) {
                sprint.run(WHILE);
            }
            assertTrue(sprint.firstTickMs() > 0);
            while (!sprint.step()) {
                Thread.onSpinWait();
            }
            assertTrue(sprint.count() >= lap.ticks());
            assertTrue(WorkerProcesses.count() > 0);
            assertTrue(sprint.stopMs() > 0);
        }
    }

    @Test
    void aSceneThatDoesNotLoadIsSaid() {
        try (var workers = workers();
                var sprint = new Sprint(workers, bundle("]"))) {
            var failed = assertThrows(CommandFailed.class, () -> sprint.run(WHILE));
            assertEquals("A scene came to no frame", failed.getMessage().split(":")[0]);
        }
    }
}
