// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * What has come of an answer so far, and when its last byte came. Written by the threads of the
 * exchange.
 */
@SuppressWarnings("null") // the JDK's types say nothing about null
final class Progress implements HttpResponse.BodyHandler<byte[]> {
    private final URI address;
    private final long most;
    private volatile long last = System.nanoTime();

    Progress(URI address, long most) {
        this.address = address;
        this.most = most;
    }

    /** When there was something new the last time, by {@link System#nanoTime}. */
    long last() {
        return last;
    }

    /** There is something new. */
    void moved() {
        last = System.nanoTime();
    }

    /**
     * Ends the wait where it was too long.
     *
     * @param end the latest end of all, by {@link System#nanoTime}
     */
    void check(Downloads.Limits limits, long end) throws IOException {
        long now = System.nanoTime();
        if (now - end >= 0) {
            throw new NoAnswerException(
                    address + " takes longer than " + limits.total().toSeconds() + " s.", 0, false);
        }
        if (now - last >= limits.idle().toNanos()) {
            throw new NoAnswerException(
                    address + " has said nothing for " + limits.idle().toSeconds() + " s.",
                    0,
                    true);
        }
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo head) {
        moved();
        return new Body(head.headers().firstValueAsLong("content-length").orElse(0));
    }

    private TooLargeException tooLarge() {
        return new TooLargeException(address + " has more than " + most + " bytes.");
    }

    /** Bytes as they come; memory follows what has come, not what was announced. */
    private final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long announced;
        private Flow.@Nullable Subscription subscription;

        Body(long announced) {
            this.announced = announced;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (announced > most) {
                given.cancel();
                whole.completeExceptionally(tooLarge());
            } else {
                given.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            moved();
            for (var part : parts) {
                if (whole.isDone() || bytes.size() + (long) part.remaining() > most) {
                    refuse();
                    return;
                }
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
            }
        }

        private void refuse() {
            var running = subscription;
            if (running != null) {
                running.cancel();
            }
            whole.completeExceptionally(tooLarge());
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
