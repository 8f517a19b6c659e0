// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** One {@code fetch} of a scene; what it is redirected to has to be permitted, too. */
final class Fetch {
    private static final int LARGEST = 16 << 20;
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Gate gate;

    /** Lets an address through. */
    @FunctionalInterface
    interface Gate {
        /**
         * @throws WebException when it may not be used
         */
        URI permitted(String url, String scheme) throws WebException;
    }

    Fetch(HttpClient client, Gate gate) {
        this.client = client;
        this.gate = gate;
    }

    static URI address(String url) throws WebException {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new WebException(url + " is no address.");
        }
    }

    /**
     * @throws WebException when it is not permitted, or nobody answers
     */
    SystemAnswer run(Value argument) throws WebException {
        String url = argument.text("url", "");
        String method = argument.text("method", "GET");
        String body = argument.text("body", "");
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var address = gate.permitted(url, "http");
            try (var answered = new Answered(send(request(address, method, body, argument)))) {
                var next = answered.redirect(address);
                if (next.isEmpty()) {
                    return answered.answer(i > 0);
                }
                boolean isKept = answered.response.statusCode() >= 307;
                method = isKept ? method : "GET";
                body = isKept ? body : "";
                url = next.get();
            } catch (IOException broken) {
                throw new WebException(url + " did not answer: " + broken.getMessage());
            }
        }
        throw new WebException(url + " leads on and on.");
    }

    private static HttpRequest request(URI address, String method, String body, Value argument)
            throws WebException {
        try {
            var content =
                    body.isEmpty()
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(body);
            var request =
                    HttpRequest.newBuilder(address)
                            .timeout(WebCalls.PATIENCE)
                            .method(method, content);
            argument.at(FieldPath.of("headers"))
                    .orElse(Value.EMPTY)
                    .members()
                    .forEach((name, value) -> request.header(name, value.text("", "")));
            return request.build();
        } catch (IllegalArgumentException refused) {
            throw new WebException("This cannot be asked for: " + refused.getMessage() + ".");
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, WebException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException ended) {
            throw new WebException("The scene has ended.");
        }
    }

    /** What came back. */
    private record Answered(HttpResponse<InputStream> response) implements AutoCloseable {

        Optional<String> redirect(URI from) throws WebException {
            var location = response.headers().firstValue("location");
            return REDIRECTS.contains(response.statusCode()) && location.isPresent()
                    ? Optional.of(from.resolve(address(location.get())).toString())
                    : Optional.empty();
        }

        SystemAnswer answer(boolean isRedirected) throws IOException, WebException {
            byte[] body = response.body().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new WebException(response.uri() + " is larger than 16 MB.");
            }
            Value headers = Value.EMPTY;
            for (var header : response.headers().map().entrySet()) {
                var all = Value.of(String.join(", ", header.getValue()));
                headers = EditorCalls.with(headers, header.getKey(), all);
            }
            var status = Value.fields("status", Value.of(response.statusCode()));
            var named = EditorCalls.with(status, "headers", headers);
            var text = Value.of(new String(body, StandardCharsets.UTF_8));
            var whole = EditorCalls.with(named, "body", text);
            var found = EditorCalls.with(whole, "url", Value.of(response.uri().toString()));
            return EditorCalls.fulfilled(
                    EditorCalls.with(found, "redirected", Value.of(isRedirected)));
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
