// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * A request over HTTP that is signed (ADR-44), so that a server knows who asks.
 *
 * @param metadata JSON that the server gets with it
 */
public record SignedRequest(Method method, URI address, Instant time, String metadata) {

    /** What a request wants; its name stands in front of what is signed. */
    public enum Method {
        GET,
        POST
    }

    /** What is signed; it can be no challenge, as it begins with the method. */
    String payload() {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return (method + ":" + path + ":" + time.toEpochMilli() + ":" + metadata)
                .toLowerCase(Locale.ROOT);
    }
}
