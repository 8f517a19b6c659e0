// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.OpenScene.x;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

class JournaledSessionTest {
    private static final int KILLS = 6;

    @TempDir Path directory;
    private Path project;

    @BeforeEach
    void write() throws IOException {
        project = directory.resolve("yard");
        try (var scene = new OpenScene(project)) {
            assertEquals(1.5, scene.x());
        }
    }

    private SceneSession open() {
        return now(
                SceneSession.open(
                        SceneProject.of(project),
                        CoreComponents::load,
                        Optional.of(directory.resolve("journals"))));
    }

    private static double at(SceneSession session) {
        return session.snapshot().pose(BOX).position().x();
    }

    private static void close(SceneSession session) {
        session.close();
        now(session.ended());
    }

    @Test
    void undoSurvivesSavingAndARestart() {
        var first = open();
        now(first.post(x(7), Origin.USER));
        now(first.save());
        close(first);
        var second = open();
        assertFalse(second.status().dirty());
        assertEquals(Optional.of("Move Box"), second.status().undoLabel());
        now(second.undo());
        assertEquals(1.5, at(second));
        close(second);
    }

    @Test
    void whatIsNotSavedOnClosingIsGone() {
        var first = open();
        now(first.post(x(7), Origin.USER));
        close(first);
        var second = open();
        assertEquals(1.5, at(second));
        assertFalse(second.status().dirty());
        close(second);
    }

    @Test
    void whatIsNotSavedWhenNobodyDecidedComesBack() {
        var first = open();
        now(first.post(x(7), Origin.USER));
        first.leave();
        now(first.ended());
        var second = open();
        assertEquals(7, at(second));
        assertTrue(second.status().dirty());
        close(second);
    }

    @Test
    void whatWasSavedBeforeTheLastEditsStandsAgainstNothing() {
        var first = open();
        var problems = first.status().problems();
        now(first.post(x(7), Origin.USER));
        now(first.save());
        now(first.post(x(9), Origin.USER));
        first.leave();
        now(first.ended());
        var second = open();
        assertEquals(9, at(second));
        assertEquals(problems, second.status().problems());
        now(second.undo());
        assertEquals(7, at(second));
        assertFalse(second.status().dirty());
        close(second);
    }

    @Test
    void gesturesGetNewNumbersAfterARestart() {
        var first = open();
        long gesture = first.newGesture();
        now(first.post(x(7), Origin.gesture(gesture)));
        now(first.save());
        close(first);
        var second = open();
        assertTrue(second.newGesture() > gesture);
        close(second);
    }

    @Test
    void whatIsWrittenBesideTheEditorIsTakenInWhenTheSceneIsOpenedAgain() throws IOException {
        var first = open();
        now(first.post(x(7), Origin.USER));
        now(first.save());
        close(first);
        var composite = project.resolve("assets/scene/main.composite");
        Files.writeString(composite, Files.readString(composite).replace("\"Box\"", "\"Crate\""));
        var second = open();
        assertEquals("Crate", second.snapshot().name(BOX));
        assertFalse(second.status().dirty());
        now(second.undo());
        assertEquals(1.5, at(second));
        assertEquals("Crate", second.snapshot().name(BOX));
        close(second);
    }

    @Test
    void aSceneThatIsOpenTwiceSaysSo() {
        var first = open();
        var second = open();
        assertTrue(second.notice().orElse("").contains("open elsewhere"));
        close(second);
        close(first);
    }

    @Test
    void aSceneThatFailsToOpenGivesItsJournalFree() {
        var journals = Optional.of(directory.resolve("journals"));
        var source = new ReadScene.Source(SceneProject.of(project), CoreComponents::load, journals);
        var failed =
                source.open(
                        read -> {
                            throw new IllegalStateException("a mistake");
                        });
        assertThrows(ExecutionException.class, () -> failed.get(20, TimeUnit.SECONDS));
        var session = open();
        assertEquals(Optional.empty(), session.notice());
        close(session);
    }

    private String toldElsewhere() throws IOException, InterruptedException {
        var journals = directory.resolve("journals").toString();
        var other = KilledProcess.start(OtherEditor.class, List.of(project.toString(), journals));
        try (var out = other.inputReader()) {
            return String.valueOf(out.readLine());
        } finally {
            other.waitFor();
        }
    }

    @Test
    void aSecondWindowDoesNotLetOtherProcessesIn() throws IOException, InterruptedException {
        var first = open();
        var second = open();
        close(second);
        assertTrue(toldElsewhere().contains("open elsewhere"));
        close(first);
        assertEquals("nothing", toldElsewhere());
    }

    @Test
    void whoeverIsKilledLosesNothingThatWasSaidToBeDurable()
            throws IOException, InterruptedException {
        var random = new Random(1);
        int next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            int lines = 1 + random.nextInt(120);
            var journals = directory.resolve("journals").toString();
            var arguments = List.of(project.toString(), journals, Integer.toString(next));
            int last = KilledProcess.lastOf(lines, arguments);
            var back = open();
            double x = at(back);
            assertTrue(x >= 1000 + last, "kill " + kill + ": " + x + " after edit " + last);
            checkUndo(back, (int) x - 1000);
            next = (int) x - 1000 + 1;
            // As a crash leaves it, for the next round.
            now(back.save());
            close(back);
        }
        assertTrue(next > KILLS);
    }

    /** Every edit since the first one can be taken back, one by one, and done again. */
    private static void checkUndo(SceneSession session, int edits) {
        double end = at(session);
        for (int i = edits; i > Math.max(0, edits - 200); i--) {
            assertEquals(1000 + i, at(session));
            now(session.undo());
        }
        while (session.status().redoLabel().isPresent()) {
            now(session.redo());
        }
        assertEquals(end, at(session));
    }
}
