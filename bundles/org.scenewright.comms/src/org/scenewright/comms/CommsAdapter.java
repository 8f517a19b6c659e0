// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One connection to a group of participants (ADR-81); usable from any thread.
 *
 * <p>It lives once: who wants to connect again makes another one. What happens is told as {@link
 * CommsEvent}s to the listener that it was made with, one after the other; after {@link
 * CommsEvent.Disconnected}, which comes exactly once for a connection that was there, nothing comes
 * any more.
 */
public interface CommsAdapter {

    /**
     * Connects; complete only when this adapter is ready to send and to receive.
     *
     * @return fails with a {@link CommsException} when there is no connection
     */
    CompletableFuture<Void> connect();

    /**
     * Sends to all others that are connected; never blocks, and does nothing where there is no
     * connection.
     *
     * @param data read before the call returns; at most {@link #mostBytes}
     * @throws IllegalArgumentException when there are more bytes than that
     */
    void send(ByteBuffer data, SendHints hints);

    /** Whether what is sent to one participant reaches nobody else, and costs no more than that. */
    default boolean isPrivate() {
        return false;
    }

    /** What the room keeps for those who come later; nothing where it keeps nothing. */
    default Optional<RoomStorage> storage() {
        return Optional.empty();
    }

    /** How many bytes can be sent at once, at least 12 KiB. */
    int mostBytes();

    /** How many bytes wait here to be sent, for those who would rather send less than wait. */
    long waitingBytes();

    /**
     * Ends the connection.
     *
     * @param error why, to be found again in {@link CommsEvent.Disconnected}
     * @return complete when nothing can come in any more
     */
    CompletableFuture<Void> disconnect(Optional<CommsException> error);
}
