// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the director that a connection string means (ADR-180): an archipelago service for {@code
 * archipelago:wss://host/ws}, or else whoever chose it. Any thread.
 */
public final class Directors {
    static final String ARCHIPELAGO = "archipelago";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Schedule schedule;
    private final Supplier<HttpClient> client;

    /** With the certificates that the JDK trusts. */
    public Directors(Schedule schedule) {
        this(schedule, () -> HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    /**
     * With a client of one's own.
     *
     * @param client made when the first wants to connect, as it comes with a thread
     */
    Directors(Schedule schedule, Supplier<HttpClient> client) {
        this.schedule = schedule;
        this.client = new Once<>(client);
    }

    /** Whether a connection string names a director, and not the way into a room. */
    public static boolean isMeant(ConnectionString connection) {
        return connection.protocol().equals(ARCHIPELAGO);
    }

    /**
     * The director for a connection string; one that names an adapter is a list of just that.
     *
     * @throws CommsException when it names a service, but not where
     */
    public CommunicationsDirector.Maker director(ConnectionString connection, Identity me) {
        if (!isMeant(connection)) {
            return new ConnectionList(List.of(connection));
        }
        var service =
                new ArchipelagoDirector.Service(client, address(connection.parameters()), schedule);
        return listener -> new ArchipelagoDirector(service, me, listener);
    }

    private static URI address(String parameters) {
        // Realms say it twice, once for the protocol and once for the kind of adapter.
        String text = parameters.replaceFirst("(?i)^" + ARCHIPELAGO + ":", "");
        String whole = text.matches("(?i)wss?://.*") ? text : "wss://" + text;
        try {
            URI address = URI.create(whole);
            if (address.getHost() == null) {
                throw new CommsException("archipelago: names no host.");
            }
            return address;
        } catch (IllegalArgumentException unreadable) {
            // What it says quotes the address, which may hold a token.
            throw new CommsException("archipelago: is no address of a service.");
        }
    }
}
