// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Optional;

/** What a director says (ADR-81). */
public sealed interface DirectorEvent {

    /** The adapter of this connection string is to be connected, and no other one. */
    record Use(ConnectionString connection) implements DirectorEvent {}

    /** No adapter is to be connected for the time being. */
    record UseNone() implements DirectorEvent {}

    /** Something went wrong that changes nothing. */
    record Failed(CommsException error) implements DirectorEvent {}

    /**
     * The director says nothing any more.
     *
     * @param isKicked whether somebody ended it on purpose; then nobody connects again by itself
     * @param error why, unless it was told to
     */
    record Disconnected(boolean isKicked, Optional<CommsException> error)
            implements DirectorEvent {}
}
