// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

/**
 * From where the world is seen, and on what.
 *
 * @param player the feet of the player, in the world
 * @param camera the camera, in the world
 * @param isThirdPerson whether the camera stands behind the player
 * @param isPointerLocked whether the pointer turns the camera
 * @param canvas what is drawn on
 */
public record Viewer(
        Pose player, Pose camera, boolean isThirdPerson, boolean isPointerLocked, Canvas canvas) {

    /**
     * What is drawn on.
     *
     * @param width in pixels
     * @param height in pixels
     * @param pixelRatio pixels of the device for each
     */
    public record Canvas(int width, int height, float pixelRatio) {}

    /** Somebody who stands in the world's origin, before a usual screen. */
    public static final Viewer USUAL =
            new Viewer(Pose.IDENTITY, Pose.IDENTITY, false, false, new Canvas(1280, 720, 1));

    /** The same, seen from a scene whose base stands elsewhere. */
    Viewer from(Pose.Vec origin) {
        return new Viewer(
                moved(player, origin),
                moved(camera, origin),
                isThirdPerson,
                isPointerLocked,
                canvas);
    }

    /** A pose as it is seen from somewhere else. */
    static Pose moved(Pose pose, Pose.Vec origin) {
        var at = pose.position();
        var moved = new Pose.Vec(at.x() - origin.x(), at.y() - origin.y(), at.z() - origin.z());
        return new Pose(moved, pose.rotation(), pose.scale());
    }
}
