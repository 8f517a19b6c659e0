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

/** The stream of a room: there already, by somebody who may make streams, or made here. */
record NatsStream(NatsPlace place, String subject) {
    private static final int NOT_FOUND = 404;
    private static final int IN_USE = 10058;

    /** What it keeps at most, the oldest going first. */
    private static final long MOST_BYTES = 64 << 20;

    static String name(NatsPlace place) {
        return "scenewright-" + place.room();
    }

    /**
     * The number of the last message it holds.
     *
     * @throws CommsException when a stream of that name is for something else
     */
    long last(Connection connection, JetStreamManagement management)
            throws IOException, JetStreamApiException {
        StreamInfo found = findOrMake(connection, management);
        if (!found.getConfiguration().getSubjects().contains(subject)) {
            throw new CommsException(
                    "The stream " + name(place) + " does not keep the subject " + subject + ".");
        }
        return found.getStreamState().getLastSequence();
    }

    private StreamInfo findOrMake(Connection connection, JetStreamManagement management)
            throws IOException, JetStreamApiException {
        try {
            return management.getStreamInfo(name(place));
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
            return management.addStream(configuration(replicas));
        } catch (JetStreamApiException refused) {
            if (refused.getApiErrorCode() == IN_USE) {
                // Somebody else, at the same time, with other options.
                return management.getStreamInfo(name(place));
            }
            if (replicas > 1 && place.replicas().isEmpty()) {
                // A cluster of fewer.
                return management.addStream(configuration(1));
            }
            throw refused;
        }
    }

    private StreamConfiguration configuration(int replicas) {
        return StreamConfiguration.builder()
                .name(name(place))
                .subjects(subject)
                .storageType(StorageType.File)
                .maxAge(place.keep())
                .maxBytes(MOST_BYTES)
                .discardPolicy(DiscardPolicy.Old)
                .replicas(replicas)
                .build();
    }
}
