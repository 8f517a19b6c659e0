// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.PlayStage.MILLI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules of ADR-148, on a clock that stands still unless somebody works. */
class FrameScheduleTest {
    private static final FrameQuota NARROW = new FrameQuota(2, 1);

    @TempDir Path directory;
    private PlayStage stage;

    @AfterEach
    void close() {
        stage.close();
    }

    private void set(FrameStrategy strategy, FrameQuota quota) {
        stage = new PlayStage(directory, strategy, quota);
    }

    /** The Box goes to 1, 2, 3 and so on. */
    private static List<CrdtMessage> steps(int count) {
        return IntStream.rangeClosed(1, count)
                .<CrdtMessage>mapToObj(i -> FakeHost.x(BOX, i, i))
                .toList();
    }

    /** So many entities are moved, in every frame anew. */
    private static List<CrdtMessage> moves(int frame, int count) {
        return IntStream.range(0, count)
                .<CrdtMessage>mapToObj(i -> FakeHost.x(new Entity(1000 + i), frame + 1, frame))
                .toList();
    }

    @Test
    void aSceneIsNotAnsweredBeforeAllMessagesOfItsFrameAreProcessed() {
        set(FrameStrategy.NAIVE, NARROW);
        var played = stage.play();
        played.script().runs(0, frame -> steps(5)).starts();
        stage.frames(2);
        assertEquals(0, played.script().replies().size());
        stage.frames(1);
        assertEquals(1, played.script().replies().size());
    }

    @Test
    void aSceneIsAnsweredWhenCameraAndPhysicsAreComputed() {
        set(FrameStrategy.SEND_BESIDE_RENDER, FrameQuota.USUAL);
        var played = stage.play();
        var log = stage.renderer().log();
        played.script().whenReplied(() -> log.add("answer")).runs(0, f -> List.of()).starts();
        stage.frames(1);
        assertEquals(List.of("camera", "move", "physics", "render", "answer"), log);
    }

    @Test
    void physicsSeesTheCameraAndAllThatTheSceneHasSent() {
        set(FrameStrategy.NAIVE, NARROW);
        var played = stage.play();
        played.script().runs(0, frame -> steps(5)).starts();
        stage.frames(3);
        long physics = stage.renderer().log().stream().filter("physics"::equals).count();
        assertEquals(1, physics);
        assertEquals(5, played.x());
    }

    @Test
    void messagesStayInOrderOverSeveralFrames() {
        set(FrameStrategy.NAIVE, NARROW);
        var played = stage.play();
        var places = new ArrayList<Double>();
        PlayStage.hears(
                played,
                changes -> {
                    if (PlayStage.isOfBox(changes)) {
                        places.add(played.x());
                    }
                });
        played.script().runs(0, frame -> frame == 0 ? steps(5) : List.of()).starts();
        stage.frames(5);
        assertEquals(List.of(2.0, 4.0, 5.0), places);
    }

    @Test
    void globalScenesComeFirstThenTheNearest() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var order = new ArrayList<String>();
        var far = stage.playAt(500, false);
        var near = stage.playAt(20, false);
        var global = stage.playAt(900, true);
        PlayStage.hears(far, changes -> note(changes, "far", order));
        PlayStage.hears(near, changes -> note(changes, "near", order));
        PlayStage.hears(global, changes -> note(changes, "global", order));
        Stream.of(far, near, global).forEach(p -> p.script().runs(0, frame -> steps(1)).starts());
        stage.frames(1);
        assertEquals(List.of("global", "near", "far"), order);
    }

    private static void note(Changes changes, String name, List<String> order) {
        if (PlayStage.isOfBox(changes)) {
            order.add(name);
        }
    }

    @Test
    void thePlayerWhoWalksChangesTheOrder() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var order = new ArrayList<String>();
        var west = stage.playAt(0, false);
        var east = stage.playAt(500, false);
        PlayStage.hears(west, changes -> note(changes, "west", order));
        PlayStage.hears(east, changes -> note(changes, "east", order));
        stage.renderer().standsAt(510, 0);
        stage.frames(1);
        Stream.of(west, east).forEach(p -> p.script().runs(0, frame -> steps(1)).starts());
        stage.frames(1);
        assertEquals(List.of("east", "west"), order);
    }

    @Test
    void aSceneThatIsGivenLandNearThePlayerComesEarlier() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var order = new ArrayList<String>();
        var near = stage.playAt(100, false);
        var far = stage.playAt(500, false);
        PlayStage.hears(near, changes -> note(changes, "near", order));
        PlayStage.hears(far, changes -> note(changes, "far", order));
        var land = ValueJson.parse("[\"0,0\", \"-31,0\"]");
        var edit = new Edit.Configure(FieldPath.parse("scene.parcels"), land);
        Stream.of(near, far).forEach(p -> p.script().runs(0, frame -> steps(1)).starts());
        now(far.scene().session().post(edit, Origin.USER));
        stage.frames(2);
        assertEquals(List.of("near", "far"), order);
        Stream.of(near, far).forEach(p -> p.script().runs(0, frame -> steps(2)));
        stage.frames(2);
        assertEquals(List.of("near", "far", "far", "near"), order);
    }

    @Test
    void aFloodingSceneDoesNotStarveTheOthers() {
        set(FrameStrategy.NAIVE, new FrameQuota(100, 10));
        var near = stage.playAt(0, false);
        var far = stage.playAt(500, false);
        near.script().runs(0, frame -> moves(frame, 5000)).starts();
        far.script().runs(0, frame -> steps(10)).starts();
        stage.frames(10);
        assertEquals(10, far.script().replies().size());
        assertEquals(0, near.script().replies().size());
    }

    @Test
    void aFloodIsMergedInTheEnd() {
        set(FrameStrategy.NAIVE, new FrameQuota(100, 10));
        var near = stage.playAt(0, false);
        var far = stage.playAt(500, false);
        near.script().runs(0, frame -> moves(frame, 5000)).starts();
        far.script().runs(0, frame -> steps(10)).starts();
        stage.frames(56);
        assertEquals(1, near.script().replies().size());
        assertEquals(5000, near.now().size() - 4);
    }

    @Test
    void aFloodIsReadNoFartherAheadThanThereIsRoom() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var flooding = stage.playAt(0, false);
        var other = stage.playAt(500, false);
        other.script().runs(0, frame -> steps(10)).starts();
        Thread.ofVirtual().start(() -> sends(flooding, 200_000));
        long most = 0;
        int frames = 0;
        while (flooding.script().replies().isEmpty()) {
            most = Math.max(most, flooding.play().figures().waiting().messages());
            stage.frames(1);
            frames++;
        }
        assertTrue(most <= 70_000, "read ahead: " + most);
        assertTrue(frames >= 200_000 / FrameQuota.USUAL.messages());
        assertEquals(frames, other.script().replies().size());
        assertEquals(200_000, flooding.x());
    }

    private static void sends(PlayStage.Played played, int count) {
        played.script().hearing().sent(FakeHost.FakeScript.bytes(steps(count)));
    }

    @Test
    void farScenesGetWhatTheNearOnesLeave() {
        set(FrameStrategy.NAIVE, new FrameQuota(100, 1));
        var near = stage.playAt(0, false);
        var far = stage.playAt(500, false);
        near.script().runs(0, frame -> moves(frame, 90)).starts();
        far.script().runs(0, frame -> moves(frame, 20)).starts();
        stage.frames(4);
        assertEquals(4, near.script().replies().size());
        assertEquals(2, far.script().replies().size());
    }

    @Test
    void theFirstAnswerWaitsForTheModels() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var models = new CompletableFuture<Boolean>();
        stage.renderer().loads(models);
        var played = stage.play();
        played.script().runs(0, frame -> List.of()).starts();
        stage.frames(3);
        assertEquals(0, played.script().replies().size());
        assertTrue(!stage.renderer().log().contains("physics"));
        models.complete(true);
        stage.frames(1);
        assertEquals(1, played.script().replies().size());
    }

    @Test
    void laterAnswersDoNotWaitForModels() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var played = stage.play();
        played.script().runs(0, frame -> List.of()).starts();
        stage.frames(1);
        stage.renderer().loads(new CompletableFuture<Boolean>());
        stage.frames(3);
        assertEquals(4, played.script().replies().size());
    }

    @Test
    void aSlowSceneMissesFramesAndTheOthersDoNot() {
        set(FrameStrategy.RECEIVE_WHILE_DRAWING, FrameQuota.USUAL);
        stage.renderer().takes(MILLI, 10 * MILLI);
        var slow = stage.playAt(0, false);
        var quick = stage.playAt(20, false);
        slow.script().runs(50 * MILLI, frame -> List.of()).starts();
        quick.script().runs(MILLI, frame -> List.of()).starts();
        stage.clock().spend(50 * MILLI);
        stage.frames(20);
        assertEquals(20, quick.script().replies().size());
        assertTrue(slow.play().figures().dropped() > 10);
        assertEquals(0, quick.play().figures().dropped());
    }

    @Test
    void aSceneTellsHowLongItWaitsForItsAnswer() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        stage.renderer().takes(MILLI, 10 * MILLI);
        var played = stage.play();
        played.script().runs(3 * MILLI, frame -> List.of()).starts();
        stage.frames(20);
        // It asks when a frame of 12 ms has begun, and the end of the next brings the answer.
        assertEquals(Duration.ofMillis(21), played.play().figures().send());
    }

    @Test
    void aPausedSceneDropsNothing() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var played = stage.play();
        played.script().runs(0, frame -> List.of()).starts();
        stage.frames(2);
        played.play().pause();
        stage.frames(5);
        assertEquals(0, played.play().figures().dropped());
    }

    @Test
    void whatIsSentInOnStartIsAnsweredBeforeTheFirstFrame() {
        set(FrameStrategy.NAIVE, FrameQuota.USUAL);
        var played = stage.play();
        played.script().hearing().sent(FakeHost.FakeScript.bytes(steps(3)));
        stage.frames(1);
        assertEquals(3, played.x());
        assertEquals(1, played.script().replies().size());
    }
}
