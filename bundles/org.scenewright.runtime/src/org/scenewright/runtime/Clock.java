// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.concurrent.CompletableFuture;

/** The time by which scenes are played; a port, so that tests need not wait. */
public interface Clock {

    /** Nanoseconds since some moment; any thread. */
    long nanos();

    /** Comes back when something is over, however that ended. */
    void await(CompletableFuture<?> event);

    /** The clock of this machine. */
    static Clock real() {
        return new Clock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void await(CompletableFuture<?> event) {
                event.handle((result, failure) -> true).join();
            }
        };
    }
}
