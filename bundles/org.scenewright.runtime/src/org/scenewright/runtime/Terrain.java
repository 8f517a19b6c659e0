// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a player walks on and bumps into; on the thread of the frames. */
interface Terrain {

    /**
     * One triangle of it, in the world, solid from both sides.
     *
     * @param carrier where that is by now which the triangle belongs to; nothing where that does
     *     not move, or is no more
     */
    record Facet(Pose.Vec a, Pose.Vec b, Pose.Vec c, Supplier<Optional<Pose>> carrier) {

        /** The upward side, of length 1; of no length where the corners are in line. */
        Pose.Vec up() {
            var across = b.minus(a).cross(c.minus(a));
            double length = across.length();
            double sign = across.y() < 0 ? -1 : 1;
            return length < 1e-12 ? new Pose.Vec(0, 0, 0) : across.scaled(sign / length);
        }
    }

    /** The triangles that may reach into a box; some that do not may be among them. */
    List<Facet> within(Bodies.Space space);

    /** How far one gets on a beam before something is in the way. */
    double clear(Bodies.Beam beam);
}
