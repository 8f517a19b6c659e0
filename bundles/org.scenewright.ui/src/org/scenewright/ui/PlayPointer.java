// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.joml.Vector3fc;
import org.scenewright.render.Camera;
import org.scenewright.render.InputEvent;
import org.scenewright.runtime.Bodies;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.InputAction;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.scene.Pose;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the pointer does in a running scene: its left button is the scene's, all else the editor's;
 * GL thread.
 */
final class PlayPointer implements PlayInput {
    private static final double FAR_METRES = 1000;

    private final ScenePhysics physics;
    private final FrameSchedule schedule;
    private final BooleanSupplier isPlayers;
    private Optional<Spot> last = Optional.empty();
    private boolean isDown;

    /** A place in the picture, in pixels. */
    private record Spot(double x, double y) {}

    /**
     * @param isPlayers whether somebody walks, and points at things from where the player is
     */
    PlayPointer(ScenePhysics physics, FrameSchedule schedule, BooleanSupplier isPlayers) {
        this.physics = physics;
        this.schedule = schedule;
        this.isPlayers = isPlayers;
    }

    @Override
    public boolean takes(InputEvent event, Camera camera, Viewport.PixelSize size) {
        return switch (event) {
            case InputEvent.PointerDown down -> {
                aim(down.x(), down.y(), camera, size);
                yield isScenes(down) && press();
            }
            case InputEvent.PointerUp up -> {
                aim(up.x(), up.y(), camera, size);
                yield up.button() == InputEvent.Button.LEFT && release();
            }
            case InputEvent.PointerMoved moved -> {
                aim(moved.x(), moved.y(), camera, size);
                yield isDown;
            }
            case InputEvent.Left left -> {
                last = Optional.empty();
                physics.leave();
                yield false;
            }
            case InputEvent.Cancelled cancelled -> {
                release();
                yield false;
            }
            case InputEvent.Wheel w -> false;
            case InputEvent.KeyDown k -> false;
            case InputEvent.KeyUp k -> false;
        };
    }

    /** With Alt held it turns the camera, as always. */
    private static boolean isScenes(InputEvent.PointerDown down) {
        return down.button() == InputEvent.Button.LEFT && !down.modifiers().alt();
    }

    /** The pointer may rest while the camera goes on. */
    @Override
    public void pass(double seconds, Camera camera, Viewport.PixelSize size) {
        last.filter(spot -> isPlayers.getAsBoolean())
                .ifPresent(spot -> aim(spot.x(), spot.y(), camera, size));
    }

    private void aim(double x, double y, Camera camera, Viewport.PixelSize size) {
        last = Optional.of(new Spot(x, y));
        var ray = camera.ray(x, y, size.width(), size.height());
        var beam = new Bodies.Beam(place(ray.origin()), place(ray.direction()), FAR_METRES);
        var reach =
                isPlayers.getAsBoolean() ? ScenePhysics.Reach.OF_PLAYER : ScenePhysics.Reach.OF_EYE;
        physics.aim(new ScenePhysics.Aim(beam, x, y, reach));
    }

    private static Pose.Vec place(Vector3fc vector) {
        return new Pose.Vec(vector.x(), vector.y(), vector.z());
    }

    private boolean press() {
        isDown = true;
        physics.press(InputAction.POINTER);
        schedule.input();
        return true;
    }

    private boolean release() {
        boolean was = isDown;
        isDown = false;
        if (was) {
            physics.release(InputAction.POINTER);
            schedule.input();
        }
        return was;
    }
}
