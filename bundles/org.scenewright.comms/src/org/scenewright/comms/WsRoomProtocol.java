// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rooms behind a WebSocket (ADR-180, RFC-5): {@code ws-room:host/rooms/id}, over TLS unless it says
 * {@code ws://}.
 */
@Component
public final class WsRoomProtocol implements CommsProtocol {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Supplier<HttpClient> client;
    private final Duration silence;

    /** With the certificates that the JDK trusts. */
    @Activate
    public WsRoomProtocol() {
        this(() -> HttpClient.newBuilder().connectTimeout(PATIENCE).build(), SILENCE);
    }

    /**
     * With a client of one's own.
     *
     * @param client made when the first wants to connect, as it comes with a thread
     * @param silence after which a server is taken for gone; it is asked for a sign of life before
     */
    WsRoomProtocol(Supplier<HttpClient> client, Duration silence) {
        this.client = new Once<>(client);
        this.silence = silence;
    }

    @Override
    public String name() {
        return "ws-room";
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        URI address = address(connection.parameters());
        return new WsRoomAdapter(new WsRoomAdapter.Way(client, address, silence), me, listener);
    }

    private static URI address(String text) {
        String whole = text.matches("(?i)wss?://.*") ? text : "wss://" + text;
        try {
            URI address = URI.create(whole);
            if (address.getHost() == null) {
                throw new CommsException("ws-room: names no host.");
            }
            return address;
        } catch (IllegalArgumentException unreadable) {
            // What it says quotes the address, which may hold a token.
            throw new CommsException("ws-room: is no address of a room.");
        }
    }
}
