// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.time.Duration;

/**
 * How long a worker may take.
 *
 * @param start until it can be asked
 * @param silence between two signs of life while it has a job
 * @param end until its process is gone once it has closed the connection
 * @param training until its classes are in a file; zero if they are not to be put into one
 */
record WorkerLimits(Duration start, Duration silence, Duration end, Duration training) {
    static final WorkerLimits USUAL =
            new WorkerLimits(
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(3));

    /** For a program that ends after one answer. */
    static final WorkerLimits BRIEF =
            new WorkerLimits(USUAL.start, USUAL.silence, Duration.ofSeconds(5), Duration.ZERO);
}
