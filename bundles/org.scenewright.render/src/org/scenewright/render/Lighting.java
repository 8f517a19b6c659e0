// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;

import java.util.List;

/**
 * The light of one picture; colours are linear and already multiplied by intensity.
 *
 * <p>A white surface that faces light of colour 1 shows as 1. A lamp's colour is its light at one
 * metre; it falls with the square of the distance and fades to nothing at its range.
 *
 * @param sunDirection the direction in which sunlight travels
 * @param sky ambient light from above
 * @param ground ambient light from below
 * @param lamps the lights of the scene that matter most, at most 16
 */
public record Lighting(
        Vector3fc sunDirection, Vector3fc sun, Vector3fc sky, Vector3fc ground, List<Lamp> lamps) {

    /**
     * A point or spot light.
     *
     * @param direction in which a spot shines
     * @param range metres after which nothing is lit
     * @param cosInner cosine of the angle up to which a spot is full; -1 for a point light
     * @param cosOuter cosine of the angle at which a spot ends; -1 for a point light
     */
    public record Lamp(
            Vector3f position,
            Vector3f direction,
            Vector3f color,
            float range,
            float cosInner,
            float cosOuter) {}
}
