// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.testing.LoopbackContent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

@Timeout(60)
class DownloadsTest {
    private static final int MOST = 1 << 20;
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close";

    @Test
    void givesWhatAServerHas() throws IOException {
        try (var server = new LoopbackContent().put("/a", new byte[] {1, 2, 3});
                var downloads = patient()) {
            var answer = downloads.ask(get(URI.create(server.address() + "/a")));
            assertArrayEquals(new byte[] {1, 2, 3}, answer.body());
        }
    }

    @Test
    void endsOneThatNeverAnswers() throws IOException {
        check(new FaultyServer((server, out) -> server.isOpenAfter(60_000)), "said nothing");
    }

    @Test
    void endsOneThatFallsSilent() throws IOException {
        check(
                new FaultyServer(
                        (server, out) -> {
                            out.write((OK + "\r\nContent-Length: 9\r\n\r\nx").getBytes());
                            out.flush();
                            server.isOpenAfter(60_000);
                        }),
                "said nothing");
    }

    @Test
    void endsOneThatIsTooSlow() throws IOException {
        check(
                new FaultyServer(
                        (server, out) -> {
                            out.write((OK + "\r\n\r\n").getBytes());
                            while (server.isOpenAfter(20)) {
                                out.write('x');
                                out.flush();
                            }
                        }),
                "takes longer");
    }

    @Test
    void endsOneThatNeverEnds() throws IOException {
        check(
                new FaultyServer(
                        (server, out) -> {
                            out.write((OK + "\r\n\r\n").getBytes());
                            while (server.isOpenAfter(0)) {
                                out.write(new byte[1 << 16]);
                            }
                        }),
                "more than");
    }

    @Test
    void endsOneThatNeverEndsItsHeaders() throws IOException {
        check(
                new FaultyServer(
                        (server, out) -> {
                            out.write((OK + "\r\n").getBytes());
                            for (int i = 0; server.isOpenAfter(0); i++) {
                                out.write(("X-" + i + ": x\r\n").getBytes());
                            }
                        }),
                "http");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 100|cannot be read",
                "Transfer-Encoding: chunked|cannot be read",
                "Content-Length: -5|cannot be read",
                "Content-Length: 1048577|more than",
                "Content-Length: 99999999999999999|more than",
                "Content-Length: 99999999999999999999999|cannot be read",
                "Content-Encoding: gzip|damaged",
                "Content-Encoding: br|nobody asked for",
            })
    void refusesABodyThatIsNotAsAnnounced(String header, String why) throws IOException {
        check(FaultyServer.saying(OK + "\r\n" + header, "5\r\nabc".getBytes()), why);
    }

    /** Longer altogether than the silence that it bears. */
    @Test
    void waitsWhileSomethingIsSent() throws IOException {
        try (var server = new FaultyServer(new SlowTaker());
                var downloads = new Downloads(limits(400, 60_000), HostReach.ofSystem())) {
            var post = Downloads.Question.post(server.address(), new byte[SlowTaker.LONG], MOST);
            assertEquals(200, downloads.ask(post).status());
            assertEquals(1, server.asked());
        }
    }

    /** Reads a long body at the pace of a slow network. */
    private static final class SlowTaker implements FaultyServer.Fault {
        static final int LONG = 32 << 20;

        /** A reader of the head may have taken as much already. */
        private static final int HEAD = 1 << 16;

        @Override
        public void take(FaultyServer server, InputStream in) throws IOException {
            for (int left = LONG - HEAD; left > 0 && server.isOpenAfter(20); ) {
                left -= in.readNBytes(Math.min(left, 1 << 19)).length;
            }
        }

        @Override
        public void happen(FaultyServer server, OutputStream out) throws IOException {
            out.write((OK + "\r\nContent-Length: 0\r\n\r\n").getBytes());
        }
    }

    @Test
    void takesNoMoreThanWasAnnounced() throws IOException {
        try (var server = FaultyServer.saying(OK + "\r\nContent-Length: 2", new byte[100]);
                var downloads = patient()) {
            assertEquals(2, downloads.ask(get(server.address())).body().length);
        }
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        byte[] bomb = gzip(new byte[50 << 20]);
        assertTrue(bomb.length < MOST);
        check(FaultyServer.saying(OK + "\r\nContent-Encoding: gzip", bomb), "more than");
    }

    @Test
    void inflatesWhatIsNoBomb() throws IOException {
        byte[] small = gzip(new byte[1000]);
        try (var server = FaultyServer.saying(OK + "\r\nContent-Encoding: gzip", small);
                var downloads = patient()) {
            assertEquals(1000, downloads.ask(get(server.address())).body().length);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/contents/a|from one address to the next",
                "http://localhost:1/|not public",
                "http://10.0.0.1/|not public",
                "http://[::1]/|not public",
                "file:///etc/passwd|no plain http",
                "ftp://example.org/|no plain http",
                "//user@example.org/|no plain http",
                "http:///nohost|no plain http",
                "ht tp|no address",
            })
    void refusesToBeLedAstray(String location, String why) throws IOException {
        check(FaultyServer.saying("HTTP/1.1 302 Go\r\nLocation: " + location, new byte[0]), why);
    }

    @ParameterizedTest
    @CsvSource({"404, is not there, 1", "500, answers 500, 1", "401, answers 401, 1"})
    void saysWhatTheServerSays(int status, String why, int asked) throws IOException {
        try (var server = FaultyServer.saying("HTTP/1.1 " + status + " No", new byte[0])) {
            check(server, why);
            assertEquals(asked, server.asked());
        }
    }

    @Test
    void asksAgainWhatMayPass() throws IOException {
        var busy = new AtomicInteger(2);
        var faulty =
                new FaultyServer(
                        (server, out) ->
                                out.write(
                                        (busy.getAndDecrement() > 0
                                                        ? "HTTP/1.1 503 Busy\r\n\r\n"
                                                        : OK + "\r\nContent-Length: 1\r\n\r\nx")
                                                .getBytes()));
        try (faulty;
                var downloads = patient()) {
            assertEquals(1, downloads.ask(get(faulty.address())).body().length);
            assertEquals(3, faulty.asked());
        }
    }

    @Test
    void givesUpAfterSomeAttempts() throws IOException {
        try (var server = FaultyServer.saying("HTTP/1.1 503 Busy", new byte[0])) {
            check(server, "answers 503");
            assertEquals(3, server.asked());
        }
    }

    @Test
    void endsWhatIsUnderWayWhenItIsClosed() throws IOException, InterruptedException {
        var came = new CountDownLatch(1);
        var silent =
                new FaultyServer(
                        (server, out) -> {
                            came.countDown();
                            server.isOpenAfter(60_000);
                        });
        try (silent) {
            var downloads = patient();
            var asking = CompletableFuture.runAsync(() -> ask(downloads, silent.address()));
            came.await();
            downloads.close();
            assertThrows(Exception.class, asking::join);
            assertThrows(IOException.class, () -> downloads.ask(get(silent.address())));
        }
    }

    @Test
    void asksOneHostNoMoreThanSoManyThingsAtOnce() throws IOException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var slow =
                new FaultyServer(
                        (server, out) -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            server.isOpenAfter(20);
                            now.decrementAndGet();
                            out.write((OK + "\r\nContent-Length: 0\r\n\r\n").getBytes());
                        });
        try (slow;
                var downloads = patient()) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 20; i++) {
                all.add(
                        CompletableFuture.runAsync(
                                () -> ask(downloads, slow.address()),
                                task -> Thread.ofVirtual().start(task)));
            }
            all.forEach(CompletableFuture::join);
        }
        assertTrue(most.get() <= 4, most::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://a/", "jar:file:a!/b", "a", "http://u@a/"})
    void asksNothingButTheWeb(String address) {
        try (var downloads = patient()) {
            assertThrows(IOException.class, () -> downloads.ask(get(URI.create(address))));
        }
    }

    private static void ask(Downloads downloads, URI address) {
        try {
            downloads.ask(get(address));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void check(FaultyServer server, String why) throws IOException {
        try (server;
                var downloads = new Downloads(limits(400, 1_500), HostReach.ofSystem())) {
            var failed =
                    assertThrows(IOException.class, () -> downloads.ask(get(server.address())));
            assertTrue(failed.getMessage().contains(why), failed::toString);
            assertTrue(failed.getMessage().endsWith("."), failed::toString);
        }
    }

    private static Downloads patient() {
        return new Downloads(limits(30_000, 30_000), HostReach.ofSystem());
    }

    static Downloads.Limits limits(long idleMillis, long totalMillis) {
        return new Downloads.Limits(
                Duration.ofSeconds(30),
                Duration.ofMillis(idleMillis),
                Duration.ofMillis(totalMillis),
                5,
                3,
                Duration.ofMillis(1),
                4);
    }

    private static Downloads.Question get(URI address) {
        return Downloads.Question.get(address, MOST);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
