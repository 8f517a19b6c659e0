// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The question where to connect, signed by who asks (ADR-44). */
record SignedLogin(Supplier<HttpClient> client, URI address, Identity me) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST = 64 << 10;
    private static final String METADATA =
            "{\"intent\":\"dcl:explorer:comms-handshake\",\"signer\":\"dcl:explorer\","
                    + "\"isGuest\":true}";

    /**
     * Asks.
     *
     * @return fails with a {@link CommsException} where the server does not say
     */
    CompletableFuture<ConnectionString> ask() {
        var request =
                new SignedRequest(SignedRequest.Method.POST, address, Instant.now(), METADATA);
        return me.signRequest(request)
                .thenApplyAsync(
                        chain -> answer(signed(request, AuthChain.read(chain).links())),
                        // It reads and waits.
                        reading -> Thread.ofVirtual().start(reading));
    }

    private static HttpRequest signed(SignedRequest request, List<AuthLink> links) {
        var builder =
                HttpRequest.newBuilder(request.address())
                        .timeout(PATIENCE)
                        .header(
                                "X-Identity-Timestamp",
                                Long.toString(request.time().toEpochMilli()))
                        .header("X-Identity-Metadata", request.metadata())
                        .POST(HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < links.size(); i++) {
            builder.header("X-Identity-Auth-Chain-" + i, AuthChain.toJson(links.get(i)));
        }
        return builder.build();
    }

    private ConnectionString answer(HttpRequest request) {
        try {
            var response = client.get().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return connection(response.statusCode(), body.readNBytes(LONGEST));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommsException("The question where to connect was given up.", stop);
        } catch (IOException broken) {
            throw new CommsException(
                    address.getHost() + " does not say where to connect: " + broken.getMessage(),
                    broken);
        }
    }

    private ConnectionString connection(int status, byte[] body) throws IOException {
        JsonNode answer = json(body);
        if (answer.path("fixedAdapter").isTextual()) {
            return ConnectionString.ofOthers(answer.path("fixedAdapter").textValue());
        }
        throw new CommsException(
                address.getHost()
                        + " does not say where to connect ("
                        + status
                        + "): "
                        + Reason.of(answer.path("message").asText("")));
    }

    private JsonNode json(byte[] body) throws IOException {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException none) {
            throw new CommsException(address.getHost() + " answers with something else than JSON.");
        }
    }
}
