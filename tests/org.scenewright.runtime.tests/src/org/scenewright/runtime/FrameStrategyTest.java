// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.PlayStage.MILLI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The three orders in which a frame can go, side by side. */
class FrameStrategyTest {
    @TempDir Path directory;
    private PlayStage stage;

    @AfterEach
    void close() {
        stage.close();
    }

    private void set(FrameStrategy strategy, FrameQuota quota) {
        stage = new PlayStage(directory, strategy, quota);
    }

    /** When the first answer was sent, and when the GPU had drawn the frame. */
    private void checkAnswered(FrameStrategy strategy, boolean isBeforeDrawn) {
        set(strategy, FrameQuota.USUAL);
        stage.renderer().takes(MILLI, 10 * MILLI);
        var played = stage.play();
        var times = new ArrayList<Long>();
        played.script()
                .whenReplied(() -> times.add(stage.clock().nanos()))
                .runs(0, frame -> List.of())
                .starts();
        stage.frames(2);
        assertEquals(isBeforeDrawn, times.getFirst() < stage.renderer().drawn().getFirst());
    }

    @Test
    void theNaiveStrategyAnswersWhenTheGpuHasDrawn() {
        checkAnswered(FrameStrategy.NAIVE, false);
    }

    @Test
    void sendDoesNotWaitForTheGpu() {
        checkAnswered(FrameStrategy.SEND_BESIDE_RENDER, true);
    }

    @Test
    void sendDoesNotWaitForTheGpuInTheRecommendedStrategy() {
        checkAnswered(FrameStrategy.RECEIVE_WHILE_DRAWING, true);
    }

    private void checkMerged(FrameStrategy strategy, boolean isBeforeDrawn) {
        set(strategy, FrameQuota.USUAL);
        stage.renderer().takes(MILLI, 10 * MILLI);
        var played = stage.play();
        var times = new ArrayList<Long>();
        PlayStage.hears(
                played,
                changes -> {
                    if (PlayStage.isOfBox(changes)) {
                        times.add(stage.clock().nanos());
                    }
                });
        played.script()
                .runs(2 * MILLI, frame -> List.of(FakeHost.x(BOX, frame + 1, frame)))
                .starts();
        stage.frames(4);
        long second = times.get(1);
        boolean isWhileDrawing =
                stage.renderer().drawn().stream()
                        .anyMatch(drawn -> drawn > second && drawn - second < 10 * MILLI);
        assertEquals(isBeforeDrawn, isWhileDrawing);
    }

    @Test
    void messagesAreMergedWhileTheGpuDrawsTheFrameBefore() {
        checkMerged(FrameStrategy.RECEIVE_WHILE_DRAWING, true);
    }

    @Test
    void inTheOtherStrategiesMessagesWaitUntilTheGpuHasDrawn() {
        checkMerged(FrameStrategy.SEND_BESIDE_RENDER, false);
    }

    private FrameFigures figures(FrameStrategy strategy, int scenes) {
        set(strategy, FrameQuota.USUAL);
        stage.renderer().takes(MILLI, 10 * MILLI);
        for (int i = 0; i < scenes; i++) {
            var played = stage.playAt(20 * i, false);
            PlayStage.hears(
                    played,
                    changes -> stage.clock().spend(PlayStage.isOfBox(changes) ? MILLI / 20 : 0));
            played.script()
                    .runs(4 * MILLI, frame -> List.of(FakeHost.x(BOX, frame + 1, frame)))
                    .starts();
        }
        stage.clock().spend(5 * MILLI);
        for (int frame = 0; frame < 40; frame++) {
            if (frame % 8 == 0) {
                stage.schedule().input();
            }
            stage.schedule().frame();
        }
        stage.close();
        return stage.schedule().figures();
    }

    private void checkDropped(int scenes) {
        var naive = figures(FrameStrategy.NAIVE, scenes);
        var recommended = figures(FrameStrategy.RECEIVE_WHILE_DRAWING, scenes);
        assertEquals(20L * scenes, naive.dropped());
        assertEquals(0, recommended.dropped());
        assertEquals(40L * scenes, recommended.answers());
    }

    @Test
    void ofOneSceneTheNaiveStrategyDropsHalfAndTheRecommendedOneNone() {
        checkDropped(1);
    }

    @Test
    void ofFourScenesTheNaiveStrategyDropsHalfAndTheRecommendedOneNone() {
        checkDropped(4);
    }

    @Test
    void ofTwentyScenesTheNaiveStrategyDropsHalfAndTheRecommendedOneNone() {
        checkDropped(20);
    }

    @Test
    void whoReceivesWhileTheGpuDrawsWaitsLessForIt() {
        var beside = figures(FrameStrategy.SEND_BESIDE_RENDER, 20).waitedForGpu();
        var recommended = figures(FrameStrategy.RECEIVE_WHILE_DRAWING, 20).waitedForGpu();
        assertTrue(recommended.plusMillis(30).compareTo(beside) < 0, beside + " " + recommended);
    }

    @Test
    void anInputHasItsEffectEarlierInTheRecommendedStrategy() {
        var naive = figures(FrameStrategy.NAIVE, 4);
        var recommended = figures(FrameStrategy.RECEIVE_WHILE_DRAWING, 4);
        assertEquals(20, recommended.inputs());
        assertTrue(
                recommended.inputDelay().plusMillis(3).compareTo(naive.inputDelay()) < 0,
                naive.inputDelay() + " " + recommended.inputDelay());
    }
}
