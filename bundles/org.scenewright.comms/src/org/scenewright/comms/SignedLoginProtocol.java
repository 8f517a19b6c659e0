// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A server that says where to connect once it knows who asks (ADR-180): {@code
 * signed-login:https://host/path}.
 */
final class SignedLoginProtocol implements CommsProtocol {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Adapters adapters;
    private final Supplier<HttpClient> client =
            new Once<>(() -> HttpClient.newBuilder().connectTimeout(PATIENCE).build());

    SignedLoginProtocol(Adapters adapters) {
        this.adapters = adapters;
    }

    @Override
    public String name() {
        return "signed-login";
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        var login = new SignedLogin(client, address(connection.parameters()), me);
        return new SignedLoginAdapter(login, found -> adapters.adapter(found, me, listener));
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean isHttp = String.valueOf(address.getScheme()).matches("(?i)https?");
            if (!isHttp || address.getHost() == null) {
                throw new CommsException("signed-login: wants an address of https://.");
            }
            return address;
        } catch (IllegalArgumentException unreadable) {
            // What it says quotes the address, which may hold a token.
            throw new CommsException("signed-login: is no address.");
        }
    }
}
