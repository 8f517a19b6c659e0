// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.Platform;
import org.scenewright.collab.OwnRooms;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedSession;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.RoomLimits;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.runtime.SceneSession;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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
                    new Shared(share(link(connection, id, me), me, others));
            case Meeting.Here here -> share(open(here, id, me), id, me, others);
        };
    }

    private static SessionLink link(ConnectionString connection, String id, Identity me) {
        return new SessionLink(connection, id, me.address(), Optional.empty());
    }

    private Shared share(OwnRooms.Room room, String id, Identity me, Role others) {
        try {
            var shared = new Shared(share(link(room.way(), id, me), me, others));
            shared.rooms().keep(room);
            return shared;
        } catch (RuntimeException failed) {
            room.server().close();
            throw failed;
        }
    }

    private static OwnRooms.Room open(Meeting.Here here, String id, Identity me) {
        var rules = new RoomRules(Set.of(me.address()), Set.of(), RoomRules.OPEN.judge());
        var at = new InetSocketAddress(here.at().getHostString(), here.at().getPort());
        var server = RoomServer.start(at, rules, RoomLimits.STANDARD, here.certificate());
        return new OwnRooms.Room(server, server.invitation(id, Instant.now().plus(INVITED)));
    }

    /**
     * Goes elsewhere with a session.
     *
     * @return as {@link SharedSession#move}
     * @throws org.scenewright.comms.CommsException when there is no room to meet
     */
    CompletableFuture<ConnectionString> move(Shared shared, Meeting meeting) {
        var session = shared.session();
        return switch (meeting) {
            case Meeting.Elsewhere(var connection) -> {
                shared.rooms().reopen(connection);
                yield session.move(connection);
            }
            case Meeting.Here here -> {
                shared.rooms().free(here.at().getPort());
                var room = open(here, session.link().session(), identity.get());
                shared.rooms().keep(room);
                yield session.move(room.way());
            }
        };
    }

    private SharedSession share(SessionLink link, Identity me, Role others) {
        return SharedSession.share(scene, link, access(me), others).join();
    }

    /** Joins a session. */
    Shared join(SessionLink link) {
        var session = SharedSession.join(scene, link, access(identity.get())).join();
        return new Shared(session);
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
