// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class SceneSessionTest {
    private static final Entity BOX = new Entity(512);
    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core-schema::Name",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {
                      "value": {
                        "type": "string",
                        "serializationType": "utf8-string"
                      }
                    },
                    "serializationType": "map"
                  },
                  "data": {
                    "512": {
                      "json": {
                        "value": "Box"
                      }
                    }
                  }
                },
                {
                  "name": "core::Transform",
                  "jsonSchema": {
                    "type": "object",
                    "properties": {},
                    "serializationType": "transform"
                  },
                  "data": {
                    "512": {
                      "json": {
                        "position": {
                          "x": 1.50,
                          "y": 0,
                          "z": 0
                        },
                        "rotation": {
                          "x": 0,
                          "y": 0,
                          "z": 0,
                          "w": 1
                        },
                        "scale": {
                          "x": 1,
                          "y": 1,
                          "z": 1
                        },
                        "parent": 0
                      }
                    }
                  }
                }
              ]
            }\
            """;

    @TempDir Path directory;
    private Path composite;
    private SceneSession session;

    @BeforeEach
    void open() throws IOException {
        composite =
                Files.createDirectories(directory.resolve("assets/scene"))
                        .resolve("main.composite");
        Files.writeString(composite, COMPOSITE);
        Files.writeString(
                directory.resolve("scene.json"),
                "{\n  \"display\": {\n    \"title\": \"Yard\"\n  }\n}");
        session = now(SceneSession.open(SceneProject.of(directory)));
    }

    @AfterEach
    void close() {
        session.close();
        now(session.ended());
    }

    /** Waits for what must come at once; a test that hangs would tell nothing. */
    private static <T> T now(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            return Assertions.fail(failure);
        }
    }

    private static Edit x(double x) {
        return new Edit.Set(
                BOX, SceneSnapshot.TRANSFORM, FieldPath.parse("position.x"), Value.of(x));
    }

    private double x() {
        return session.snapshot().pose(BOX).position().x();
    }

    private String onDisk() {
        try {
            return Files.readString(composite);
        } catch (IOException failure) {
            return Assertions.fail(failure);
        }
    }

    private void somebodyWrites(String text) throws IOException {
        Files.writeString(composite, text);
    }

    @Test
    void aSceneIsEditedAndSavedWithoutAnyViewport() {
        now(session.post(x(7), Origin.USER));
        assertEquals(
                new Saved.Written(List.of("assets/scene/main.composite")), now(session.save()));
        assertEquals(COMPOSITE.replace("\"x\": 1.50", "\"x\": 7"), onDisk());
    }

    @Test
    void savingWithoutAnEditWritesNothing() {
        assertEquals(new Saved.Written(List.of()), now(session.save()));
        assertEquals(COMPOSITE, onDisk());
    }

    @Test
    void savingWhatWasTakenBackWritesNothing() {
        now(session.post(x(7), Origin.USER));
        now(session.post(new Edit.Despawn(List.of(BOX)), Origin.USER));
        now(session.undo());
        now(session.undo());
        assertEquals(new Saved.Written(List.of()), now(session.save()));
        assertEquals(COMPOSITE, onDisk());
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
        assertEquals(COMPOSITE.replace("\"x\": 1.50", "\"x\": 8"), onDisk());
    }

    @Test
    void theSnapshotIsThereWhenTheEditIsDone() {
        long revision = session.snapshot().revision();
        now(session.post(x(7), Origin.USER));
        assertEquals(7, x());
        assertEquals(revision + 1, session.snapshot().revision());
    }

    @Test
    void aRefusedEditChangesNothing() {
        var before = session.snapshot();
        var outcome = now(session.post(new Edit.Rename(new Entity(999), "Lid"), Origin.USER));
        assertEquals(new Outcome.Refused("There is no entity 999 in the scene."), outcome);
        assertEquals(before, session.snapshot());
        assertFalse(session.status().dirty());
    }

    @Test
    void nothingToUndoIsSaid() {
        assertEquals(new Outcome.Refused("There is nothing to undo."), now(session.undo()));
        assertEquals(new Outcome.Refused("There is nothing to redo."), now(session.redo()));
    }

    @Test
    void theStatusTellsWhatUndoAndRedoWouldDo() {
        now(session.post(x(7), Origin.USER));
        assertEquals(Optional.of("Move Box"), session.status().undoLabel());
        now(session.undo());
        assertEquals(Optional.empty(), session.status().undoLabel());
        assertEquals(Optional.of("Move Box"), session.status().redoLabel());
    }

    @Test
    void linksAreToldInOrderOnTheSceneThread() {
        var link = new Recorder("");
        session.link(link);
        now(session.post(x(7), Origin.USER));
        now(session.post(x(8), Origin.USER));
        now(session.undo());
        assertEquals(List.of("Move Box", "Move Box", "Move Box"), link.labels());
        assertEquals(List.of(1L, 2L, 3L), link.revisions());
        assertEquals(
                List.of("scene " + directory.getFileName()),
                link.threads().stream().map(Thread::getName).distinct().toList());
    }

    @Test
    void linksAreToldOfTheStatusOnlyWhenItChanges() {
        var link = new Recorder("");
        session.link(link);
        now(session.post(x(7), Origin.USER));
        now(session.post(x(8), Origin.USER));
        now(session.save());
        assertEquals(List.of(true, false), link.dirty());
    }

    @Test
    void anEditThatChangesNothingIsNotTold() {
        var link = new Recorder("");
        session.link(link);
        now(session.post(x(1.5), Origin.USER));
        assertEquals(List.of(), link.labels());
    }

    @Test
    void nobodyIsToldWhatTheySaidThemselves() {
        var anna = new Recorder("anna");
        var ben = new Recorder("ben");
        session.link(anna);
        session.link(ben);
        now(session.post(x(7), Origin.link(Origin.Kind.PEER, "anna")));
        assertEquals(List.of(), anna.labels());
        assertEquals(List.of("Move Box"), ben.labels());
    }

    @Test
    void messagesOfAScriptReachTheDocument() {
        var type = session.snapshot().types().find(SceneSnapshot.NAME).orElseThrow();
        var bytes = type.codec().toBytes(Value.fields("value", Value.of("Theirs")));
        var message =
                new CrdtMessage.PutComponent(
                        BOX, ComponentNumbers.of(SceneSnapshot.NAME), 1, bytes);
        var link = new Recorder("");
        session.link(link);
        Changes changes =
                now(session.receive(List.of(message), Origin.link(Origin.Kind.SCRIPT, "script")));
        assertEquals(1, changes.list().size());
        assertEquals("Theirs", session.snapshot().name(BOX));
        assertEquals(1, link.labels().size());
        assertTrue(session.status().dirty());
    }

    @Test
    void aLinkThatFailsIsDroppedAndTheOthersGoOn() {
        var told = new ArrayList<Changes>();
        session.link(
                new Link() {
                    @Override
                    public String name() {
                        return "";
                    }

                    @Override
                    public void changed(SceneSnapshot snapshot, Changes changes) {
                        told.add(changes);
                        throw new IllegalStateException("a link that fails on purpose");
                    }
                });
        var other = new Recorder("");
        session.link(other);
        assertInstanceOf(Outcome.Accepted.class, now(session.post(x(7), Origin.USER)));
        assertInstanceOf(Outcome.Accepted.class, now(session.post(x(8), Origin.USER)));
        assertEquals(1, told.size());
        assertEquals(2, other.labels().size());
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
        assertEquals(COMPOSITE.replace("\"x\": 1.50", "\"x\": 49"), onDisk());
        now(session.undo());
        assertEquals(1.5, x());
        assertTrue(viewport.labels().size() < 50);
    }

    @Test
    void aCancelledGestureIsTakenBack() {
        long gesture = session.newGesture();
        session.post(x(7), Origin.gesture(gesture));
        session.post(x(8), Origin.gesture(gesture));
        assertInstanceOf(Outcome.Accepted.class, now(session.cancelGesture(gesture)));
        assertEquals(1.5, x());
        assertFalse(session.status().dirty());
        assertEquals(Optional.empty(), session.status().redoLabel());
    }

    @Test
    void everyGestureHasANumberOfItsOwn() {
        assertNotEquals(session.newGesture(), session.newGesture());
        assertNotEquals(0, session.newGesture());
    }

    @Test
    void whatSomebodyElseWroteIsNotOverwrittenUnasked() throws IOException {
        somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        assertTrue(now(session.changedOnDisk()));
        now(session.post(x(7), Origin.USER));
        assertEquals(
                new Saved.ChangedOnDisk(List.of("assets/scene/main.composite")),
                now(session.save()));
        assertEquals(COMPOSITE.replace("Box", "Theirs"), onDisk());
        assertTrue(session.status().dirty());
    }

    @Test
    void whatSomebodyElseWroteIsOverwrittenWhenAskedFor() throws IOException {
        somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        now(session.post(x(7), Origin.USER));
        assertInstanceOf(Saved.Written.class, now(session.overwrite()));
        assertEquals(COMPOSITE.replace("\"x\": 1.50", "\"x\": 7"), onDisk());
        assertFalse(session.status().dirty());
        assertFalse(now(session.changedOnDisk()));
    }

    @Test
    void revertingIsReadingAgain() throws IOException {
        now(session.post(x(7), Origin.USER));
        somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        assertInstanceOf(Outcome.Accepted.class, now(session.revert()));
        assertEquals("Theirs", session.snapshot().name(BOX));
        assertEquals(1.5, x());
        assertFalse(session.status().dirty());
        assertFalse(now(session.changedOnDisk()));
    }

    @Test
    void aRevertCanBeUndone() throws IOException {
        now(session.post(x(7), Origin.USER));
        somebodyWrites(COMPOSITE.replace("Box", "Theirs"));
        now(session.revert());
        assertEquals(Optional.of("Revert"), session.status().undoLabel());
        now(session.undo());
        assertEquals("Box", session.snapshot().name(BOX));
        assertEquals(7, x());
        assertTrue(session.status().dirty());
        now(session.save());
        assertEquals(COMPOSITE.replace("\"x\": 1.50", "\"x\": 7"), onDisk());
    }

    @Test
    void revertingToAFileThatCannotBeReadIsRefused() throws IOException {
        now(session.post(x(7), Origin.USER));
        somebodyWrites(COMPOSITE.substring(0, 200));
        assertInstanceOf(Outcome.Refused.class, now(session.revert()));
        assertEquals(7, x());
        assertTrue(session.status().dirty());
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
    void whatWasAskedForBeforeClosingIsStillDone() {
        session.post(x(7), Origin.USER);
        var saved = session.save();
        session.close();
        assertInstanceOf(Saved.Written.class, now(saved));
        assertEquals(COMPOSITE.replace("\"x\": 1.50", "\"x\": 7"), onDisk());
    }

    @Test
    void afterClosingEverythingIsRefused() {
        session.close();
        session.close();
        assertEquals(
                new Outcome.Refused("The scene is closed."), now(session.post(x(7), Origin.USER)));
        assertEquals(new Outcome.Refused("The scene is closed."), now(session.revert()));
        assertEquals(new Saved.Failed("The scene is closed."), now(session.save()));
        var received =
                session.receive(List.of(), Origin.USER).handle((changes, failure) -> failure);
        assertTrue(now(received) != null);
    }

    @Test
    void theSceneThreadEndsWithTheSession() throws InterruptedException {
        var link = new Recorder("");
        session.link(link);
        now(session.post(x(7), Origin.USER));
        session.close();
        assertTrue(link.threads().getFirst().join(Duration.ofSeconds(20)));
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
    void brokenFilesAreAmongTheProblemsAndTheSceneOpens(@TempDir Path broken) throws IOException {
        Files.createDirectories(broken.resolve("assets/scene"));
        Files.writeString(broken.resolve("assets/scene/main.composite"), "{ not json");
        try (var open = now(SceneSession.open(SceneProject.of(broken)))) {
            assertFalse(open.status().problems().isEmpty());
        }
    }
}
