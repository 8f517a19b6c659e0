// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3fc;
import org.scenewright.crdt.Entity;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody else who works at the scene, as a viewport shows them.
 *
 * @param name what stands above their camera
 * @param color theirs, sRGB as 0xRRGGBB
 * @param selection what they have selected
 * @param sight where they look from
 * @param pointer what they point at
 * @param holding what they drag at the moment
 */
public record Colleague(
        String name,
        int color,
        Set<Entity> selection,
        Optional<Sightline> sight,
        Optional<Sightline> pointer,
        Set<Entity> holding) {
    public Colleague {
        selection = Set.copyOf(selection);
        holding = Set.copyOf(holding);
    }

    /** A line from an eye to what it looks at, in metres. */
    public record Sightline(Vector3fc from, Vector3fc to) {}
}
