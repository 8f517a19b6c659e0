// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Batch;
import org.scenewright.scene.VersionVector;

import java.util.List;

/**
 * What was written here of which another replica had not heard, when this one becomes as that one.
 *
 * @param heard the batches that count as part of what that one sent, whatever it says itself
 * @param kept what stays
 * @param lost what does not, as nobody would hear it; people are offered what it said
 */
public record Remnant(VersionVector heard, List<Batch> kept, List<Batch> lost) {
    public Remnant {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
    }

    /** What stays all. */
    public static Remnant of(VersionVector heard, List<Batch> kept) {
        return new Remnant(heard, kept, List.of());
    }
}
