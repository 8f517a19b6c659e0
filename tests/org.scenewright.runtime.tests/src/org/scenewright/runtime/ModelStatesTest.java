// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Loading;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Pose;
import org.scenewright.schema.FieldPath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/** What scenes hear of their models, and of where the pointer is. */
class ModelStatesTest {
    private static final String STATE = "core::GltfContainerLoadingState";

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private double state() {
        return stage.told(BOX, STATE).number("currentState", -1);
    }

    private void shows() {
        stage.puts(BOX, "core::GltfContainer", "{\"src\": \"tree.glb\"}").answered();
    }

    @Test
    void aModelIsLoadedAndThenThere() {
        stage.bodies().loads(Bodies.Load.LOADING);
        shows();
        assertEquals(1, state());
        stage.bodies().loads(Bodies.Load.FINISHED);
        stage.frames(1);
        assertEquals(4, state());
    }

    @Test
    void aModelThatIsMissingIsTold() {
        stage.bodies().loads(Bodies.Load.NOT_FOUND);
        shows();
        assertEquals(2, state());
    }

    @Test
    void whatIsReadOfAFileIsTold() {
        check(Bodies.Load.UNKNOWN, new Loading.None<>());
        check(Bodies.Load.LOADING, new Loading.Pending<>());
        check(Bodies.Load.NOT_FOUND, new Loading.Missing<>("gone"));
        check(Bodies.Load.FINISHED_WITH_ERROR, new Loading.Failed<>("broken", Bounds.EMPTY));
        check(Bodies.Load.FINISHED, new Loading.Ready<>("a tree"));
    }

    private static void check(Bodies.Load expected, Loading<String> loading) {
        assertEquals(expected, Bodies.Load.of(loading));
    }

    @Test
    void nothingIsToldTwice() {
        stage.bodies().loads(Bodies.Load.FINISHED);
        shows();
        stage.frames(5);
        assertEquals(1, stage.tellings(BOX, STATE));
    }

    @Test
    void aModelThatIsTakenAwayHasNoState() {
        stage.bodies().loads(Bodies.Load.FINISHED);
        shows();
        stage.removes(BOX, "core::GltfContainer").answered();
        assertEquals(1, stage.removals(BOX, STATE));
    }

    /** What people see of the state, and its value. */
    private double seen() {
        return stage.play()
                .snapshot()
                .value(BOX, STATE)
                .map(value -> value.number("currentState", -1))
                .orElse(-1.0);
    }

    @Test
    void whatAScriptIsAnsweredCanBeSeenInTheRunningScene() {
        var heard = new ArrayList<Change>();
        stage.hears(changes -> heard.addAll(changes.list()));
        stage.bodies().loads(Bodies.Load.FINISHED);
        shows();
        assertEquals(4, seen());
        assertTrue(
                heard.stream()
                        .anyMatch(
                                change ->
                                        change instanceof Change.Written w
                                                && w.component().equals(STATE)));
        stage.removes(BOX, "core::GltfContainer").answered();
        assertEquals(-1, seen());
    }

    @Test
    void whatAScriptIsAnsweredCannotBeKept() {
        stage.bodies().loads(Bodies.Load.FINISHED);
        shows();
        assertTrue(stage.play().keep(BOX, STATE, FieldPath.of("currentState")).isEmpty());
    }

    @Test
    void whatNeverChangesIsSeenFromTheBeginning() {
        var now = stage.play().snapshot();
        assertTrue(now.value(Entity.ROOT, "core::RealmInfo").isPresent());
        assertTrue(now.value(Entity.CAMERA, "core::CameraMode").isPresent());
    }

    @Test
    void thePointerIsToldWhereItIs() {
        aims(100, 50);
        aims(130, 40);
        var info = stage.told(Entity.ROOT, "core::PrimaryPointerInfo");
        assertEquals(130, info.number("screenCoordinates.x", 0));
        assertEquals(30, info.number("screenDelta.x", 0));
        assertEquals(-10, info.number("screenDelta.y", 0));
        assertEquals(1, info.number("worldRayDirection.z", 0));
        assertEquals(1, info.number("pointerType", 0));
    }

    private void aims(double x, double y) {
        var ray = new Bodies.Beam(new Pose.Vec(0, 0, 0), new Pose.Vec(0, 0, 1), 1000);
        stage.physics().aim(new ScenePhysics.Aim(ray, x, y, ScenePhysics.Reach.OF_PLAYER));
        stage.frames(1);
    }
}
