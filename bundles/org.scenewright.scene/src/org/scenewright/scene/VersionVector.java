// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody had seen when they wrote: for every author the last batch up to which they had all.
 *
 * @param last from an author's address to the number of a batch, from 1
 */
public record VersionVector(Map<String, Long> last) {
    public static final VersionVector NOTHING = new VersionVector(Map.of());

    public VersionVector {
        last = Map.copyOf(last);
    }

    /** Whether a batch was seen. */
    public boolean covers(String author, long sequence) {
        return last.getOrDefault(author, 0L) >= sequence;
    }

    public VersionVector with(String author, long sequence) {
        return joined(new VersionVector(Map.of(author, sequence)));
    }

    /** What both together had seen. */
    public VersionVector joined(VersionVector other) {
        if (other.last.entrySet().stream().allMatch(e -> covers(e.getKey(), e.getValue()))) {
            return this;
        }
        var both = new TreeMap<>(last);
        other.last.forEach((author, sequence) -> both.merge(author, sequence, Math::max));
        return new VersionVector(both);
    }
}
