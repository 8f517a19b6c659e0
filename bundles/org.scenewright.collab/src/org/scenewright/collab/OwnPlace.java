// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.FormerInvitation;
import org.scenewright.comms.RoomLimits;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;

/**
 * Where a room of this process is to be.
 *
 * @param at which need not be looked up yet; port 0 for any that is free
 * @param certificate that the room proves itself by, under TLS
 */
public record OwnPlace(InetSocketAddress at, Optional<SSLContext> certificate) {
    /** How long somebody can join by a link for the first time. */
    private static final Duration INVITED = Duration.ofDays(7);

    /**
     * Opens a room.
     *
     * @param owner who comes in without an invitation
     * @throws CommsException when nobody can do so there
     */
    public OwnRooms.Room open(String session, String owner) {
        var server = RoomServer.start(found(), rules(owner), RoomLimits.STANDARD, certificate);
        return new OwnRooms.Room(server, server.invitation(session, expiration()));
    }

    /**
     * Opens the room of a session that ended again: its link leads there once more, where it leads
     * to this place.
     *
     * @throws CommsException when nobody can do so there
     */
    public OwnRooms.Room openAgain(SessionLink former) {
        if (!isWhere(former.connection())) {
            return open(former.session(), former.owner());
        }
        var invitation = new FormerInvitation(former.connection(), expiration());
        var rules = rules(former.owner());
        var server = RoomServer.startAgain(found(), rules, certificate, invitation);
        return new OwnRooms.Room(server, former.connection());
    }

    private static RoomRules rules(String owner) {
        return new RoomRules(Set.of(owner), Set.of(), RoomRules.OPEN.judge());
    }

    private static Instant expiration() {
        return Instant.now().plus(INVITED);
    }

    private InetSocketAddress found() {
        return new InetSocketAddress(at.getHostString(), at.getPort());
    }

    /**
     * Looks whether a room can be opened there now, which may be over the next moment.
     *
     * @throws CommsException that says why not
     */
    public void check() {
        RoomServer.check(found());
    }

    /** Whether a way leads to a room here. */
    public boolean isWhere(ConnectionString way) {
        String host = at.getHostString();
        String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        String scheme = certificate.isPresent() ? "wss://" : "ws://";
        return way.parameters().startsWith(scheme + bracketed + ":" + at.getPort() + "/rooms/");
    }
}
