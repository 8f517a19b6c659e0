// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.InputEvent.Key;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.InputAction;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.runtime.Stride;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The keys that somebody who walks holds, and what they are for the scene; GL thread. */
final class WalkKeys {
    private static final Map<Key, InputAction> ACTIONS =
            Map.ofEntries(
                    Map.entry(Key.W, InputAction.FORWARD),
                    Map.entry(Key.UP, InputAction.FORWARD),
                    Map.entry(Key.S, InputAction.BACKWARD),
                    Map.entry(Key.DOWN, InputAction.BACKWARD),
                    Map.entry(Key.A, InputAction.LEFT),
                    Map.entry(Key.D, InputAction.RIGHT),
                    Map.entry(Key.SPACE, InputAction.JUMP),
                    Map.entry(Key.CONTROL, InputAction.WALK),
                    Map.entry(Key.SHIFT, InputAction.MODIFIER),
                    Map.entry(Key.E, InputAction.PRIMARY),
                    Map.entry(Key.F, InputAction.SECONDARY),
                    Map.entry(Key.ONE, InputAction.ACTION_3),
                    Map.entry(Key.TWO, InputAction.ACTION_4),
                    Map.entry(Key.THREE, InputAction.ACTION_5),
                    Map.entry(Key.FOUR, InputAction.ACTION_6));

    /** Those that mean nothing to the editor either. */
    private static final Set<Key> FREE = EnumSet.of(Key.ONE, Key.TWO, Key.THREE, Key.FOUR);

    private final ScenePhysics physics;
    private final FrameSchedule schedule;
    private final Set<Key> held = EnumSet.noneOf(Key.class);

    WalkKeys(ScenePhysics physics, FrameSchedule schedule) {
        this.physics = physics;
        this.schedule = schedule;
    }

    /** Whether a key is the scene's also while nobody walks. */
    static boolean isFree(Key key) {
        return FREE.contains(key);
    }

    /** A key goes down; one that is held already only repeats. */
    void press(Key key) {
        if (held.add(key)) {
            action(key)
                    .ifPresent(
                            action -> {
                                physics.press(action);
                                schedule.input();
                            });
        }
    }

    void release(Key key) {
        if (held.remove(key)) {
            action(key)
                    .ifPresent(
                            action -> {
                                physics.release(action);
                                schedule.input();
                            });
        }
    }

    /** Lets go of all. */
    void releaseAll() {
        EnumSet.copyOf(held).forEach(this::release);
    }

    private static Optional<InputAction> action(Key key) {
        var action = ACTIONS.get(key);
        return action == null ? Optional.empty() : Optional.of(action);
    }

    private int both(Key one, Key other) {
        return held.contains(one) || held.contains(other) ? 1 : 0;
    }

    /** How much the keys turn the camera: 1 to the right, -1 to the left. */
    int turn() {
        return both(Key.RIGHT, Key.RIGHT) - both(Key.LEFT, Key.LEFT);
    }

    /**
     * What the player is to do.
     *
     * @param yaw where the camera looks, in radians; 0 is north and grows to the east
     * @param faces whether the body turns with the camera
     */
    Stride stride(double yaw, boolean faces) {
        double right = both(Key.D, Key.D) - both(Key.A, Key.A);
        double ahead = both(Key.W, Key.UP) - both(Key.S, Key.DOWN);
        double length = Math.max(1, Math.hypot(right, ahead));
        return new Stride(
                (right * Math.cos(yaw) + ahead * Math.sin(yaw)) / length,
                (ahead * Math.cos(yaw) - right * Math.sin(yaw)) / length,
                gait(),
                held.contains(Key.SPACE),
                faces ? OptionalDouble.of(yaw) : OptionalDouble.empty());
    }

    private Stride.Gait gait() {
        var slow = held.contains(Key.CONTROL) ? Stride.Gait.WALK : Stride.Gait.JOG;
        return held.contains(Key.SHIFT) ? Stride.Gait.RUN : slow;
    }
}
