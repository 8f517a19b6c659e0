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
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/** What scenes hear of a player who walks, and what they make of it. */
class WalkTest {
    private static final Walk.Gaze BEHIND = new Walk.Gaze(0, 0, 3, false);
    private static final Stride NORTH =
            new Stride(0, 1, Stride.Gait.JOG, false, OptionalDouble.empty());
    private static final Pose.Vec ENTRANCE = new Pose.Vec(4, 0, 4);

    @TempDir Path directory;
    private PhysicsStage stage;

    private void play(Walk.Place entrance) throws IOException {
        stage = new PhysicsStage(directory.resolve("walked"), entrance);
    }

    @BeforeEach
    void play() throws IOException {
        play(new Walk.Place(ENTRANCE, Optional.empty()));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void again(Walk.Place entrance) throws IOException {
        stage.close();
        stage = new PhysicsStage(directory.resolve("again"), entrance);
    }

    private void walks(Stride stride) {
        stage.walk().look(Optional.of(BEHIND));
        stage.walk().go(stride);
    }

    private Pose.Vec told(Entity entity) {
        return Pose.of(stage.told(entity, SceneSnapshot.TRANSFORM)).position();
    }

    private static void assertAt(Pose.Vec expected, Pose.Vec actual, double within) {
        assertTrue(expected.minus(actual).length() <= within, expected + " is not " + actual);
    }

    @Test
    void whoEntersIsWherePeopleEnter() {
        stage.seconds(0.2);
        assertAt(ENTRANCE, told(Entity.PLAYER), 1e-3);
    }

    @Test
    void whoEntersLooksAtWhatTheSceneWants() throws IOException {
        again(new Walk.Place(ENTRANCE, Optional.of(new Pose.Vec(9, 0, 4))));
        stage.seconds(0.2);
        var turn = Pose.of(stage.told(Entity.PLAYER, SceneSnapshot.TRANSFORM)).rotation();
        assertAt(new Pose.Vec(1, 0, 0), turn.rotate(new Pose.Vec(0, 0, 1)), 1e-3);
    }

    @Test
    void theSceneHearsWhereThePlayerWalks() {
        walks(NORTH);
        stage.seconds(1);
        assertEquals(11, told(Entity.PLAYER).z(), 0.5);
    }

    @Test
    void whoLooksOnFromElsewhereLeavesThePlayerWhereItIs() {
        stage.seconds(0.2);
        stage.walk().go(NORTH);
        stage.seconds(1);
        assertAt(ENTRANCE, told(Entity.PLAYER), 1e-3);
    }

    @Test
    void thePlayerFallsOntoTheFloorOfTheScene() throws IOException {
        again(new Walk.Place(new Pose.Vec(4, 5, 4), Optional.empty()));
        stage.bodies().hasFloor(BOX, 3);
        stage.seconds(2);
        assertEquals(3, told(Entity.PLAYER).y(), 1e-3);
    }

    @Test
    void nobodyFallsBeforeTheModelsAreThere() throws IOException {
        again(new Walk.Place(new Pose.Vec(4, 5, 4), Optional.empty()));
        var models = new CompletableFuture<Boolean>();
        stage.renderer().loads(models);
        stage.seconds(2);
        assertEquals(5, stage.walk().standing().feet().y());
        models.complete(true);
        stage.seconds(2);
        assertEquals(0, stage.walk().standing().feet().y(), 1e-3);
    }

    @Test
    void nobodyIsMovedBelowTheGround() {
        stage.seconds(0.2);
        stage.walk().move(new Walk.Place(new Pose.Vec(4, -3, 4), Optional.empty()));
        stage.seconds(0.5);
        assertAt(ENTRANCE, told(Entity.PLAYER), 1e-3);
    }

    @Test
    void whoIsLostEntersAgain() {
        stage.seconds(0.2);
        for (double nowhere : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e9}) {
            stage.walk().move(new Walk.Place(new Pose.Vec(nowhere, 2, 4), Optional.empty()));
            stage.seconds(0.5);
            assertAt(ENTRANCE, told(Entity.PLAYER), 1e-3);
        }
    }

    @Test
    void thePlayerIsMovedAtOnce() {
        stage.seconds(0.2);
        var place = new Walk.Place(new Pose.Vec(9, 0, 2), Optional.empty());
        stage.walk().move(place);
        stage.seconds(0.1);
        assertAt(place.feet(), told(Entity.PLAYER), 1e-3);
        assertEquals(Optional.of(place), stage.walk().standing().moved());
    }

    private double mode() {
        return stage.told(Entity.CAMERA, "core::CameraMode").number("mode", -1);
    }

    @Test
    void theSceneHearsThroughWhoseEyesPeopleLook() {
        stage.walk().look(Optional.of(BEHIND));
        stage.seconds(0.2);
        assertEquals(1, mode());
        stage.walk().look(Optional.of(new Walk.Gaze(0, 0, 0, false)));
        stage.seconds(0.2);
        assertEquals(0, mode());
    }

    @Test
    void theSceneHearsWhetherThePointerTurnsTheCamera() {
        stage.walk().look(Optional.of(new Walk.Gaze(0, 0, 0, true)));
        stage.seconds(0.2);
        var lock = stage.told(Entity.CAMERA, "core::PointerLock");
        assertTrue(lock.flag("isPointerLocked", false));
    }

    @Test
    void aSceneThatForbidsToWalkIsObeyed() {
        walks(NORTH);
        stage.puts(
                Entity.PLAYER,
                "core::InputModifier",
                "{\"mode\": {\"$case\": \"standard\", \"standard\": {\"disableAll\": true}}}");
        stage.seconds(0.5);
        var then = told(Entity.PLAYER);
        stage.seconds(0.5);
        assertAt(then, told(Entity.PLAYER), 1e-3);
    }

    @Test
    void aSceneThatSetsSpeedsIsObeyed() {
        walks(NORTH);
        stage.puts(Entity.PLAYER, "core::AvatarLocomotionSettings", "{\"jogSpeed\": 1}");
        stage.seconds(0.5);
        assertEquals(1, stage.walk().standing().metresPerSecond(), 1e-6);
    }

    /** The Box is at 1.5, 0, 0; somebody enters and stands in it. */
    private Walk.Standing inBox(String component, String json) throws IOException {
        again(new Walk.Place(new Pose.Vec(1.5, 0, 0.2), Optional.empty()));
        stage.puts(BOX, component, json);
        stage.seconds(0.2);
        return stage.walk().standing();
    }

    @Test
    void anAreaDecidesAboutTheCamera() throws IOException {
        var area = "{\"area\": {\"x\": 2, \"y\": 4, \"z\": 2}, \"mode\": 0}";
        assertEquals(Optional.of(false), inBox("core::CameraModeArea", area).isThirdPerson());
        stage.walk().move(new Walk.Place(ENTRANCE, Optional.empty()));
        stage.seconds(0.2);
        assertEquals(Optional.empty(), stage.walk().standing().isThirdPerson());
    }

    private boolean isHidden(String excluded) throws IOException {
        return inBox(
                        "core::AvatarModifierArea",
                        """
                        {"area": {"x": 2, "y": 4, "z": 2}, "excludeIds": [%s], "modifiers": [0]}
                        """
                                .formatted(excluded))
                .isHidden();
    }

    @Test
    void anAreaHidesThePlayer() throws IOException {
        assertTrue(isHidden(""));
    }

    @Test
    void anAreaForOthersDoesNotHideThePlayer() throws IOException {
        assertFalse(isHidden('"' + ReservedEntities.ADDRESS + '"'));
    }

    /** What is seen through the Box, which is a camera at 1.5, 0, 0 that the scene has chosen. */
    private Shot seen(String camera) {
        stage.puts(BOX, "core::VirtualCamera", camera);
        stage.puts(Entity.CAMERA, "core::MainCamera", "{\"virtualCameraEntity\": 512}");
        stage.seconds(0.2);
        return stage.walk().standing().shot().orElseThrow();
    }

    @Test
    void aCameraOfTheSceneLooksAhead() {
        var shot = seen("{}");
        assertAt(new Pose.Vec(1.5, 0, 0), shot.eye(), 1e-6);
        assertAt(new Pose.Vec(0, 0, 1), shot.forward(), 1e-6);
        assertEquals(0, shot.duration(new Pose.Vec(9, 9, 9)));
    }

    @Test
    void aCameraOfTheSceneLooksAtAnEntity() {
        var shot = seen("{\"lookAtEntity\": 1}");
        var way = ENTRANCE.minus(new Pose.Vec(1.5, 0, 0));
        assertAt(way.scaled(1 / way.length()), shot.forward(), 1e-3);
    }

    @Test
    void theWayToACameraOfTheSceneTakesItsTime() {
        var mode =
                "{\"defaultTransition\": {\"transitionMode\": {\"$case\": \"%1$s\", \"%1$s\": 2}}}";
        var from = new Pose.Vec(1.5, 0, 8);
        assertEquals(2, seen(mode.formatted("time")).duration(from), 1e-6);
        assertEquals(4, seen(mode.formatted("speed")).duration(from), 1e-6);
    }

    @Test
    void aCameraThatIsNoneIsNotLookedThrough() {
        stage.puts(Entity.CAMERA, "core::MainCamera", "{\"virtualCameraEntity\": 512}");
        stage.seconds(0.2);
        assertEquals(Optional.empty(), stage.walk().standing().shot());
    }

    /** Where the Box is, which the player wears in some way. */
    private Pose.Vec worn(String attach) {
        walks(NORTH);
        stage.puts(BOX, "core::AvatarAttach", attach);
        stage.seconds(0.5);
        walks(Stride.NONE);
        stage.seconds(0.2);
        return told(BOX);
    }

    @Test
    void whatIsWornFollowsThePlayer() {
        var hand = worn("{\"anchorPointId\": 3}");
        assertAt(told(Entity.PLAYER).plus(new Pose.Vec(0.34, 0.82, 0.06)), hand, 0.01);
    }

    @Test
    void whatIsWornOnTheFeetIsAtTheFeet() {
        assertAt(told(Entity.PLAYER), new Pose.Vec(0, 0, 0), 20);
        var worn = worn("{\"anchorPointId\": 0, \"avatarId\": \"%s\"}".formatted(ours()));
        assertAt(told(Entity.PLAYER), worn, 0.01);
    }

    private static String ours() {
        return ReservedEntities.ADDRESS;
    }

    @Test
    void whatOthersWearStays() {
        assertEquals(0, worn("{\"anchorPointId\": 1, \"avatarId\": \"0x12\"}").y());
    }

    @Test
    void whoWalksIntoAnAreaIsHeardOf() throws IOException {
        again(new Walk.Place(new Pose.Vec(1.5, 0, -4), Optional.empty()));
        stage.puts(BOX, "core::TriggerArea", "{}").seconds(0.2);
        assertEquals(0, stage.appended(BOX, "core::TriggerAreaResult").size());
        walks(NORTH);
        stage.seconds(0.7);
        var first = stage.appended(BOX, "core::TriggerAreaResult").getFirst();
        assertEquals(0, first.number("eventType", -1));
    }

    @Test
    void aSceneThatIsGivenMoreLandIsThereToo() {
        var east = new Pose.Vec(24, 0, 8);
        stage.answered();
        assertTrue(stage.physics().sceneAt(east).isEmpty());
        var land = ValueJson.parse("[\"0,0\", \"1,0\"]");
        var edit = new Edit.Configure(FieldPath.parse("scene.parcels"), land);
        OpenScene.now(stage.play().plan().session().post(edit, Origin.USER));
        stage.answered();
        assertTrue(stage.physics().sceneAt(east).isPresent());
    }
}
