// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Batch;

import java.util.List;

/**
 * What was written here of which another replica had not heard, when this one becomes as that one.
 *
 * @param kept what stays
 * @param lost what does not, as nobody would hear it; people are offered what it said
 */
public record Remnant(List<Batch> kept, List<Batch> lost) {
    public Remnant {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
    }

    /** What stays all. */
    public static Remnant of(List<Batch> kept) {
        return new Remnant(kept, List.of());
    }
}
