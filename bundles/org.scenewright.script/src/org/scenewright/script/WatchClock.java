// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Knows the time and wakes at a time; tests turn its hands. */
interface WatchClock {
    /** That of this machine; tasks run on threads of the JVM's own pool and must be short. */
    WatchClock REAL =
            new WatchClock() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void after(Duration time, Runnable task) {
                    var later =
                            CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS);
                    later.execute(task);
                }
            };

    long nanos();

    void after(Duration time, Runnable task);
}
