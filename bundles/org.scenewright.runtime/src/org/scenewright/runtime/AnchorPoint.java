// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

/**
 * Where things are worn by the player, on a body that stands upright with its arms down.
 *
 * <p>In the order of the numbers of the SDK; the right hand is where X grows, Z is ahead.
 */
enum AnchorPoint {
    POSITION(0, 0, 0),
    NAME_TAG(0, 2.05, 0),
    LEFT_HAND(-0.34, 0.82, 0.06),
    RIGHT_HAND(0.34, 0.82, 0.06),
    HEAD(0, 1.58, 0),
    NECK(0, 1.42, 0),
    SPINE(0, 1.05, 0),
    SPINE1(0, 1.15, 0),
    SPINE2(0, 1.28, 0),
    HIP(0, 0.95, 0),
    LEFT_SHOULDER(-0.1, 1.38, 0),
    LEFT_ARM(-0.24, 1.34, 0),
    LEFT_FOREARM(-0.3, 1.08, 0),
    LEFT_HAND_INDEX(-0.35, 0.74, 0.08),
    RIGHT_SHOULDER(0.1, 1.38, 0),
    RIGHT_ARM(0.24, 1.34, 0),
    RIGHT_FOREARM(0.3, 1.08, 0),
    RIGHT_HAND_INDEX(0.35, 0.74, 0.08),
    LEFT_UP_LEG(-0.1, 0.9, 0),
    LEFT_LEG(-0.1, 0.5, 0.02),
    LEFT_FOOT(-0.1, 0.08, 0),
    LEFT_TOE_BASE(-0.1, 0.02, 0.12),
    RIGHT_UP_LEG(0.1, 0.9, 0),
    RIGHT_LEG(0.1, 0.5, 0.02),
    RIGHT_FOOT(0.1, 0.08, 0),
    RIGHT_TOE_BASE(0.1, 0.02, 0.12);

    private final Pose.Vec place;

    AnchorPoint(double x, double y, double z) {
        place = new Pose.Vec(x, y, z);
    }

    /** The place by its number; the feet for what is none. */
    static AnchorPoint of(double number) {
        return number >= 0 && number < values().length ? values()[(int) number] : POSITION;
    }

    /** Where it is on somebody who stands somewhere. */
    Pose on(Pose player) {
        var one = Pose.IDENTITY;
        return player.times(new Pose(place, one.rotation(), one.scale()));
    }
}
