// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.osgi.service.component.annotations.Component;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsProtocol;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.Schedule;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Rooms on a NATS server or cluster with JetStream: {@code
 * nats:nats://[user:password@|token@]host:4222[,host2:4222]/ROOM[?options]}.
 *
 * <p>The room is called by letters, digits, hyphens and underscores. With {@code tls:} in place of
 * {@code nats:} before the slashes the connection is under TLS. The options, separated by
 * ampersands:
 *
 * <ul>
 *   <li>{@code creds=FILE}: the credentials file of a user (JWT and seed)
 *   <li>{@code nkey=FILE}: the seed of a user's NKey
 *   <li>{@code tlsca=FILE}: PEM, the authority to trust in place of those that Java trusts
 *   <li>{@code tlscert=FILE&tlskey=FILE}: PEM, the client's certificate and its key as PKCS #8
 *   <li>{@code keep=1h}, {@code replicas=3}: for how long the stream keeps what has to arrive, and
 *       on how many servers, where the room has none yet
 *   <li>{@code stored=7d}: for how long the room keeps what is stored for those who come later,
 *       where nothing was stored yet; nothing is stored with {@code stored=0s}
 * </ul>
 *
 * <p>What need not arrive travels on {@code scenewright.ROOM.loose}, who is there on {@code
 * scenewright.ROOM.here}, what has to arrive on {@code scenewright.ROOM.firm}, which the stream
 * {@code scenewright-ROOM} keeps; who may not make streams finds it made by others. What is stored
 * is in the stream {@code scenewright_stored-ROOM} of the subjects {@code
 * scenewright.ROOM.stored.>}. As a server proves nobody, every message bears the signature of a key
 * of its sender's session, and an authentication chain says whose that is. NATS knows no single
 * recipients: what concerns one is sent to all, and told to that one.
 */
@Component
public final class NatsProtocol implements CommsProtocol {
    @Override
    public String name() {
        return "nats";
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        return of(connection, me, listener);
    }

    static NatsAdapter of(ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        NatsPlace place = NatsPlace.of(connection);
        var ground =
                new Ground(
                        place.room(),
                        new NatsLine(place),
                        Schedule.onThread("Scenewright NATS"),
                        InstantSource.system(),
                        task -> Thread.ofVirtual().start(task));
        return new NatsAdapter(ground, me, listener);
    }
}
