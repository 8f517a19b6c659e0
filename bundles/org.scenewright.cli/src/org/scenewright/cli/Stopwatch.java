// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.lang.management.ManagementFactory;

/**
 * The time since it was made, by the clock and by what the thread that made it worked; the second
 * counts where others keep the machine busy.
 */
final class Stopwatch {
    private final long start = System.nanoTime();
    private final long workedBefore = worked();

    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    double milliseconds() {
        return (System.nanoTime() - start) / 1e6;
    }

    double workedMilliseconds() {
        return (worked() - workedBefore) / 1e6;
    }
}
