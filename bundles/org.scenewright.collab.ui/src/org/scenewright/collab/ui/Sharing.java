// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.Platform;
import org.scenewright.collab.OwnRooms;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedSession;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.runtime.SceneSession;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The ways into a shared session; they may wait, so they are never called on the UI thread. */
record Sharing(SceneSession scene, MyIdentity identity, MyHabits habits) {
    /**
     * Shares the scene.
     *
     * @throws CommsException when there is no room to meet
     */
    Shared share(Meeting meeting, Role others) {
        var me = identity.get();
        String id = SessionLink.newSession();
        return switch (meeting) {
            case Meeting.Elsewhere(var connection) ->
                    new Shared(share(link(connection, id, me), me, others));
            case Meeting.Here(var place) -> {
                var room = place.open(id, me.address());
                yield in(room, () -> share(link(room.way(), id, me), me, others));
            }
        };
    }

    /**
     * Goes on with a session of the person here that ended.
     *
     * @param where nothing for a room elsewhere where it met
     * @throws CommsException when there is no room to meet, or it is somebody else's
     */
    Shared goOn(SessionLink former, Optional<Meeting> where) {
        var me = identity.get();
        if (!former.owner().equals(me.address())) {
            throw new CommsException("Somebody else began that session; begin a new one.");
        }
        return switch (where.orElseGet(() -> new Meeting.Elsewhere(former.connection()))) {
            case Meeting.Elsewhere(var connection) -> new Shared(goOn(former.at(connection), me));
            case Meeting.Here(var place) -> {
                var room = place.openAgain(former);
                yield in(room, () -> goOn(former.at(room.way()), me));
            }
        };
    }

    private SharedSession goOn(SessionLink link, Identity me) {
        return SharedSession.goOn(scene, link, access(me)).join();
    }

    private static SessionLink link(ConnectionString connection, String id, Identity me) {
        return new SessionLink(connection, id, me.address(), Optional.empty());
    }

    private static Shared in(OwnRooms.Room room, Supplier<SharedSession> begin) {
        try {
            var shared = new Shared(begin.get());
            shared.rooms().keep(room);
            return shared;
        } catch (RuntimeException failed) {
            room.server().close();
            throw failed;
        }
    }

    /**
     * Goes elsewhere with a session.
     *
     * @return as {@link SharedSession#move}
     * @throws CommsException when there is no room to meet
     */
    CompletableFuture<ConnectionString> move(Shared shared, Meeting meeting) {
        var session = shared.session();
        return switch (meeting) {
            case Meeting.Elsewhere(var connection) -> {
                shared.rooms().reopen(connection);
                yield session.move(connection);
            }
            case Meeting.Here(var place) -> {
                shared.rooms().free(place.at().getPort());
                var room = place.open(session.link().session(), identity.get().address());
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
