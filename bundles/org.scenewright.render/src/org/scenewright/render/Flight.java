// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;

import java.util.EnumSet;
import java.util.Set;

/**
 * Flies the camera with keys while the right button is down; the wheel makes it faster or slower.
 */
final class Flight {
    private static final float SLOWEST = 0.25f;
    private static final float FASTEST = 200;
    private static final float PER_NOTCH = 1.25f;
    private static final float WITH_SHIFT = 4;

    private final Set<InputEvent.Key> held = EnumSet.noneOf(InputEvent.Key.class);
    private float metresPerSecond = 8;

    void press(InputEvent.Key key) {
        held.add(key);
    }

    void release(InputEvent.Key key) {
        held.remove(key);
    }

    void land() {
        held.clear();
    }

    void faster(double notches) {
        float speed = metresPerSecond * (float) Math.pow(PER_NOTCH, notches);
        metresPerSecond = Math.clamp(speed, SLOWEST, FASTEST);
    }

    float metresPerSecond() {
        return metresPerSecond;
    }

    boolean isMoving() {
        return direction().lengthSquared() > 0;
    }

    /** The way to fly in some time: right, up and forwards, in metres. */
    Vector3f way(double seconds) {
        boolean fast = held.contains(InputEvent.Key.SHIFT);
        float metres = metresPerSecond * (fast ? WITH_SHIFT : 1) * (float) seconds;
        return direction().normalize(metres);
    }

    private Vector3f direction() {
        var way = new Vector3f();
        for (var key : held) {
            switch (key) {
                case W, UP -> way.z += 1;
                case S, DOWN -> way.z -= 1;
                case D, RIGHT -> way.x += 1;
                case A, LEFT -> way.x -= 1;
                case E -> way.y += 1;
                case Q -> way.y -= 1;
                case F, R, V, X, HOME, ESCAPE, SHIFT, CONTROL, ALT -> {}
                case SPACE, ONE, TWO, THREE, FOUR -> {}
            }
        }
        return way;
    }
}
