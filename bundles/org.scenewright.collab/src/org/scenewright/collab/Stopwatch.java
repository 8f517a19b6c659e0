// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.function.LongSupplier;

/** Milliseconds since it was made, which go on evenly whatever happens to the time of day. */
final class Stopwatch implements LongSupplier {
    private final long start = System.nanoTime();

    @Override
    public long getAsLong() {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
