// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people set is in the workspace before it is closed. */
class KeepingTest {
    private final Robot robot = new Robot();
    private final PlayHabits habits = PlayHabits.ofWorkspace();
    private final int before = habits.percent();

    @AfterEach
    void setBack() {
        habits.percent(before);
    }

    private static String written() {
        var settings = ".metadata/.plugins/org.eclipse.core.runtime/.settings";
        var file = Path.of(Workspace.root().getLocation().append(settings).toOSString());
        try {
            var own = file.resolve("org.scenewright.ui.prefs");
            return Files.exists(own) ? Files.readString(own) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void howLoudScenesAreIsWritten() {
        assertFalse(written().contains("play/percent=37"));
        habits.percent(37);
        robot.until("it is written", () -> written().contains("play/percent=37"));
    }
}
