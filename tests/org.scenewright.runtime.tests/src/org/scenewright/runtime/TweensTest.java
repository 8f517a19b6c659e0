// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.scene.Pose;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Box of a scene is moved by tweens that a script sets; a frame takes a millisecond. */
class TweensTest {
    private static final ComponentType TWEEN =
            CoreComponents.load().find("core::Tween").orElseThrow();
    private static final ComponentType STATE =
            CoreComponents.load().find("core::TweenState").orElseThrow();
    private static final String ALONG_X =
            """
            {"duration": 100, "easingFunction": 0, "mode": {"$case": "move", "move":
             {"start": {"x": 0, "y": 0, "z": 0}, "end": {"x": 10, "y": 0, "z": 0}}}}\
            """;

    @TempDir Path directory;
    private PlayStage stage;
    private PlayStage.Played played;
    private final List<CrdtMessage> next = new ArrayList<>();
    private int time;

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
        stage.frames(2);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Sets a tween, which begins with the next frame; a frame is over by then. */
    private void sets(String tween) {
        byte[] bytes = TWEEN.codec().toBytes(ValueJson.parse(tween));
        next.add(new CrdtMessage.PutComponent(BOX, TWEEN.id(), ++time, bytes));
        stage.frames(2);
    }

    private List<CrdtMessage> told(ComponentId component) {
        return played.script().replies().stream()
                .flatMap(List::stream)
                .filter(
                        message ->
                                message instanceof CrdtMessage.PutComponent put
                                        && put.component().equals(component))
                .toList();
    }

    private Value state() {
        var last = (CrdtMessage.PutComponent) told(STATE.id()).getLast();
        return STATE.codec().fromBytes(last.data());
    }

    private static void check(Pose.Quat expected, Pose.Quat actual) {
        assertEquals(expected.x(), actual.x(), 1e-4);
        assertEquals(expected.y(), actual.y(), 1e-4);
        assertEquals(expected.z(), actual.z(), 1e-4);
        assertEquals(expected.w(), actual.w(), 1e-4);
    }

    @Test
    void aTweenMovesInItsTime() {
        sets(ALONG_X);
        double before = played.x();
        stage.frames(50);
        assertEquals(before + 5, played.x(), 1e-4);
    }

    @Test
    void theScriptHearsWhereItIsAndHowFar() {
        sets(ALONG_X);
        stage.frames(50);
        assertEquals(0, state().number("state", 9));
        assertEquals(played.x() / 10, state().number("currentTime", 9), 1e-4);
        assertTrue(told(FakeHost.TRANSFORM).size() > 40);
    }

    @Test
    void aTweenEndsWhereItEndsAndSaysSoOnce() {
        sets(ALONG_X);
        stage.frames(300);
        assertEquals(10, played.x());
        assertEquals(1, state().number("state", 9));
        assertEquals(1, state().number("currentTime", 9));
        int told = told(STATE.id()).size();
        stage.frames(100);
        assertEquals(told, told(STATE.id()).size());
    }

    @Test
    void whatTheScriptWritesAfterTheEndStays() {
        sets(ALONG_X);
        stage.frames(300);
        next.add(FakeHost.x(BOX, 5000, 3));
        stage.frames(3);
        assertEquals(3, played.x());
    }

    @Test
    void aTweenThatIsPausedStaysAndGoesOnFromThere() {
        sets(ALONG_X);
        stage.frames(50);
        double paused = played.x();
        sets(ALONG_X.replace("\"easing", "\"playing\": false, \"easing"));
        double stays = played.x();
        stage.frames(50);
        assertEquals(stays, played.x());
        assertEquals(2, state().number("state", 9));
        assertEquals(paused, stays, 0.3);
        sets(ALONG_X);
        stage.frames(10);
        assertTrue(played.x() > stays && played.x() < stays + 2);
    }

    @Test
    void anotherTweenBeginsAnew() {
        sets(ALONG_X);
        stage.frames(300);
        sets(ALONG_X.replace("10,", "20,"));
        stage.frames(50);
        assertEquals(10, played.x(), 0.5);
        assertEquals(0, state().number("state", 9));
    }

    @Test
    void aTweenCanBeginInItsMiddle() {
        sets(ALONG_X.replace("\"easing", "\"currentTime\": 0.5, \"easing"));
        assertEquals(5, played.x(), 0.3);
    }

    @Test
    void aRotationTakesTheShortestWay() {
        sets(
                """
                {"duration": 100, "easingFunction": 0, "mode": {"$case": "rotate", "rotate":
                 {"start": {"x": 0, "y": 0, "z": 0, "w": 1},
                  "end": {"x": 0, "y": -1, "z": 0, "w": 0}},
                 "currentTime": 0}, "playing": false, "currentTime": 0.5}\
                """);
        double half = Math.sqrt(0.5);
        check(new Pose.Quat(0, -half, 0, half), played.now().pose(BOX).rotation());
    }

    @Test
    void aSizeGrows() {
        sets(
                """
                {"duration": 100, "easingFunction": 1, "mode": {"$case": "scale", "scale":
                 {"start": {"x": 0, "y": 0, "z": 0}, "end": {"x": 8, "y": 4, "z": 2}}},
                 "playing": false, "currentTime": 0.5}\
                """);
        assertEquals(new Pose.Vec(2, 1, 0.5), played.now().pose(BOX).scale());
    }

    @Test
    void whatFacesItsDirectionLooksWhereItGoes() {
        sets(ALONG_X.replace("\"start\"", "\"faceDirection\": true, \"start\""));
        double half = Math.sqrt(0.5);
        check(new Pose.Quat(0, half, 0, half), played.now().pose(BOX).rotation());
    }

    @Test
    void whatSpinsGoesOnWithoutEnd() {
        sets(
                """
                {"duration": 0, "easingFunction": 0, "mode": {"$case": "rotateContinuous",
                 "rotateContinuous": {"direction": {"x": 0, "y": 0, "z": 0, "w": 1},
                  "speed": 90}}}\
                """);
        stage.frames(998);
        double half = Math.toRadians(90) / 2;
        var rotation = played.now().pose(BOX).rotation();
        assertEquals(Math.sin(half), rotation.y(), 2e-3);
        assertEquals(0, state().number("state", 9));
    }

    @Test
    void whatDriftsStartsFromWhereItIs() {
        sets(
                """
                {"duration": 0, "easingFunction": 0, "mode": {"$case": "moveContinuous",
                 "moveContinuous": {"direction": {"x": 1, "y": 0, "z": 0}, "speed": 2}}}\
                """);
        double before = played.x();
        stage.frames(100);
        assertEquals(before + 0.2, played.x(), 1e-4);
    }

    @Test
    void aTweenThatIsGoneHasNoState() {
        sets(ALONG_X);
        next.add(new CrdtMessage.DeleteComponent(BOX, TWEEN.id(), ++time));
        stage.frames(3);
        double at = played.x();
        stage.frames(20);
        assertEquals(at, played.x());
        assertTrue(
                played.script().replies().stream()
                        .flatMap(List::stream)
                        .anyMatch(
                                message ->
                                        message instanceof CrdtMessage.DeleteComponent gone
                                                && gone.component().equals(STATE.id())));
    }

    @Test
    void aPausedSceneMovesNothing() {
        sets(ALONG_X);
        played.play().pause();
        stage.frames(3);
        double at = played.x();
        stage.frames(50);
        assertEquals(at, played.x());
    }
}
