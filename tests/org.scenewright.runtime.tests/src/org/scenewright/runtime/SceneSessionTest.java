// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.compositeAt;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.OpenScene.x;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SceneSessionTest {
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
    void theSnapshotIsThereWhenTheEditIsDone() {
        long revision = session.snapshot().revision();
        now(session.post(x(7), Origin.USER));
        assertEquals(7, scene.x());
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
    void aCancelledGestureIsTakenBack() {
        long gesture = session.newGesture();
        session.post(x(7), Origin.gesture(gesture));
        session.post(x(8), Origin.gesture(gesture));
        assertInstanceOf(Outcome.Accepted.class, now(session.cancelGesture(gesture)));
        assertEquals(1.5, scene.x());
        assertFalse(session.status().dirty());
        assertEquals(Optional.empty(), session.status().redoLabel());
    }

    @Test
    void everyGestureHasANumberOfItsOwn() {
        assertNotEquals(session.newGesture(), session.newGesture());
        assertNotEquals(0, session.newGesture());
    }

    @Test
    void whatWasAskedForBeforeClosingIsStillDone() {
        session.post(x(7), Origin.USER);
        var saved = session.save();
        session.close();
        assertInstanceOf(Saved.Written.class, now(saved));
        assertEquals(compositeAt("7"), scene.onDisk());
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
}
