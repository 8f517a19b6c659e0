// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Who says which adapter is to be connected (ADR-81), and carries nothing itself; usable from any
 * thread.
 *
 * <p>It lives once, and not as long as the adapters that it names. What it says goes to the
 * listener that it was made with, one after the other; after {@link DirectorEvent.Disconnected},
 * which comes exactly once for a director that was connected, nothing comes any more.
 */
public interface CommunicationsDirector {

    /** Makes directors that are all the same, as one that failed cannot connect again. */
    @FunctionalInterface
    interface Maker {

        /**
         * Makes a director, which does nothing before it is told to connect.
         *
         * @param listener on a thread of the director; it hands over and goes
         */
        CommunicationsDirector director(Consumer<DirectorEvent> listener);
    }

    /**
     * Connects; complete when it may say something.
     *
     * @return fails with a {@link CommsException} when it cannot be reached
     */
    CompletableFuture<Void> connect();

    /** Says where somebody is from now on; cheap, so that it can be called at any movement. */
    void notifyPosition(Position position);

    /** Ends it; complete when nothing can come in any more. */
    CompletableFuture<Void> disconnect();
}
