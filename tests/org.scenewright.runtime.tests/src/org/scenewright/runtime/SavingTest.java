// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.COMPOSITE;
import static org.scenewright.runtime.OpenScene.compositeAt;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.OpenScene.x;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class SavingTest {
    @TempDir Path directory;
    private OpenScene scene;
    private SceneSession session;

    @BeforeEach
    void open() throws IOException {
        scene = new OpenScene(directory);
        session = scene.session();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aSceneIsEditedAndSavedWithoutAnyViewport() {
        now(session.post(x(7), Origin.USER));
        assertEquals(
                new Saved.Written(List.of("assets/scene/main.composite")), now(session.save()));
        assertEquals(compositeAt("7"), scene.onDisk());
    }

    @Test
    void savingWithoutAnEditWritesNothing() {
        assertEquals(new Saved.Written(List.of()), now(session.save()));
        assertEquals(COMPOSITE, scene.onDisk());
    }

    @Test
    void savingWhatWasTakenBackWritesNothing() {
        now(session.post(x(7), Origin.USER));
        now(session.post(new Edit.Despawn(List.of(BOX)), Origin.USER));
        now(session.undo());
        now(session.undo());
        assertEquals(new Saved.Written(List.of()), now(session.save()));
        assertEquals(COMPOSITE, scene.onDisk());
    }

    @Test
    void anEditMakesTheSceneDirtyAndSavingMakesItClean() {
        assertFalse(session.status().dirty());
        now(session.post(x(7), Origin.USER));
        assertTrue(session.status().dirty());
        now(session.save());
        assertFalse(session.status().dirty());
    }

    @Test
    void undoingBackToWhatWasSavedIsCleanAgain() {
        now(session.post(x(7), Origin.USER));
        now(session.save());
        now(session.post(x(8), Origin.USER));
        now(session.undo());
        assertFalse(session.status().dirty());
        now(session.undo());
        assertTrue(session.status().dirty());
        now(session.redo());
        assertFalse(session.status().dirty());
    }

    @Test
    void anEditDuringASaveStaysToBeSaved() {
        var saved = session.save();
        now(session.post(x(7), Origin.USER));
        now(saved);
        now(session.save());
        now(session.post(x(8), Origin.USER));
        assertTrue(session.status().dirty());
        now(session.save());
        assertEquals(compositeAt("8"), scene.onDisk());
    }

    @Test
    void closingALinkInTheMiddleOfAGestureLosesNothing() {
        var viewport = new Recorder("");
        var registration = session.link(viewport);
        long gesture = session.newGesture();
        for (int i = 0; i < 50; i++) {
            session.post(x(i), Origin.gesture(gesture));
            if (i == 25) {
                registration.close();
                registration.close();
            }
        }
        now(session.save());
        assertEquals(compositeAt("49"), scene.onDisk());
        now(session.undo());
        assertEquals(1.5, scene.x());
        assertTrue(viewport.labels().size() < 50);
    }

    @Test
    void whatSomebodyElseWroteIsNotOverwrittenUnasked() throws IOException {
        scene.somebodyWrites(compositeAt("9"));
        assertTrue(now(session.changedOnDisk()));
        now(session.post(x(7), Origin.USER));
        assertInstanceOf(Saved.ChangedOnDisk.class, now(session.save()));
        assertEquals(compositeAt("9"), scene.onDisk());
        assertTrue(session.status().dirty());
    }

    @Test
    void aSaveThatHasToMergeIsDoneAlsoWhenTheSceneIsClosedMeanwhile() throws IOException {
        scene.somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        now(session.post(x(7), Origin.USER));
        var saved = session.save();
        session.close();
        assertInstanceOf(Saved.Written.class, now(saved));
        assertEquals(compositeAt("7").replace("Box", "Theirs"), scene.onDisk());
        now(session.ended());
    }

    @Test
    void savingAfterTheEndIsRefused() {
        session.close();
        assertEquals(new Saved.Failed("The scene is closed."), now(session.save()));
        assertEquals(new Saved.Failed("The scene is closed."), now(session.overwrite()));
        assertInstanceOf(TakenIn.Unusable.class, now(session.takeIn()));
    }

    @Test
    void whatSomebodyElseWroteIsOverwrittenWhenAskedFor() throws IOException {
        scene.somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        now(session.post(x(7), Origin.USER));
        assertInstanceOf(Saved.Written.class, now(session.overwrite()));
        assertEquals(compositeAt("7"), scene.onDisk());
        assertFalse(session.status().dirty());
        assertFalse(now(session.changedOnDisk()));
    }

    @Test
    void revertingIsReadingAgain() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        assertInstanceOf(Outcome.Accepted.class, now(session.revert()));
        assertEquals("Theirs", session.snapshot().name(BOX));
        assertEquals(1.5, scene.x());
        assertFalse(session.status().dirty());
        assertFalse(now(session.changedOnDisk()));
    }

    @Test
    void whoLooksOnCannotRevert() throws IOException {
        scene.somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        session.sharing().permission().refuse(Optional.of("You look on."));
        assertEquals(new Outcome.Refused("You look on."), now(session.revert()));
        assertEquals("Box", session.snapshot().name(BOX));
        session.sharing().permission().refuse(Optional.empty());
        now(session.revert());
        assertEquals("Theirs", session.snapshot().name(BOX));
    }

    @Test
    void aRevertCanBeUndone() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        now(session.revert());
        assertEquals(Optional.of("Revert"), session.status().undoLabel());
        now(session.undo());
        assertEquals("Box", session.snapshot().name(BOX));
        assertEquals(7, scene.x());
        assertTrue(session.status().dirty());
        now(session.save());
        assertEquals(compositeAt("7"), scene.onDisk());
    }

    @Test
    void revertingToAFileThatCannotBeReadIsRefused() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(COMPOSITE.substring(0, 200));
        assertInstanceOf(Outcome.Refused.class, now(session.revert()));
        assertEquals(7, scene.x());
        assertTrue(session.status().dirty());
    }

    @Test
    void revertingToAFileThatIsGoneIsRefused() throws IOException {
        now(session.post(x(7), Origin.USER));
        Files.delete(directory.resolve("assets/scene/main.composite"));
        var refused = assertInstanceOf(Outcome.Refused.class, now(session.revert()));
        assertTrue(refused.reason().contains("is not there any more"), refused.reason());
        assertEquals(7, scene.x());
    }

    @Test
    void revertingToAnEmptyFileIsRefused() throws IOException {
        scene.somebodyWrites("");
        assertInstanceOf(Outcome.Refused.class, now(session.revert()));
        assertEquals(1.5, scene.x());
    }

    @Test
    void theTitleIsSavedInSceneJson() throws IOException {
        now(
                session.post(
                        new Edit.Configure(FieldPath.of("display", "title"), Value.of("Harbour")),
                        Origin.USER));
        assertEquals(new Saved.Written(List.of("scene.json")), now(session.save()));
        assertEquals(
                "{\n  \"display\": {\n    \"title\": \"Harbour\"\n  }\n}",
                Files.readString(directory.resolve("scene.json")));
    }

    @Test
    void aSceneWithoutFilesOpensEmptyAndIsCreatedBySaving(@TempDir Path empty) {
        try (var fresh = now(SceneSession.open(SceneProject.of(empty)))) {
            assertEquals(1, fresh.snapshot().size());
            now(
                    fresh.post(
                            new Edit.Spawn("Box", Edit.Place.TOP, new LinkedHashMap<>()),
                            Origin.USER));
            assertInstanceOf(Saved.Written.class, now(fresh.save()));
            assertTrue(Files.exists(empty.resolve("assets/scene/main.composite")));
        }
    }

    @Test
    void revertingReadsWithTheTypesThatTheSceneWasOpenedWith() {
        var types = CoreComponents.load();
        var asked = new AtomicInteger();
        Supplier<ComponentTypes> core =
                () -> {
                    asked.incrementAndGet();
                    return types;
                };
        try (var open = now(SceneSession.open(SceneProject.of(directory), core))) {
            assertEquals(1, asked.get());
            now(open.revert());
            assertEquals(2, asked.get());
        }
    }

    @Test
    void brokenFilesAreAmongTheProblemsAndTheSceneOpens(@TempDir Path broken) throws IOException {
        Files.createDirectories(broken.resolve("assets/scene"));
        Files.writeString(broken.resolve("assets/scene/main.composite"), "{ not json");
        try (var open = now(SceneSession.open(SceneProject.of(broken)))) {
            assertFalse(open.status().problems().isEmpty());
        }
    }

    @Test
    void aSceneThatCannotBeReadCannotBeEdited(@TempDir Path broken) throws IOException {
        var file =
                Files.createDirectories(broken.resolve("assets/scene")).resolve("main.composite");
        Files.writeString(file, "{\n  nope}");
        try (var open = now(SceneSession.open(SceneProject.of(broken)))) {
            assertEquals(Optional.of(2), open.unreadable().map(Problem::line));
            var child = new Edit.Rename(BOX, "Mine");
            var refused =
                    assertInstanceOf(Outcome.Refused.class, now(open.post(child, Origin.USER)));
            assertTrue(refused.reason().contains("cannot be read"), refused.reason());
            Files.writeString(file, COMPOSITE);
            now(open.revert());
            assertEquals(Optional.empty(), open.unreadable());
            assertInstanceOf(Outcome.Accepted.class, now(open.post(x(7), Origin.USER)));
        }
    }
}
