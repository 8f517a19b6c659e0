// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How long processors worked for the threads of a name. */
final class ThreadWork {
    private ThreadWork() {}

    /** In nanoseconds, of those that live. */
    static long of(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] ids = threads.getAllThreadIds();
        return Arrays.stream(threads.getThreadInfo(ids))
                .filter(thread -> thread != null && thread.getThreadName().equals(name))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
