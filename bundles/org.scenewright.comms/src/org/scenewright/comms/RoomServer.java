// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/**
 * A server of rooms (RFC-5) with a thread of its own; any thread.
 *
 * <p>It serves any room that somebody asks for. The address that a guest claims has to be the owner
 * of what it signs, and is here once, whatever the room: a second login ends the first.
 */
public final class RoomServer implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 3000;

    private final RoomLoop loop;
    private final Thread thread;
    private final InetSocketAddress address;
    private final String host;
    private final String scheme;

    /** By what it lets guests in, and how many. */
    private record Setting(RoomRules rules, RoomLimits limits, Invitations invitations) {}

    /**
     * @param name under which guests look for it, other than its address
     */
    private RoomServer(RoomDoor door, Setting setting, Optional<String> name) throws IOException {
        this.loop = new RoomLoop(door, setting.rules(), setting.limits(), setting.invitations());
        this.address = (InetSocketAddress) door.channel().getLocalAddress();
        this.scheme = door.certificate().isPresent() ? "wss://" : "ws://";
        this.host = name.orElseGet(() -> address.getAddress().getHostAddress());
        this.thread = new Thread(loop, "Scenewright room server");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Listens.
     *
     * @param at port 0 for any that is free
     * @throws CommsException when somebody else does there already, or it is no address of ours
     */
    public static RoomServer start(InetSocketAddress at, RoomRules rules) {
        return start(at, rules, RoomLimits.STANDARD, Optional.empty());
    }

    /**
     * Listens, with limits of one's own.
     *
     * @param certificate to serve TLS only
     */
    public static RoomServer start(
            InetSocketAddress at,
            RoomRules rules,
            RoomLimits limits,
            Optional<SSLContext> certificate) {
        return start(at, certificate, new Setting(rules, limits, new Invitations()));
    }

    /**
     * Listens where a former server did that is gone, and lets those in who were invited there.
     *
     * @param certificate to serve TLS only
     * @param former an invitation of that one, which holds as long as is said here
     */
    public static RoomServer startAgain(
            InetSocketAddress at,
            RoomRules rules,
            Optional<SSLContext> certificate,
            FormerInvitation former) {
        var invitations = new Invitations(Optional.of(former));
        return start(at, certificate, new Setting(rules, RoomLimits.STANDARD, invitations));
    }

    private static RoomServer start(
            InetSocketAddress at, Optional<SSLContext> certificate, Setting setting) {
        try {
            // A certificate may be for a name alone.
            var name = certificate.map(proof -> at.getHostString());
            return new RoomServer(RoomDoor.open(at, certificate), setting, name);
        } catch (IOException | UnresolvedAddressException refused) {
            throw refused(at, refused);
        }
    }

    /**
     * Looks whether one can listen there now, which may be over the next moment.
     *
     * @throws CommsException that says why not
     */
    public static void check(InetSocketAddress at) {
        try {
            RoomDoor.open(at, Optional.empty()).channel().close();
        } catch (IOException | UnresolvedAddressException refused) {
            throw refused(at, refused);
        }
    }

    private static CommsException refused(InetSocketAddress at, Exception why) {
        return new CommsException(
                "No room can be opened at %s:%d: %s."
                        .formatted(at.getHostString(), at.getPort(), why.getMessage()),
                why);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /**
     * How to get into a room.
     *
     * @param room without slashes and spaces
     */
    public ConnectionString connection(String room) {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return new ConnectionString(
                "ws-room", scheme + bracketed + ":" + address.getPort() + "/rooms/" + room);
    }

    /**
     * How to get into a room for those who are not allowed by their address, until then.
     *
     * <p>Who came so stays when it expires, and comes back by itself only as long as it holds.
     */
    public ConnectionString invitation(String room, Instant expiration) {
        String token = loop.invitations().issue(room, expiration);
        return new ConnectionString(
                "ws-room", connection(room).parameters() + "?invitation=" + token);
    }

    /** What it has done so far. */
    public RoomFigures figures() {
        return loop.figures();
    }

    /** Other rules hold from now on; who is not admitted any more has to go. */
    public void rules(RoomRules rules) {
        loop.post(() -> loop.rooms().rules(rules));
    }

    /** Sends somebody away, who may come back. */
    public void kick(String address, String reason) {
        String normal = Address.normal(address);
        loop.post(() -> loop.rooms().kick(normal, reason));
    }

    /** Sends somebody away for as long as this server runs. */
    public void ban(String address, String reason) {
        String normal = Address.normal(address);
        loop.post(() -> loop.rooms().ban(normal, reason));
    }

    /** Takes a ban back. */
    public void unban(String address) {
        String normal = Address.normal(address);
        loop.post(() -> loop.rooms().unban(normal));
    }

    /**
     * Sends all away who are within, and whoever comes, until {@link #reopen}; they may look again.
     *
     * @param reason a sentence for them to read
     */
    public void shut(String reason) {
        loop.post(() -> loop.rooms().shut(reason));
    }

    /** Lets people in again. */
    public void reopen() {
        loop.post(() -> loop.rooms().reopen());
    }

    /** Says good-bye to all and ends. */
    @Override
    public void close() {
        end("");
    }

    /**
     * Says good-bye to all and ends.
     *
     * @param reason a sentence for them to read
     */
    public void end(String reason) {
        loop.stop(reason);
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
