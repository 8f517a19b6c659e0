// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The {@code fetch} and the {@code WebSocket} of one running scene, by the network of this machine
 * and only where the project permits it. Usable from any thread.
 */
public final class WebCalls implements SystemCalls {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 8;

    private final Permission permission;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ScriptSockets sockets = new ScriptSockets(client);
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);

    /** What a scene may ask of the network; a port, asked on any thread. */
    @FunctionalInterface
    public interface Permission {
        /** Why an address may not be used, as a sentence; nothing where it may. */
        Optional<String> objection(URI address);
    }

    public WebCalls(Permission permission) {
        this.permission = permission;
    }

    @Override
    public void call(ScriptHearing.Call call, Consumer<SystemAnswer> answer) {
        Thread.ofVirtual().name("web call").start(() -> answer(call, answer));
    }

    private void answer(ScriptHearing.Call call, Consumer<SystemAnswer> answer) {
        try {
            var argument = ValueJson.parse(call.json());
            switch (call.module() + "." + call.function()) {
                case "Fetch.fetch" -> answer.accept(fetch(argument));
                case "WebSocket.open" -> sockets.open(permitted(argument, "ws"), argument, answer);
                case "WebSocket.receive" -> sockets.receive(argument, answer);
                case "WebSocket.send" -> sockets.send(argument, call.bytes(), answer);
                case "WebSocket.close" -> sockets.close(argument, answer);
                default -> answer.accept(new SystemAnswer.Rejected("There is no such call."));
            }
        } catch (SchemaException | WebException unfit) {
            answer.accept(new SystemAnswer.Rejected(String.valueOf(unfit.getMessage())));
        }
    }

    private SystemAnswer fetch(Value argument) throws WebException {
        atOnce.acquireUninterruptibly();
        try {
            return new Fetch(client, this::permitted).run(argument);
        } finally {
            atOnce.release();
        }
    }

    private URI permitted(Value argument, String scheme) throws WebException {
        return permitted(argument.text("url", ""), scheme);
    }

    /**
     * @param scheme {@code http} or {@code ws}; the safe one of both is meant, too
     */
    private URI permitted(String url, String scheme) throws WebException {
        var address = Fetch.address(url);
        String used = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!used.equals(scheme) && !used.equals(scheme + "s")) {
            throw new WebException(url + " is no address of " + scheme + " or " + scheme + "s.");
        }
        var objection = permission.objection(address);
        if (objection.isPresent()) {
            throw new WebException(objection.get());
        }
        return address;
    }

    @Override
    public void ended() {
        sockets.end();
        client.shutdownNow();
    }
}
