// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Locale;
import java.util.Set;

/**
 * A connection string (ADR-180): the protocol that finds the adapter, and the rest, which only the
 * adapter understands.
 *
 * @param protocol in lower case, without the colon
 * @param parameters what stands behind the first colon; may hold secrets, so it is never logged
 */
public record ConnectionString(String protocol, String parameters) {
    private static final int LONGEST = 8192;
    private static final Set<String> ROOMS = Set.of("ws", "wss");

    /**
     * Reads a connection string; that of a WebSocket alone, as ADR-81 writes it, is that of a room.
     *
     * @throws CommsException when it has no protocol, or is too long
     */
    public static ConnectionString parse(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        if (trimmed.length() > LONGEST) {
            throw new CommsException("A connection string has " + LONGEST + " characters at most.");
        }
        if (colon < 1 || !trimmed.substring(0, colon).matches("[A-Za-z][A-Za-z0-9.+-]*")) {
            throw new CommsException(
                    "A connection string begins with its protocol and a colon, such as ws-room:");
        }
        String protocol = trimmed.substring(0, colon).toLowerCase(Locale.ROOT);
        return ROOMS.contains(protocol)
                ? new ConnectionString("ws-room", trimmed)
                : new ConnectionString(protocol, trimmed.substring(colon + 1));
    }

    /** The protocol alone, as the rest may hold secrets. */
    @Override
    public String toString() {
        return protocol + ":…";
    }

    /** The whole string, to be given to people or to another parser. */
    public String text() {
        return protocol + ":" + parameters;
    }
}
