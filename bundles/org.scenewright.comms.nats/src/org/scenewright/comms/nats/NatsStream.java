// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;

import org.scenewright.comms.CommsException;

import java.io.IOException;

/**
 * A stream of a room: there already, by somebody who may make streams, or made here.
 *
 * @param configuration as it is made, but for how many servers it stands on
 */
record NatsStream(NatsPlace place, StreamConfiguration configuration) {
    private static final int NOT_FOUND = 404;
    private static final int IN_USE = 10058;

    /** What a stream keeps at most, the oldest going first. */
    private static final long MOST_BYTES = 64 << 20;

    /** What is said in a room and has to arrive. */
    static NatsStream said(NatsPlace place) {
        String subject = place.subject(Kind.FIRM.subject());
        return new NatsStream(place, bounded(name(place), subject).maxAge(place.keep()).build());
    }

    /** What the room keeps under names. */
    static NatsStream stored(NatsPlace place) {
        // No room is called so that its other stream has this name.
        String name = "scenewright_stored-" + place.room();
        var configuration =
                bounded(name, place.subject("stored.>"))
                        .maxAge(place.stored())
                        .maxMessagesPerSubject(2 * NatsStorage.MOST_PIECES);
        return new NatsStream(place, configuration.build());
    }

    private static StreamConfiguration.Builder bounded(String name, String subject) {
        return StreamConfiguration.builder()
                .name(name)
                .subjects(subject)
                .storageType(StorageType.File)
                .maxBytes(MOST_BYTES)
                .discardPolicy(DiscardPolicy.Old);
    }

    /** The name of the stream of what is said. */
    static String name(NatsPlace place) {
        return "scenewright-" + place.room();
    }

    String name() {
        return configuration.getName();
    }

    private String subject() {
        return configuration.getSubjects().getFirst();
    }

    /**
     * The number of the last message it holds.
     *
     * @throws CommsException when a stream of that name is for something else
     */
    long last(Connection connection, JetStreamManagement management)
            throws IOException, JetStreamApiException {
        StreamInfo found = findOrMake(connection, management);
        if (!found.getConfiguration().getSubjects().contains(subject())) {
            throw new CommsException(
                    "The stream " + name() + " does not keep the subject " + subject() + ".");
        }
        return found.getStreamState().getLastSequence();
    }

    private StreamInfo findOrMake(Connection connection, JetStreamManagement management)
            throws IOException, JetStreamApiException {
        try {
            return management.getStreamInfo(name());
        } catch (JetStreamApiException absent) {
            if (absent.getErrorCode() != NOT_FOUND) {
                throw absent;
            }
            return make(connection, management);
        }
    }

    private StreamInfo make(Connection connection, JetStreamManagement management)
            throws IOException, JetStreamApiException {
        boolean isCluster = connection.getServerInfo().getCluster() != null;
        int replicas = place.replicas().orElse(isCluster ? 3 : 1);
        try {
            return management.addStream(on(replicas));
        } catch (JetStreamApiException refused) {
            if (refused.getApiErrorCode() == IN_USE) {
                // Somebody else, at the same time, with other options.
                return management.getStreamInfo(name());
            }
            if (replicas > 1 && place.replicas().isEmpty()) {
                // A cluster of fewer.
                return management.addStream(on(1));
            }
            throw refused;
        }
    }

    private StreamConfiguration on(int replicas) {
        return StreamConfiguration.builder(configuration).replicas(replicas).build();
    }
}
