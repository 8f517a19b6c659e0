// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The way into a room of a server that is gone, which is to lead into that of another one.
 *
 * @param way as {@link RoomServer#invitation} gave it; where it invites nobody it holds for nobody
 * @param expiration until when that one lets people in by it
 */
public record FormerInvitation(ConnectionString way, Instant expiration) {
    private static final Pattern WAY =
            Pattern.compile(".*/rooms/([^/?#]+)\\?invitation=([A-Za-z0-9_-]+)");

    boolean holds(String room, String token, Instant now) {
        var known = WAY.matcher(way.parameters());
        return known.matches()
                && now.isBefore(expiration)
                && room.equals(known.group(1))
                && MessageDigest.isEqual(bytes(token), bytes(known.group(2)));
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
