// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.Platform;
import org.scenewright.collab.Door;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedSession;
import org.scenewright.comms.Identity;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.runtime.SceneSession;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The ways into a shared session; they may wait, so they are never called on the UI thread. */
record Sharing(SceneSession scene, MyIdentity identity, MyHabits habits) {
    /** How long somebody can join by a link for the first time. */
    private static final Duration INVITED = Duration.ofDays(7);

    /**
     * Shares the scene.
     *
     * @throws org.scenewright.comms.CommsException when there is no room to meet
     */
    Shared share(Meeting meeting, Role others) {
        var me = identity.get();
        String id = SessionLink.newSession();
        return switch (meeting) {
            case Meeting.Elsewhere(var connection) ->
                    new Shared(
                            share(
                                    new SessionLink(connection, id, me.address(), Optional.empty()),
                                    me,
                                    others),
                            Optional.empty());
            case Meeting.Here here -> open(here, id, me, others);
        };
    }

    private Shared open(Meeting.Here here, String id, Identity me, Role others) {
        var rules = new RoomRules(Set.of(me.address()), Set.of(), RoomRules.OPEN.judge());
        var at = new InetSocketAddress(here.at().getHostString(), here.at().getPort());
        var server = RoomServer.start(at, rules);
        try {
            var way = server.invitation(id, Instant.now().plus(INVITED));
            var link = new SessionLink(way, id, me.address(), Optional.empty());
            var session = share(link, me, others);
            session.onDoor(Door.of(server));
            return new Shared(session, Optional.of(server));
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private SharedSession share(SessionLink link, Identity me, Role others) {
        return SharedSession.share(scene, link, access(me), others).join();
    }

    /** Joins a session. */
    Shared join(SessionLink link) {
        var session = SharedSession.join(scene, link, access(identity.get())).join();
        return new Shared(session, Optional.empty());
    }

    private SharedSession.Access access(Identity me) {
        var profile = habits.profile(me.address());
        return new SharedSession.Access(KnownAdapters.get(), me, profile, sessions());
    }

    /** Where sessions keep what nobody else has: beside the workspace, never in a project. */
    private static Optional<Path> sessions() {
        var bundle = Platform.getBundle("org.scenewright.collab.ui");
        return Platform.getInstanceLocation().isSet()
                ? Optional.of(Platform.getStateLocation(bundle).append("sessions").toPath())
                : Optional.empty();
    }
}
