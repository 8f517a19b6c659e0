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

/**
 * What the pointer does in a running scene: its left button is the scene's, all else the editor's;
 * GL thread.
 */
final class PlayPointer implements PlayInput {
    private static final double FAR_METRES = 1000;

    private final ScenePhysics physics;
    private final FrameSchedule schedule;
    private boolean isDown;

    PlayPointer(ScenePhysics physics, FrameSchedule schedule) {
        this.physics = physics;
        this.schedule = schedule;
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

    private void aim(double x, double y, Camera camera, Viewport.PixelSize size) {
        var ray = camera.ray(x, y, size.width(), size.height());
        var beam = new Bodies.Beam(place(ray.origin()), place(ray.direction()), FAR_METRES);
        physics.aim(new ScenePhysics.Aim(beam, x, y, ScenePhysics.Reach.OF_EYE));
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
