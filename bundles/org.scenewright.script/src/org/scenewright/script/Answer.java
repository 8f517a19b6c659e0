// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Reflection;

import java.util.Optional;

/** How a job for a worker ended. */
public sealed interface Answer {

    /** As it should. */
    record Reflected(Reflection reflection) implements Answer {}

    /** The worker could not do it and says why; it lives on. */
    record Failed(String message) implements Answer {}

    /** Nobody waits for it any longer. */
    record Cancelled() implements Answer {}

    /**
     * The worker came to its end over it; another one is started for the next job.
     *
     * @param exit how it ended
     * @param file the file that it looked at then, below the project's folder; empty if none yet
     */
    record Died(Exit exit, Optional<String> file) implements Answer {}

    /** There is no worker, for example because there is no Java to run it on. */
    record NoWorker(String reason) implements Answer {}
}
