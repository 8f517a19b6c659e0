// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What carries envelopes to everybody in a room, and proves nothing. */
interface Line {

    /** What comes over a line; on threads of the line. */
    interface Ears {

        /**
         * Something came.
         *
         * @param subject the last word of the subject
         */
        void heard(String subject, byte[] bytes);

        /** The server is out of reach, and the line tries to get it back. */
        void down();

        /** It is back. */
        void up();
    }

    /**
     * Connects, on the caller's thread; complete when everything that is said from now on comes in.
     *
     * @throws org.scenewright.comms.CommsException when there is no connection
     */
    void open(Ears ears);

    /** Why it did not open. */
    static CommsException reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof CommsException told
                ? told
                : new CommsException("There is no NATS server.", cause);
    }

    /** How many bytes can be said at once. */
    int mostBytes();

    /** Says something that need not arrive; never blocks. */
    void say(String subject, byte[] bytes);

    /**
     * Has something stored and sent to all, as soon as the server can.
     *
     * @param id by which the server knows it when it is stored again
     * @return fails when that may not have happened
     */
    CompletableFuture<Void> store(String subject, String id, byte[] bytes);

    /** Where things are kept; nothing where none are, or there is no connection. */
    Optional<Shelf> shelf();

    /** Ends the connection, on the caller's thread; nothing where there is none. */
    void close();
}
