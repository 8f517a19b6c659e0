// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** How large something is, in words for people. */
public final class ByteCount {
    private static final int KILO = 1 << 10;
    private static final int MEGA = 1 << 20;

    private ByteCount() {}

    /** In KB or MB of 1,024 each, as the limits of scenes are counted. */
    public static String words(long bytes) {
        return bytes < MEGA
                ? "%.1f KB".formatted((double) bytes / KILO)
                : "%.1f MB".formatted((double) bytes / MEGA);
    }
}
