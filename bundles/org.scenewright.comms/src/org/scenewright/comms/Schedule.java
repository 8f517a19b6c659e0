// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/**
 * What runs tasks later, one after the other in the order of their times, on one thread at a time.
 */
public interface Schedule {

    /** By the clock, on a thread of that name, which ends while there is nothing to do. */
    static Schedule onThread(String name) {
        return new ThreadSchedule(name);
    }

    /** Milliseconds since some moment. */
    long millis();

    /** Runs a task so many milliseconds from now; any thread. */
    void after(long millis, Runnable task);
}
