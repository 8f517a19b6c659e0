// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Parcel;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSettings;

import java.nio.file.Path;

/**
 * What is to be played and how.
 *
 * @param session the open scene, whose document stays as it is
 * @param bundle the JavaScript file that {@code scene.json} names
 * @param isGlobal whether it comes before all scenes that stand somewhere
 * @param origin where the corner of its base parcel is in the world, in metres
 * @param pace how its time passes
 * @param calls what answers its questions to {@code ~system}
 */
public record PlayPlan(
        SceneSession session,
        Path bundle,
        boolean isGlobal,
        Pose.Vec origin,
        Pace pace,
        SystemCalls calls) {

    /** How the time of a scene passes from frame to frame; the first takes none. */
    public enum Pace {
        /** As on the clock. */
        REAL,
        /** A thirtieth of a second, however long a frame takes. */
        FIXED
    }

    /** A plan for a scene that stands alone in the world, with its base at the world's origin. */
    public static PlayPlan alone(SceneSession session, Path bundle, SystemCalls calls) {
        return new PlayPlan(session, bundle, false, new Pose.Vec(0, 0, 0), Pace.REAL, calls);
    }

    /** This plan for a scene that stands on its parcels, among others. */
    public PlayPlan atItsParcels() {
        return atItsParcels(new Parcel(0, 0));
    }

    /**
     * This plan for a scene that stands on its parcels, in a world that has its origin elsewhere.
     *
     * @param world the parcel whose corner is the origin of the world
     */
    public PlayPlan atItsParcels(Parcel world) {
        var base = SceneSettings.of(session.snapshot().settings()).base();
        double x = (base.x() - world.x()) * Parcel.SIDE;
        double z = (base.y() - world.y()) * Parcel.SIDE;
        var corner = new Pose.Vec(x, 0, z);
        return new PlayPlan(session, bundle, isGlobal, corner, pace, calls);
    }

    /** This plan for a scene that comes before all that stand somewhere. */
    public PlayPlan global() {
        return new PlayPlan(session, bundle, true, origin, pace, calls);
    }

    public PlayPlan with(Pace other) {
        return new PlayPlan(session, bundle, isGlobal, origin, other, calls);
    }
}
