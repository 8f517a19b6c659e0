// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A connection string (ADR-180): the protocol that finds the adapter, and the rest, which only the
 * adapter understands.
 *
 * @param protocol in lower case, without the colon
 * @param parameters what stands behind the first colon; may hold secrets, so it is never logged
 */
public record ConnectionString(String protocol, String parameters) {
    private static final int LONGEST = 8192;
    private static final String WRAPPED = Adapters.FIXED + ":";
    private static final Set<String> ROOMS = Set.of("ws", "wss");
    private static final Map<String, Set<String>> FILES =
            Map.of("nats", Set.of("creds", "nkey", "tlsca", "tlscert", "tlskey"));

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

    /**
     * Reads a connection string that somebody else gives: a person, a server or a director.
     *
     * @throws CommsException when it is none, or names files, which whoever gives it can know
     *     nothing of; the message holds no secret
     */
    public static ConnectionString ofOthers(String text) {
        var connection = parse(text);
        if (!connection.withoutFiles().equals(connection)) {
            throw new CommsException(
                    "What others say where to connect must not name files ("
                            + String.join(", ", new TreeSet<>(connection.fileOptions()))
                            + "): they would be yours.");
        }
        return connection;
    }

    /**
     * The options of a protocol whose values name files of the computer that connects; none of a
     * protocol that is not known.
     */
    public static Set<String> fileOptions(String protocol) {
        return FILES.getOrDefault(protocol, Set.of());
    }

    private Set<String> fileOptions() {
        String rest = text();
        while (rest.regionMatches(true, 0, WRAPPED, 0, WRAPPED.length())) {
            rest = rest.substring(WRAPPED.length()).strip();
        }
        int colon = Math.max(0, rest.indexOf(':'));
        return fileOptions(rest.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** The same without the options that name files of the computer that connects. */
    public ConnectionString withoutFiles() {
        Set<String> names = fileOptions();
        if (names.isEmpty()) {
            return this;
        }
        String without =
                Pattern.compile("(?<=[?&])(?:" + String.join("|", names) + ")=[^&]*&?")
                        .matcher(parameters)
                        .replaceAll("");
        return without.equals(parameters)
                ? this
                : new ConnectionString(protocol, without.replaceFirst("[?&]$", ""));
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
