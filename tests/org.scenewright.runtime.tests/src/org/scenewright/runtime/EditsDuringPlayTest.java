// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** People edit the document of a scene that is played. */
class EditsDuringPlayTest {
    private static final Entity MADE = new Entity(600);
    private static final FieldPath X = FieldPath.parse("position.x");

    @TempDir Path directory;
    private PlayStage stage;
    private PlayStage.Played played;
    private final List<CrdtMessage> next = new ArrayList<>();

    @BeforeEach
    void play() {
        stage = new PlayStage(directory);
        played = stage.play();
        played.script()
                .runs(
                        0,
                        frame -> {
                            var messages = List.copyOf(next);
                            next.clear();
                            return messages;
                        })
                .starts();
        stage.frames(1);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Outcome post(Edit edit) {
        return now(played.scene().session().post(edit, Origin.USER));
    }

    /** The script sends this, and the edits made so far are followed. */
    private void sends(CrdtMessage... messages) {
        next.addAll(List.of(messages));
        stage.frames(3);
    }

    private List<CrdtMessage> told() {
        return played.script().replies().stream().flatMap(List::stream).toList();
    }

    private Entity spawn(String name, Entity parent) {
        var components = new LinkedHashMap<String, Value>();
        components.put(SceneSnapshot.TRANSFORM, Pose.IDENTITY.toValue());
        var outcome = post(new Edit.Spawn(name, Edit.Place.under(parent), components));
        var spawned =
                ((Outcome.Accepted) outcome)
                        .changes().list().stream()
                                .filter(Change.Spawned.class::isInstance)
                                .map(change -> ((Change.Spawned) change).entity())
                                .findFirst();
        return spawned.orElseThrow();
    }

    @Test
    void theLandIsThatOfTheDocument() {
        var heard = new ArrayList<Change>();
        PlayStage.hears(played, changes -> heard.addAll(changes.list()));
        var land = ValueJson.parse("[\"0,0\", \"0,1\"]");
        post(new Edit.Configure(FieldPath.parse("scene.parcels"), land));
        stage.frames(1);
        var settings = played.scene().session().snapshot().settings();
        assertEquals(settings, played.now().settings());
        assertEquals(2, played.now().settings().items("scene.parcels").size());
        assertTrue(heard.stream().anyMatch(Change.Configured.class::isInstance));
    }

    @Test
    void anEditChangesTheRunningSceneAndTheScriptHearsOfIt() {
        post(OpenScene.x(7));
        stage.frames(1);
        assertEquals(7, played.x());
        assertTrue(told().contains(FakeHost.x(BOX, 1, 7)), told().toString());
    }

    @Test
    void anEditOfAFieldLeavesTheFieldsThatTheScriptWrote() {
        sends(FakeHost.transform(BOX, 1, new Pose.Vec(0, 5, 0), Entity.ROOT));
        post(OpenScene.x(7));
        stage.frames(1);
        assertEquals(new Pose.Vec(7, 5, 0), played.now().pose(BOX).position());
    }

    @Test
    void theScriptIsToldWithATimeThatWins() {
        sends(FakeHost.x(BOX, 41, 3));
        post(OpenScene.x(7));
        stage.frames(1);
        assertTrue(told().contains(FakeHost.x(BOX, 42, 7)));
    }

    @Test
    void anEditWinsOverWhatTheScriptWroteBeforeItHeardOfIt() {
        played.play().pause();
        stage.frames(3);
        post(OpenScene.x(7));
        stage.frames(1);
        assertEquals(7, played.x());
        next.add(FakeHost.x(BOX, 9, 3));
        played.play().step();
        stage.frames(2);
        assertEquals(7, played.x());
        assertTrue(told().contains(FakeHost.x(BOX, 10, 7)), told().toString());
    }

    @Test
    void aPausedSceneFollowsEditsToo() {
        played.play().pause();
        stage.frames(3);
        post(OpenScene.x(7));
        stage.frames(1);
        assertEquals(7, played.x());
    }

    @Test
    void anEntityThatPeopleAddHasANumberThatTheScriptDoesNotUse() {
        var added = spawn("New", Entity.ROOT);
        sends(FakeHost.x(added, 1, 3));
        var running = played.play().running(added);
        assertEquals(new Entity(Entity.LAST_NUMBER), running);
        assertEquals("New", played.now().name(running));
        assertEquals(0, played.x(running));
        assertEquals(3, played.x(added));
        assertEquals(added, played.play().document(running).orElseThrow());
        assertTrue(played.play().document(added).isEmpty());
        assertTrue(told().stream().anyMatch(message -> message.entity().equals(running)));
    }

    @Test
    void whatHangsBelowAnAddedEntityDoesSoInTheRunningScene() {
        var parent = spawn("Parent", Entity.ROOT);
        var child = spawn("Child", parent);
        stage.frames(1);
        var running = played.play().running(child);
        assertEquals(played.play().running(parent), played.now().parent(running));
    }

    @Test
    void anEntityThatPeopleDeleteIsGoneForTheScript() {
        post(new Edit.Despawn(List.of(BOX)));
        stage.frames(1);
        assertFalse(played.now().holds(BOX));
        assertEquals(new CrdtMessage.DeleteEntity(BOX), told().getLast());
    }

    @Test
    void anEntityThatIsBackAfterUndoIsAnotherOneForTheScript() {
        post(new Edit.Despawn(List.of(BOX)));
        now(played.scene().session().undo());
        stage.frames(1);
        var running = played.play().running(BOX);
        assertEquals(1.5, played.x(running));
        assertEquals("Box", played.now().name(running));
        assertFalse(played.now().holds(BOX));
        assertEquals(BOX, played.play().document(running).orElseThrow());
    }

    @Test
    void anAddedEntityIsGoneAfterUndo() {
        var added = spawn("New", Entity.ROOT);
        stage.frames(1);
        var running = played.play().running(added);
        now(played.scene().session().undo());
        stage.frames(1);
        assertFalse(played.now().holds(running));
        assertEquals(new CrdtMessage.DeleteEntity(running), told().getLast());
    }

    @Test
    void undoOfAFieldIsFollowed() {
        post(OpenScene.x(7));
        stage.frames(1);
        now(played.scene().session().undo());
        stage.frames(1);
        assertEquals(1.5, played.x());
    }

    @Test
    void editsStayAfterTheEnd() {
        post(OpenScene.x(7));
        sends(FakeHost.x(BOX, 9, 3));
        played.play().close();
        assertEquals(7, played.scene().x());
    }

    @Test
    void whatTheScriptWroteIsKeptByOneStepThatCanBeUndone() {
        sends(FakeHost.x(BOX, 1, 9));
        post(played.play().keep(BOX, SceneSnapshot.TRANSFORM, X).orElseThrow());
        assertEquals(9, played.scene().x());
        now(played.scene().session().undo());
        assertEquals(1.5, played.scene().x());
    }

    @Test
    void whoKeepsSomethingDoesNotDisturbTheScript() {
        sends(FakeHost.x(BOX, 1, 9));
        var edit = played.play().keep(BOX, SceneSnapshot.TRANSFORM, X).orElseThrow();
        sends(FakeHost.x(BOX, 2, 10));
        now(played.scene().session().post(edit, Play.KEPT));
        stage.frames(2);
        assertEquals(9, played.scene().x());
        assertEquals(10, played.x());
        now(played.scene().session().undo());
        assertEquals(1.5, played.scene().x());
    }

    @Test
    void whatIsKeptOfAnAddedEntityHasItsNumbersInTheDocument() {
        var added = spawn("New", Entity.ROOT);
        stage.frames(1);
        var running = played.play().running(added);
        var transform = FakeHost.transform(running, 5, new Pose.Vec(2, 0, 0), BOX);
        sends(transform);
        var edit = played.play().keep(running, SceneSnapshot.TRANSFORM, FieldPath.WHOLE);
        post(edit.orElseThrow());
        assertEquals(BOX, played.scene().session().snapshot().parent(added));
    }

    @Test
    void nothingOfAnEntityThatTheScriptMadeCanBeKept() {
        sends(FakeHost.x(MADE, 1, 9));
        assertTrue(played.play().keep(MADE, SceneSnapshot.TRANSFORM, X).isEmpty());
    }

    @Test
    void whatNamesAnEntityThatTheScriptMadeCannotBeKept() {
        sends(FakeHost.x(MADE, 1, 9), FakeHost.transform(BOX, 1, new Pose.Vec(4, 0, 0), MADE));
        assertTrue(played.play().keep(BOX, SceneSnapshot.TRANSFORM, FieldPath.WHOLE).isEmpty());
    }
}
