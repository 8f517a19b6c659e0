// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/**
 * How much a store takes in before it refuses, so that no peer can fill the memory.
 *
 * <p>Strange is what the scene cannot use itself: components that nobody here knows, and entities
 * as peers number them. A deleted component still counts, as its deletion is kept.
 *
 * @param components the most components of entities that are kept, at most 6,000,000
 * @param bytes the most bytes that their values take
 * @param strangeComponents the most strange components that are kept beside those, as many at most
 * @param strangeBytes the most bytes that their values take
 */
public record StoreLimits(int components, long bytes, int strangeComponents, long strangeBytes) {
    // A strange component may bring a strange number and a strange entity along.
    private static final int MOST_COMPONENTS = 6_000_000;
    private static final long MOST_BYTES = 1L << 32;

    /** Room for every entity number with dozens of components. */
    public static final StoreLimits USUAL =
            new StoreLimits(4_000_000, 1L << 30, 500_000, 64L << 20);

    public StoreLimits {
        if (components < 0 || components > MOST_COMPONENTS) {
            throw new IllegalArgumentException("components: " + components);
        }
        if (strangeComponents < 0 || strangeComponents > MOST_COMPONENTS) {
            throw new IllegalArgumentException("strangeComponents: " + strangeComponents);
        }
        if (bytes < 0 || bytes > MOST_BYTES || strangeBytes < 0 || strangeBytes > MOST_BYTES) {
            throw new IllegalArgumentException("bytes: " + bytes + ", " + strangeBytes);
        }
    }
}
