// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/**
 * A place where visitors enter the scene.
 *
 * @param name what people call it
 * @param isDefault whether visitors enter here unless they ask for another place
 * @param x metres from the base parcel's corner to the east
 * @param y metres above ground
 * @param z metres from the base parcel's corner to the north
 * @param cameraTarget the point that visitors look at when they enter
 */
public record SpawnPoint(
        String name, boolean isDefault, Span x, Span y, Span z, Optional<Pose.Vec> cameraTarget) {

    /** A number that is drawn anew for each visitor, between two ends that may be the same. */
    public record Span(double from, double to) {

        /** Reads a number, a list of one or two numbers; zero for anything else. */
        static Span of(Optional<Value> value) {
            if (value.isPresent() && value.get() instanceof Value.Num(var number)) {
                return new Span(number, number);
            }
            var ends = value.map(list -> list.items("")).orElse(List.of());
            double from = ends.isEmpty() ? 0 : ends.getFirst().number("", 0);
            double to = ends.isEmpty() ? 0 : ends.getLast().number("", from);
            return new Span(Math.min(from, to), Math.max(from, to));
        }
    }
}
