// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What an adapter tells (ADR-81). */
public sealed interface CommsEvent {

    /**
     * The connection is over.
     *
     * @param isKicked whether somebody ended it on purpose, for example by a second login of this
     *     address; then nobody connects again by itself
     * @param error why it ended, or what was given to {@link CommsAdapter#disconnect}
     */
    record Disconnected(boolean isKicked, Optional<CommsException> error) implements CommsEvent {}

    /**
     * Another participant came, or was there already; adapters that cannot tell say nothing.
     *
     * @param address 0x and 40 hexadecimal digits in lower case, proven by the adapter or by its
     *     server
     */
    record PeerConnected(String address) implements CommsEvent {}

    /** Another participant left. */
    record PeerDisconnected(String address) implements CommsEvent {}

    /**
     * Another participant sent something.
     *
     * @param address the proven sender
     * @param data for the listener alone, read-only
     */
    record Message(String address, ByteBuffer data) implements CommsEvent {}

    /** Something went wrong that does not end the connection. */
    record Failed(CommsException error) implements CommsEvent {}
}
