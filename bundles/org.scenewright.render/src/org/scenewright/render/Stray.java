// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;

import java.util.Locale;

/**
 * An entity that leaves the space of its scene.
 *
 * @param metres how far it reaches out
 * @param where that is, such as "east of the parcels"
 */
public record Stray(Entity entity, double metres, String where) {

    /** What people are told of it. */
    public String sentence(String name) {
        return name + " reaches " + far() + " " + where + ".";
    }

    private String far() {
        return metres > 10_000
                ? "over 10 km"
                : String.format(Locale.ROOT, metres < 10 ? "%.1f m" : "%.0f m", metres);
    }
}
