// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Box of a scene shows a flower, whose clips take two seconds (bend) and four (spin); a frame
 * takes a millisecond.
 */
class AnimatorsTest {
    private static final ComponentType MODEL = type("core::GltfContainer");
    private static final ComponentType ANIMATOR = type("core::Animator");

    @TempDir Path directory;
    private final AtomicInteger listeners = new AtomicInteger();
    private AssetLibrary library;
    private PlayStage stage;
    private PlayStage.Played played;
    private final List<CrdtMessage> next = new ArrayList<>();
    private int time;

    private static ComponentType type(String name) {
        return CoreComponents.load().find(name).orElseThrow();
    }

    @BeforeEach
    void play() throws IOException {
        Files.write(directory.resolve("flower.glb"), SampleRig.glb());
        library = new AssetLibrary(directory);
        stage = new PlayStage(directory, new FolderModels(library, listeners));
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
        stage.frames(2);
    }

    @AfterEach
    void close() {
        stage.close();
        library.close();
    }

    /** Sets a component; with the last of the two frames it counts. */
    private void sets(ComponentType type, String json) {
        byte[] bytes = type.codec().toBytes(ValueJson.parse(json.replace('\'', '"')));
        next.add(new CrdtMessage.PutComponent(BOX, type.id(), ++time, bytes));
        stage.frames(2);
    }

    private void flower() {
        sets(MODEL, "{'src':'flower.glb'}");
        library.settled().join();
    }

    private void animator(String... states) {
        sets(ANIMATOR, "{'states':[%s]}".formatted(String.join(",", states)));
    }

    private static String state(String clip, String more) {
        return "{'clip':'%s','playing':true%s}".formatted(clip, more);
    }

    private static String stopped(String clip, String more) {
        return "{'clip':'%s','playing':false%s}".formatted(clip, more);
    }

    private Posture posture() {
        return stage.schedule().postures(played.play()).get(BOX);
    }

    /** What the Box stands by now: number of the clip, its time, its weight. */
    private void check(double... expected) {
        var clips = posture().clips();
        assertEquals(expected.length / 3, clips.size(), clips.toString());
        for (int i = 0; i < clips.size(); i++) {
            var clip = clips.get(i);
            double[] actual = {clip.clip(), clip.seconds(), clip.weight()};
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[i * 3 + k], actual[k], 0.0101, clips.toString());
            }
        }
    }

    private boolean isPlaying(int state) {
        var animator = played.now().value(BOX, ANIMATOR.name()).orElse(Value.EMPTY);
        return animator.items("states").get(state).flag("playing", false);
    }

    @Test
    void aSceneWithoutModelsHasNoPostures() {
        stage.frames(10);
        assertTrue(stage.schedule().postures(played.play()).isEmpty());
    }

    @Test
    void withoutAnAnimatorTheFirstClipGoesOnAndOn() {
        flower();
        stage.frames(500);
        check(0, 0.5, 1);
        stage.frames(2000);
        check(0, 0.5, 1);
    }

    @Test
    void withAnAnimatorOnlyWhatIsPlayingGoesOn() {
        flower();
        animator(stopped("bend", ""), state("spin", ""));
        stage.frames(300);
        check(1, 0.3, 1);
    }

    @Test
    void anAnimatorThatPlaysNothingLeavesItAtRest() {
        flower();
        animator();
        stage.frames(300);
        check();
    }

    @Test
    void speedAndWeightCount() {
        flower();
        animator(state("bend", ",'speed':0.5,'weight':0.25"), state("spin", ",'speed':2"));
        stage.frames(1000);
        check(0, 0.5, 0.25, 1, 2, 1);
    }

    @Test
    void aNegativeSpeedBeginsAtTheEnd() {
        flower();
        animator(state("bend", ",'speed':-1"));
        stage.frames(500);
        check(0, 1.5, 1);
    }

    @Test
    void whatDoesNotLoopStopsAtItsEnd() {
        flower();
        animator(state("bend", ",'loop':false"));
        stage.frames(2500);
        check(0, 2, 1);
    }

    @Test
    void theScriptHearsThatItHasStopped() {
        flower();
        animator(state("bend", ",'loop':false"), state("spin", ""));
        stage.frames(1900);
        assertTrue(isPlaying(0), "before");
        stage.frames(200);
        assertFalse(isPlaying(0), "after");
        assertTrue(isPlaying(1), "the other");
        check(1, 2.1, 1);
    }

    @Test
    void whatHasStoppedBeginsAnewWhenItIsPlayedAgain() {
        flower();
        animator(state("bend", ",'loop':false"));
        stage.frames(2500);
        time += 5;
        animator(state("bend", ",'loop':false"));
        stage.frames(300);
        check(0, 0.3, 1);
    }

    @Test
    void whatIsStoppedStaysAsItIsAndGoesOnFromThere() {
        flower();
        animator(state("bend", ""));
        stage.frames(500);
        animator(stopped("bend", ""));
        stage.frames(500);
        check(0, 0.5, 1);
        animator(state("bend", ""));
        stage.frames(500);
        check(0, 1, 1);
    }

    @Test
    void whatIsResetBeginsAnew() {
        flower();
        animator(state("bend", ""));
        stage.frames(500);
        animator(stopped("bend", ""));
        animator(state("bend", ",'shouldReset':true"));
        stage.frames(300);
        check(0, 0.3, 1);
    }

    @Test
    void whatIsStoppedAndResetGoesBack() {
        flower();
        animator(state("bend", ""));
        stage.frames(500);
        animator(stopped("bend", ",'shouldReset':true"));
        stage.frames(300);
        check(0, 0, 1);
    }

    @Test
    void whatGoesOnIsNotReset() {
        flower();
        animator(state("bend", ",'shouldReset':true"));
        stage.frames(500);
        animator(state("bend", ",'shouldReset':true,'weight':0.5"));
        stage.frames(500);
        check(0, 1, 0.5);
    }

    @Test
    void clipsThatTheModelDoesNotHaveAreLeftOut() {
        flower();
        animator(state("fly", ""), state("Bend", ""), state("", ""));
        stage.frames(100);
        check();
    }

    @Test
    void theLastStateOfAClipCounts() {
        flower();
        animator(stopped("bend", ""), state("bend", ",'speed':0"));
        stage.frames(100);
        check(0, 0, 1);
    }

    @Test
    void absurdNumbersDoNoHarm() {
        flower();
        animator(state("bend", ",'speed':1e300,'weight':1e300"), state("spin", ",'speed':-1e300"));
        stage.frames(100);
        assertTrue(posture().clips().stream().allMatch(c -> c.seconds() >= 0 && c.seconds() <= 4));
    }

    @Test
    void aPauseStopsTheTimeAndAStepPassesSome() {
        flower();
        stage.frames(500);
        played.play().pause();
        stage.frames(5);
        float before = posture().clips().getFirst().seconds();
        stage.frames(500);
        assertEquals(before, posture().clips().getFirst().seconds());
        played.play().step();
        stage.frames(5);
        assertEquals(before + 1 / 30f, posture().clips().getFirst().seconds(), 0.01);
    }

    @Test
    void anotherModelOrNoneEndsIt() {
        flower();
        stage.frames(100);
        sets(MODEL, "{'src':'none.glb'}");
        library.settled().join();
        stage.frames(2);
        assertTrue(stage.schedule().postures(played.play()).isEmpty());
    }

    @Test
    void anEntityThatIsGoneStandsNoLonger() {
        flower();
        stage.frames(100);
        next.add(new CrdtMessage.DeleteEntity(BOX));
        stage.frames(2);
        assertTrue(stage.schedule().postures(played.play()).isEmpty());
    }

    @Test
    void aModelThatIsBuiltAnewBeginsAnew() throws IOException {
        sets(MODEL, "{'src':'late.glb'}");
        library.settled().join();
        stage.frames(10);
        assertTrue(stage.schedule().postures(played.play()).isEmpty());
        Files.write(directory.resolve("late.glb"), SampleRig.glb());
        library.forget("late.glb");
        stage.frames(1);
        library.settled().join();
        stage.frames(200);
        check(0, 0.2, 1);
    }

    @Test
    void collidersGoAlong() {
        flower();
        stage.frames(300);
        assertEquals(posture(), stage.bodies().postures().get(BOX));
        sets(MODEL, "{'src':''}");
        assertTrue(stage.bodies().postures().isEmpty());
    }

    @Test
    void inTheEndItStandsAsItStoodAndNothingIsHeldAnyMore() {
        flower();
        stage.frames(300);
        assertEquals(1, listeners.get());
        played.play().close();
        stage.schedule().end();
        assertEquals(0, listeners.get());
        check(0, 0.3, 1);
    }

    @Test
    void theRendererHearsThatSomethingMoves() {
        flower();
        stage.frames(5);
        int before = stage.renderer().animated();
        stage.frames(10);
        assertEquals(before + 10, stage.renderer().animated());
        animator(stopped("bend", ""));
        stage.frames(3);
        int still = stage.renderer().animated();
        stage.frames(10);
        assertEquals(still, stage.renderer().animated());
    }
}
