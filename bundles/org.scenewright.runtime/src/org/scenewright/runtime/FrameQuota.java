// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/**
 * How many messages a frame of the renderer merges.
 *
 * @param messages of all scenes together, at least 1
 * @param least of each scene that has so many, even where those before it have more than enough, so
 *     that far ones are served eventually; at least 1
 */
public record FrameQuota(int messages, int least) {
    /** Some milliseconds' worth. */
    public static final FrameQuota USUAL = new FrameQuota(16_384, 256);

    public FrameQuota {
        if (messages < 1 || least < 1) {
            throw new IllegalArgumentException("quota: " + messages + ", " + least);
        }
    }
}
