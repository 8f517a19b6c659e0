// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.joml.Vector3f;
import org.scenewright.render.Camera;
import org.scenewright.render.InputEvent;
import org.scenewright.render.InputEvent.Key;
import org.scenewright.render.StandIn;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.runtime.Stride;
import org.scenewright.runtime.Walk;
import org.scenewright.scene.Pose;

import java.util.Optional;

/**
 * The player of a running scene, whom people walk about with or look at from the editor's camera;
 * GL thread.
 */
final class PlayWalk implements PlayInput {
    private static final double TURN_POINTS_PER_SECOND = 400;
    private static final double SETTLES = 12;

    private final Walk walk;
    private final WalkKeys keys;
    private final WalkCamera camera = new WalkCamera();
    private Optional<View> before = Optional.empty();
    private Optional<InputEvent.Button> held = Optional.empty();
    private Walk.Standing standing;
    private Pose.Vec way = new Pose.Vec(0, 0, 0);
    private double gone;
    private double pace;
    private boolean isMoving;
    private double x;
    private double y;

    /** Where the editor's camera was. */
    private record View(Vector3f eye, Vector3f target) {}

    PlayWalk(Walk walk, ScenePhysics physics, FrameSchedule schedule) {
        this.walk = walk;
        this.keys = new WalkKeys(physics, schedule);
        this.standing = walk.standing();
    }

    /** Whether somebody walks. */
    boolean isOn() {
        return before.isPresent();
    }

    /** Lets people walk, or gives them back the camera as it was. */
    void turn(boolean on, Camera editor) {
        if (on && !isOn()) {
            before = Optional.of(new View(editor.eye(), editor.target()));
            camera.begin(standing);
            tell();
        } else if (!on && isOn()) {
            before.ifPresent(view -> editor.look(view.eye(), view.target()));
            before = Optional.empty();
            leave();
        }
    }

    private void leave() {
        letGo();
        walk.go(Stride.NONE);
        walk.look(Optional.empty());
    }

    private void letGo() {
        keys.releaseAll();
        hold(Optional.empty());
    }

    private void tell() {
        var gaze = camera.gaze(standing);
        walk.look(Optional.of(gaze));
        walk.go(keys.stride(gaze.yaw(), gaze.metres() == 0));
    }

    @Override
    public boolean takes(InputEvent event, Camera editor, Viewport.PixelSize size) {
        boolean isTaken = isOn() ? walks(event, editor, size) : looksOn(event);
        if (isOn()) {
            tell();
        }
        return isTaken;
    }

    /** Also for those who only look on, keys that the editor has no use for are the scene's. */
    private boolean looksOn(InputEvent event) {
        return switch (event) {
            case InputEvent.KeyDown(var key, var modifiers) -> {
                boolean isScenes =
                        WalkKeys.isFree(key) && modifiers.equals(InputEvent.Modifiers.NONE);
                if (isScenes) {
                    keys.press(key);
                }
                yield isScenes;
            }
            case InputEvent.KeyUp(var key, var modifiers) -> {
                keys.release(key);
                yield false;
            }
            case InputEvent.Cancelled c -> {
                keys.releaseAll();
                yield false;
            }
            case InputEvent.PointerDown d -> false;
            case InputEvent.PointerMoved m -> false;
            case InputEvent.PointerUp u -> false;
            case InputEvent.Wheel w -> false;
            case InputEvent.Left l -> false;
        };
    }

    /** The left button is left to the scene; everything else is of somebody who walks. */
    private boolean walks(InputEvent event, Camera editor, Viewport.PixelSize size) {
        switch (event) {
            case InputEvent.PointerDown down -> down(down);
            case InputEvent.PointerMoved moved -> moved(moved, size.zoom() / 100.0);
            case InputEvent.PointerUp up -> hold(held.filter(button -> button != up.button()));
            case InputEvent.Wheel wheel -> camera.zoom(wheel.amount());
            case InputEvent.KeyDown(var key, var modifiers) -> key(key, editor);
            case InputEvent.KeyUp(var key, var modifiers) -> keys.release(key);
            case InputEvent.Cancelled c -> letGo();
            case InputEvent.Left l -> {}
        }
        return !isPointers(event);
    }

    private void down(InputEvent.PointerDown down) {
        x = down.x();
        y = down.y();
        if (held.isEmpty() && !isScenes(down)) {
            hold(Optional.of(down.button()));
        }
    }

    private static boolean isScenes(InputEvent.PointerDown down) {
        return down.button() == InputEvent.Button.LEFT && !down.modifiers().alt();
    }

    private void hold(Optional<InputEvent.Button> button) {
        held = button;
        camera.holds(button.isPresent());
    }

    private static boolean isPointers(InputEvent event) {
        return switch (event) {
            case InputEvent.PointerDown down -> isScenes(down);
            case InputEvent.PointerUp up -> up.button() == InputEvent.Button.LEFT;
            case InputEvent.PointerMoved m -> true;
            case InputEvent.Left l -> true;
            case InputEvent.Cancelled c -> true;
            case InputEvent.Wheel w -> false;
            case InputEvent.KeyDown k -> false;
            case InputEvent.KeyUp k -> false;
        };
    }

    private void moved(InputEvent.PointerMoved event, double density) {
        if (held.isPresent()) {
            camera.turn((event.x() - x) / density, (event.y() - y) / density);
        }
        x = event.x();
        y = event.y();
    }

    private void key(Key key, Camera editor) {
        if (key == Key.ESCAPE) {
            turn(false, editor);
        } else if (key == Key.V) {
            camera.toggle();
        } else {
            keys.press(key);
        }
    }

    /** Tells where the player is in the scene that is about to be drawn, so that all fits. */
    void shown(Pose player) {
        var before = standing.feet();
        standing = walk.standing().at(player);
        way = standing.feet().minus(before);
    }

    @Override
    public void pass(double seconds, Camera editor, Viewport.PixelSize size) {
        gone += Math.min(1, Math.hypot(way.x(), way.z()));
        boolean isTurning = keys.turn() != 0;
        if (isOn()) {
            camera.turn(keys.turn() * TURN_POINTS_PER_SECOND * seconds, 0);
            camera.follow(standing, seconds, editor);
            tell();
        }
        // Legs come to rest a moment after the body.
        pace += (standing.metresPerSecond() - pace) * (1 - Math.exp(-SETTLES * seconds));
        isMoving =
                isOn() && (isTurning || !camera.isSettled())
                        || way.length() > 1e-4
                        || Math.abs(standing.metresPerSecond() - pace) > 0.05;
    }

    @Override
    public boolean isMoving() {
        return isMoving;
    }

    /** How the player is seen; not at all from its own eyes. */
    Optional<StandIn.Stance> stance() {
        boolean isSeen = !standing.isHidden() && (!isOn() || camera.seesPlayer(standing));
        var stance =
                new StandIn.Stance(
                        WalkCamera.vector(standing.feet()),
                        (float) standing.heading(),
                        (float) pace,
                        (float) (gone % 1000));
        return Optional.of(stance).filter(s -> isSeen);
    }
}
