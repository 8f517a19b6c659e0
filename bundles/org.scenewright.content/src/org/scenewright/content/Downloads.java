// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Asks servers for bytes, and never for longer or for more than it was told: whatever a server
 * does, each request ends. Any thread; requests block. Closing it ends all that are under way. Who
 * may be asked, and where answers may lead on to, {@link HostReach} decides.
 */
public final class Downloads implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Of one who may answer the next time: too many requests, and servers before servers. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final int HOSTS = 64;

    private final HttpClient client;
    private final Limits limits;
    private final HostReach reach;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore[] perHost;

    /**
     * How long and how often.
     *
     * @param connect until a connection stands
     * @param idle without a byte that goes or comes
     * @param total for one attempt with its redirects, from when its turn has come
     * @param redirects at most
     * @param attempts where a server fails in a way that may pass; at least 1
     * @param pause before the second attempt, doubled before each further one
     * @param perHost requests at once to one host
     */
    public record Limits(
            Duration connect,
            Duration idle,
            Duration total,
            int redirects,
            int attempts,
            Duration pause,
            int perHost) {
        public static final Limits USUAL =
                new Limits(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(10),
                        5,
                        3,
                        Duration.ofMillis(500),
                        6);
    }

    /**
     * What is asked.
     *
     * @param body JSON that is posted; a request without one is a GET
     * @param headers besides the usual
     * @param most more bytes than these are refused
     */
    public record Question(
            URI address, Optional<byte[]> body, Map<String, String> headers, long most) {
        public Question {
            headers = Map.copyOf(headers);
            // No array is longer.
            most = Math.min(most, Integer.MAX_VALUE - 9);
        }

        /** A GET. */
        public static Question get(URI address, long most) {
            return new Question(address, Optional.empty(), Map.of(), most);
        }

        /** A POST of JSON that a server may well get twice. */
        public static Question post(URI address, byte[] json, long most) {
            return new Question(address, Optional.of(json), Map.of(), most);
        }

        private HttpRequest request(URI at, Runnable moved) {
            var request = HttpRequest.newBuilder(at).header("Accept-Encoding", "gzip");
            headers.forEach(request::header);
            body.ifPresent(
                    json ->
                            request.header("Content-Type", "application/json")
                                    .POST(publisher(json, moved)));
            return request.build();
        }

        private static BodyPublisher publisher(byte[] json, Runnable moved) {
            return json.length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                            BodyPublishers.ofByteArrays(new Pieces(json, moved)), json.length);
        }
    }

    /**
     * What came of it.
     *
     * @param body inflated where it came compressed
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    public Downloads() {
        this(Limits.USUAL, HostReach.ofSystem());
    }

    Downloads(Limits limits, HostReach reach) {
        this.limits = limits;
        this.reach = reach;
        perHost =
                Stream.generate(() -> new Semaphore(limits.perHost()))
                        .limit(HOSTS)
                        .toArray(Semaphore[]::new);
        client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect())
                        .build();
    }

    /**
     * Asks, and asks again where that may help.
     *
     * @return an answer of status 200 to 299, or 304
     * @throws NoAnswerException with a sentence for people where there is none
     * @throws TooLargeException where it is larger than wanted
     * @throws IOException where the address may not be asked
     */
    public Answer ask(Question question) throws IOException {
        HostReach.checked(question.address());
        var pause = limits.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                return askOnce(question);
            } catch (NoAnswerException failed) {
                if (attempt >= limits.attempts() || !failed.mayPass() || isClosed()) {
                    throw failed;
                }
            }
            rest(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void rest(Duration pause) throws IOException {
        try {
            if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new NoAnswerException("It was stopped.", 0, false);
            }
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new NoAnswerException("It was stopped.", 0, false);
    }

    private Answer askOnce(Question question) throws IOException {
        long end = Long.MAX_VALUE;
        var address = question.address();
        for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
            var permits = perHost[Math.floorMod(address.getHost().hashCode(), HOSTS)];
            acquire(permits);
            try {
                end = end == Long.MAX_VALUE ? System.nanoTime() + limits.total().toNanos() : end;
                var answer = send(question, address, end);
                if (!REDIRECTS.contains(answer.status())) {
                    return good(answer, address);
                }
                address = next(question, address, answer);
            } finally {
                permits.release();
            }
        }
        throw new NoAnswerException(question.address() + " leads from one address to the next.");
    }

    private void acquire(Semaphore permits) throws IOException {
        try {
            permits.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
        if (isClosed()) {
            permits.release();
            throw new NoAnswerException("It was stopped.", 0, false);
        }
    }

    private URI next(Question question, URI from, Answer answer) throws IOException {
        // These two alone say that the same is to be posted there.
        boolean keepsBody = answer.status() == 307 || answer.status() == 308;
        String location = answer.headers().getOrDefault("location", "");
        if (location.isEmpty() || question.body().isPresent() && !keepsBody) {
            throw new NoAnswerException(from + " leads nowhere.");
        }
        try {
            return reach.checked(from, from.resolve(location));
        } catch (IllegalArgumentException noAddress) {
            throw new NoAnswerException(from + " leads to something that is no address.");
        }
    }

    private static Answer good(Answer answer, URI address) throws IOException {
        if (answer.status() / 100 == 2 || answer.status() == 304) {
            return answer;
        }
        String said =
                answer.status() == 404
                        ? " is not there (404)."
                        : " answers " + answer.status() + ".";
        throw new NoAnswerException(
                address + said, answer.status(), PASSING.contains(answer.status()));
    }

    private Answer send(Question question, URI address, long end) throws IOException {
        var progress = new Progress(address, question.most());
        var coming = client.sendAsync(question.request(address, progress::moved), progress);
        try {
            return answer(await(coming, progress, end), question);
        } catch (ExecutionException failed) {
            throw failure(address, failed.getCause());
        } catch (InterruptedException stopped) {
            throw interrupted();
        } finally {
            // Ends the exchange, too, where its answer is not wanted any more.
            coming.cancel(true);
        }
    }

    private HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> coming, Progress progress, long end)
            throws IOException, ExecutionException, InterruptedException {
        while (true) {
            long idleEnd = progress.last() + limits.idle().toNanos();
            long wait = Math.min(idleEnd, end) - System.nanoTime();
            try {
                return coming.get(Math.max(wait, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                progress.check(limits, end);
            }
        }
    }

    private static Answer answer(HttpResponse<byte[]> response, Question question)
            throws IOException {
        var headers = new HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        byte[] body = Inflation.inflated(response, question.most());
        return new Answer(response.statusCode(), Map.copyOf(headers), body);
    }

    private IOException failure(URI address, Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof TooLargeException tooLarge) {
                return tooLarge;
            }
        }
        return isClosed()
                ? new NoAnswerException("It was stopped.", 0, false)
                : new NoAnswerException(address + " cannot be read: " + reason(cause), 0, true);
    }

    private static String reason(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException late -> "no connection in time.";
            case ConnectException refused -> "no connection.";
            default -> cause.getMessage() + ".";
        };
    }

    /** Ends all requests that are under way, and all that come. */
    @Override
    public void close() {
        closed.countDown();
        client.shutdownNow();
    }
}
