// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody needs to join a session, as one text: {@code
 * ws-room:wss://host/rooms/a#session=…&owner=0x…&token=…}.
 *
 * @param connection where the participants meet
 * @param session the id: 32 hexadecimal digits in lower case
 * @param owner the address of who began it
 * @param token an invitation, where one is needed
 */
public record SessionLink(
        ConnectionString connection, String session, String owner, Optional<String> token) {
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{32}");
    private static final String PARTS = "#session=";
    private static final int LONGEST = 16_384;
    private static final int BYTES = 16;

    public SessionLink {
        if (!SESSION.matcher(session).matches()) {
            throw new CommsException(
                    "This link is not whole: 32 digits from 0 to f belong behind session=. Copy it"
                            + " once more.");
        }
        if (!Addresses.isOne(owner)) {
            throw new CommsException(
                    "This link is not whole: 0x and 40 digits from 0 to f belong behind owner=."
                            + " Copy it once more.");
        }
    }

    /** A session that nobody else has. */
    public static String newSession() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * Reads a link.
     *
     * @throws CommsException when it is none, or names files, which whoever gave it can know
     *     nothing of; the message holds no secret
     */
    public static SessionLink parse(String text) {
        String trimmed = text.strip();
        int end = trimmed.lastIndexOf('#');
        if (trimmed.length() > LONGEST || end < 1) {
            throw new CommsException(
                    "Paste the whole link that you were sent: it begins with ws-room: or the like"
                            + " and ends with #session=…&owner=…");
        }
        if (trimmed.indexOf(PARTS) < trimmed.lastIndexOf(PARTS)) {
            throw new CommsException("These are two links, and one is wanted.");
        }
        var parts = parts(trimmed.substring(end + 1));
        return new SessionLink(
                ConnectionString.ofOthers(trimmed.substring(0, end)),
                parts.getOrDefault("session", ""),
                parts.getOrDefault("owner", ""),
                Optional.ofNullable(parts.get("token")));
    }

    private static Map<String, String> parts(String text) {
        var parts = new HashMap<String, String>();
        for (String part : text.split("&")) {
            int end = part.indexOf('=');
            if (end > 0) {
                parts.put(part.substring(0, end), decoded(part.substring(end + 1)));
            }
        }
        return parts;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new CommsException("A part of the link cannot be read.", broken);
        }
    }

    /** The same session where it meets elsewhere. */
    public SessionLink at(ConnectionString place) {
        return new SessionLink(place, session, owner, token);
    }

    /** The link as text, to be given to those who are to join; it names no files that are here. */
    public String text() {
        return connection.withoutFiles().text()
                + PARTS
                + session
                + "&owner="
                + owner
                + token.map(t -> "&token=" + URLEncoder.encode(t, StandardCharsets.UTF_8))
                        .orElse("");
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return connection + "#session=" + session + "&owner=" + owner;
    }
}
