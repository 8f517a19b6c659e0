// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.OptionalLong;

/**
 * What {@link Communications} tell.
 *
 * <p>Generations are numbers of adapters, which grow; what is told of one lies between its {@link
 * Bound} and its {@link Unbound}, and so nothing of two is ever mixed.
 */
public sealed interface CommunicationsEvent {

    /** The director may say something from now on. */
    record Directed() implements CommunicationsEvent {}

    /**
     * There is no director any more, or none came about, or it said what cannot be understood.
     *
     * @param againMillis when it is tried again by itself, if it is
     */
    record DirectorFailed(CommsException error, OptionalLong againMillis)
            implements CommunicationsEvent {}

    /** An adapter is bound, the only one, and begins to connect. */
    record Bound(long generation, ConnectionString connection) implements CommunicationsEvent {}

    /**
     * The bound adapter is ready to send and to receive.
     *
     * @param adapter to send with until it is unbound; who disconnects it makes {@link
     *     Communications} connect again
     */
    record Connected(long generation, CommsAdapter adapter) implements CommunicationsEvent {}

    /** The director names the place to which an adapter is bound already, connected or not. */
    record Stayed(ConnectionString connection) implements CommunicationsEvent {}

    /** The bound adapter tells something, but no end, which is {@link Unbound}. */
    record Heard(long generation, CommsEvent event) implements CommunicationsEvent {}

    /** No adapter is bound any more; the connection is over. */
    record Unbound(long generation) implements CommunicationsEvent {}

    /**
     * An adapter did not connect, or lost its connection.
     *
     * @param againMillis when it is tried again by itself, if it is
     */
    record AdapterFailed(
            ConnectionString connection, CommsException error, OptionalLong againMillis)
            implements CommunicationsEvent {}

    /** Somebody ended it on purpose: all is over until {@link Communications#retry}. */
    record Kicked(CommsException error) implements CommunicationsEvent {}
}
