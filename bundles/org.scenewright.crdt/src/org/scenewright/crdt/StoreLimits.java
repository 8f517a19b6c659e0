// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/**
 * How much a store takes in before it refuses, so that no peer can fill the memory.
 *
 * <p>Strange is what the scene cannot use itself: components that nobody here knows, and entities
 * as peers number them. A deleted component still counts, as its deletion is kept.
 *
 * @param components the most components of entities that are kept, at most 134,217,728
 * @param bytes the most bytes that their values take
 * @param strangeComponents the most strange components that are kept beside those
 * @param strangeBytes the most bytes that their values take
 */
public record StoreLimits(int components, long bytes, int strangeComponents, long strangeBytes) {
    private static final long MOST_BYTES = 1L << 32;

    /** Room for every entity number with dozens of components. */
    public static final StoreLimits USUAL =
            new StoreLimits(4_000_000, 1L << 30, 500_000, 64L << 20);

    public StoreLimits {
        if (components < 0 || strangeComponents < 0 || components > Records.MOST / 2) {
            throw new IllegalArgumentException("components: " + components);
        }
        if (bytes < 0 || bytes > MOST_BYTES || strangeBytes < 0 || strangeBytes > MOST_BYTES) {
            throw new IllegalArgumentException("bytes: " + bytes + ", " + strangeBytes);
        }
    }
}
