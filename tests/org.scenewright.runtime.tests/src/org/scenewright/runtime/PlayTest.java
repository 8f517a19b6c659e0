// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneProject;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One scene is played. */
class PlayTest {
    private static final Entity MADE = new Entity(600);

    @TempDir Path directory;
    private PlayStage stage;
    private PlayStage.Played played;

    @BeforeEach
    void play() {
        stage = new PlayStage(directory);
        played = stage.play();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private List<CrdtMessage> state() {
        return CrdtCodec.read(played.script().beginning().state()).messages();
    }

    private void sends(CrdtMessage... messages) {
        played.script().runs(0, frame -> frame == 0 ? List.of(messages) : List.of()).starts();
        stage.frames(2);
    }

    @Test
    void theStateBeginsWithWhatTheRendererKeeps() {
        var first = state().stream().limit(3).map(CrdtMessage::entity).toList();
        assertEquals(List.of(Entity.PLAYER, Entity.CAMERA, Entity.CAMERA), first);
        var ofRoot =
                state().stream()
                        .filter(message -> message.entity().equals(Entity.ROOT))
                        .map(message -> ((CrdtMessage.PutComponent) message).component().value())
                        .sorted()
                        .toList();
        assertEquals(List.of(1048, 1054, 1106), ofRoot);
    }

    @Test
    void theStateEndsWithWhatTheBuildWouldWrite() {
        var last = (CrdtMessage.PutComponent) state().getLast();
        assertEquals(BOX, last.entity());
        assertEquals(0, last.timestamp());
    }

    @Test
    void theStateHasEditsThatAreNotSaved() {
        var scene = stage.open();
        now(scene.session().post(OpenScene.x(77), Origin.USER));
        played = stage.play(scene, stage.plan(scene, PlayPlan.Pace.REAL));
        assertTrue(state().contains(FakeHost.x(BOX, 0, 77)), state().toString());
    }

    @Test
    void entitiesOfOtherCompositesAreInTheRunningSceneToo() throws IOException {
        var scene = stage.open();
        var other = OpenScene.COMPOSITE.replace("\"512\"", "\"700\"");
        Files.writeString(directory.resolve("scene1/assets/other.composite"), other);
        played = stage.play(scene, stage.plan(scene, PlayPlan.Pace.REAL));
        assertEquals(1.5, played.x(new Entity(700)));
        assertTrue(state().contains(FakeHost.x(new Entity(700), 0, 1.5)));
        assertFalse(scene.session().snapshot().holds(new Entity(700)));
    }

    @Test
    void aSceneWithEntitiesSaysSo() {
        assertTrue(played.script().beginning().hasEntities());
    }

    @Test
    void whatTheScriptWritesChangesTheRunningSceneAlone() {
        var before = played.scene().session().snapshot();
        sends(FakeHost.x(BOX, 1, 9));
        assertEquals(9, played.x());
        assertSame(before, played.scene().session().snapshot());
    }

    @Test
    void entitiesOfTheScriptAppear() {
        sends(FakeHost.transform(MADE, 1, new Pose.Vec(4, 0, 0), BOX));
        assertEquals(BOX, played.now().parent(MADE));
        assertTrue(played.play().document(MADE).isEmpty());
    }

    @Test
    void whatIsSentAtOnceIsOneChangeForTheLinks() {
        var heard = new ArrayList<Changes>();
        PlayStage.hears(played, heard::add);
        sends(FakeHost.x(BOX, 1, 9), FakeHost.x(MADE, 1, 3));
        var ofBox = heard.stream().filter(PlayStage::isOfBox).toList();
        assertEquals(1, ofBox.size());
        assertTrue(ofBox.getFirst().list().contains(new Change.Spawned(MADE)));
    }

    @Test
    void componentsThatNobodyKnowsAreRemembered() {
        var strange = new ComponentId(1_234_567);
        sends(new CrdtMessage.PutComponent(BOX, strange, 1, new byte[] {7}));
        var traffic = played.play().figures().traffic();
        assertEquals(new Traffic(1, 25), traffic.get("1234567"));
        assertEquals(1.5, played.x());
    }

    @Test
    void whatIsSaidBeforeGarbageCounts() {
        byte[] sound = CrdtCodec.toBytes(List.of(FakeHost.x(BOX, 1, 9)));
        var both = ByteBuffer.allocate(sound.length + 5).put(sound).put(new byte[5]).flip();
        played.script().sends(0, frame -> both).starts();
        stage.frames(2);
        assertEquals(9, played.x());
        assertTrue(played.heard().lines().getFirst().contains("byte " + sound.length));
    }

    @Test
    void theConsoleIsNotFilledWithWhatIsWrong() {
        played.script().sends(0, frame -> ByteBuffer.allocate(5)).starts();
        stage.frames(200);
        assertEquals(100, played.heard().lines().size());
    }

    @Test
    void aSceneOnItsParcelsIsWhereItsBaseIs() throws IOException {
        var folder = Files.createDirectories(directory.resolve("land"));
        Files.writeString(folder.resolve("scene.json"), "{\"scene\":{\"base\":\"3,-2\"}}");
        try (var session = now(SceneSession.open(SceneProject.of(folder)))) {
            var bundle = folder.resolve("bin/index.js");
            var plan = PlayPlan.alone(session, bundle, SystemCalls.none()).atItsParcels();
            assertEquals(new Pose.Vec(48, 0, -32), plan.origin());
        }
    }

    @Test
    void afterStopNothingIsLeftOfWhatTheScriptDid() {
        sends(FakeHost.x(BOX, 1, 9), FakeHost.x(MADE, 1, 3));
        played.play().close();
        now(played.scene().session().overwrite());
        assertEquals(OpenScene.COMPOSITE, played.scene().onDisk());
        assertFalse(played.scene().session().status().dirty());
        assertTrue(played.script().isClosed());
    }

    @Test
    void theFirstFrameTakesNoTimeAndTheOthersWhatTheClockSays() {
        played.script().runs(0, frame -> List.of()).starts();
        stage.frames(3);
        assertEquals(List.of(0f, 0.001f, 0.001f, 0.001f), played.script().ticks());
    }

    @Test
    void timeCanPassByThirtieths() {
        var scene = stage.open();
        played = stage.play(scene, stage.plan(scene, PlayPlan.Pace.FIXED));
        played.script().runs(0, frame -> List.of()).starts();
        stage.frames(2);
        assertEquals(List.of(0f, 1 / 30f, 1 / 30f), played.script().ticks());
    }

    @Test
    void aPausedScriptWaitsWithItsNextFrame() {
        played.script().runs(0, frame -> List.of()).starts();
        played.play().pause();
        stage.frames(5);
        assertEquals(1, played.script().ticks().size());
        assertEquals(1, played.script().replies().size());
    }

    @Test
    void aStepIsOneFrameOfAThirtieth() {
        played.script().runs(0, frame -> List.of()).starts();
        played.play().pause();
        stage.frames(5);
        played.play().step();
        stage.frames(5);
        assertEquals(List.of(0f, 1 / 30f), played.script().ticks());
    }

    @Test
    void aPauseTakesNoTime() {
        played.script().runs(0, frame -> List.of()).starts();
        played.play().pause();
        stage.frames(500);
        played.play().resume();
        stage.frames(1);
        assertEquals(List.of(0f, 33_333_333 / 1e9f, 0.001f), played.script().ticks());
    }

    @Test
    void whoListensIsToldHowItStands() {
        played.script().runs(0, frame -> List.of()).starts();
        played.play().pause();
        played.play().resume();
        played.play().close();
        assertEquals(
                List.of(
                        new PlayState.Playing(),
                        new PlayState.Paused(),
                        new PlayState.Playing(),
                        new PlayState.Stopped()),
                played.heard().states());
    }

    @Test
    void aScriptThatIsKilledFailsWithTheReason() {
        played.script().starts();
        played.script().hearing().ended(new ScriptEnd.Killed("It took too long."));
        assertEquals(
                new PlayState.Failed("It took too long.", ""), played.heard().states().getLast());
        stage.frames(1);
        assertEquals(List.of(), stage.schedule().plays());
    }

    @Test
    void aSceneThatTheBuildCouldNotReadIsNotPlayed() throws IOException {
        var scene = stage.open();
        Files.writeString(directory.resolve("scene1/assets/broken.composite"), "{");
        var failed = new CompletableFuture<PlayState>();
        var hearing =
                new PlayHearing() {
                    @Override
                    public void state(PlayState state) {
                        failed.complete(state);
                    }
                };
        stage.schedule().play(stage.plan(scene, PlayPlan.Pace.REAL), hearing);
        var failure = assertInstanceOf(PlayState.Failed.class, now(failed));
        assertTrue(failure.reason().contains("assets/broken.composite"), failure.reason());
    }

    @Test
    void anAnswerTellsHowFarRendererAndSceneAre() {
        played.script().runs(0, frame -> List.of()).starts();
        stage.frames(2);
        var told =
                played.script().replies().getLast().stream()
                        .filter(CrdtMessage.PutComponent.class::isInstance)
                        .map(message -> ((CrdtMessage.PutComponent) message).component().value())
                        .toList();
        assertEquals(List.of(1048), told);
    }

    @Test
    void thePlayerIsSeenInTheNumbersOfTheScene() {
        var far = stage.playAt(32, false);
        far.script().runs(0, frame -> List.of()).starts();
        stage.renderer().standsAt(40, 0);
        stage.frames(1);
        assertEquals(8, far.x(Entity.PLAYER));
        assertTrue(far.script().replies().getFirst().contains(FakeHost.x(Entity.PLAYER, 2, 8)));
    }
}
