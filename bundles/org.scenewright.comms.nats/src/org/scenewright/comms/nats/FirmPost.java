// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.Schedule;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What has to arrive, on its way to the stream; the adapter's thread only.
 *
 * <p>One envelope is on its way at a time, and what is sent meanwhile goes with the next one. So
 * the order holds whatever the server loses and is told again, and under load one signature and one
 * proof serve many messages.
 */
final class FirmPost {
    /** Most bytes of an envelope, however much the server takes. */
    static final int MOST_BYTES = 256 << 10;

    private static final long RETRY_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 30_000;

    /** What the post needs of its adapter. */
    interface Sealing {

        /** An envelope of that kind. */
        byte[] seal(Kind kind, ByteBuffer body);

        /** How many bytes the body of an envelope may have. */
        int mostBody();

        /** Hands an envelope to the server. */
        CompletableFuture<Void> store(byte[] envelope);

        /** The server takes nothing any more. */
        void lost();
    }

    private record Carried(byte[] envelope, long bytes, long sinceMillis, boolean isLast) {}

    private final Deque<Part> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> emptied = new CompletableFuture<>();
    private final AtomicLong waitingBytes;
    private final Schedule schedule;
    private final Sealing sealing;
    private Optional<Carried> carried = Optional.empty();
    private boolean isClosing;
    private boolean isOver;

    FirmPost(Schedule schedule, Sealing sealing, AtomicLong waitingBytes) {
        this.schedule = schedule;
        this.sealing = sealing;
        this.waitingBytes = waitingBytes;
    }

    /** Its bytes count as waiting already. */
    void add(Part part) {
        if (!isOver && !isClosing) {
            waiting.add(part);
            carry();
        }
    }

    /**
     * Sends what waits, and a farewell behind it.
     *
     * @return complete when the server has it, or will not have it
     */
    CompletableFuture<Void> close() {
        if (!isClosing) {
            isClosing = true;
            carry();
        }
        return emptied;
    }

    /** Gives up what waits. */
    void abort() {
        isOver = true;
        waiting.clear();
        emptied.complete(null);
    }

    private void carry() {
        if (isOver || carried.isPresent()) {
            return;
        }
        if (!waiting.isEmpty()) {
            launch(fill());
        } else if (isClosing) {
            launch(letter(Kind.FAREWELL, ByteBuffer.allocate(0), 0));
        }
    }

    private Carried fill() {
        int room = sealing.mostBody();
        ByteBuffer body = ByteBuffer.allocate(room);
        long bytes = 0;
        while (!waiting.isEmpty() && body.remaining() > Part.AROUND) {
            Part part = waiting.remove();
            int fitting = Math.min(part.bytes().remaining(), body.remaining() - Part.AROUND);
            if (fitting < part.bytes().remaining()) {
                waiting.addFirst(rest(part, fitting));
                part = new Part(part.only(), true, part.bytes().slice(0, fitting));
            }
            part.write(body);
            bytes += fitting;
        }
        return letter(Kind.FIRM, body.flip(), bytes);
    }

    private static Part rest(Part part, int from) {
        int length = part.bytes().remaining() - from;
        return new Part(part.only(), false, part.bytes().slice(from, length));
    }

    private Carried letter(Kind kind, ByteBuffer body, long bytes) {
        return new Carried(
                sealing.seal(kind, body), bytes, schedule.millis(), kind == Kind.FAREWELL);
    }

    private void launch(Carried letter) {
        carried = Optional.of(letter);
        sealing.store(letter.envelope())
                .whenComplete((done, failure) -> schedule.after(0, () -> came(failure == null)));
    }

    private void came(boolean isStored) {
        if (isOver || carried.isEmpty()) {
            return;
        }
        Carried letter = carried.orElseThrow();
        if (isStored) {
            waitingBytes.addAndGet(-letter.bytes());
            carried = Optional.empty();
            finishOrCarry(letter);
        } else if (schedule.millis() - letter.sinceMillis() > PATIENCE_MILLIS) {
            sealing.lost();
        } else {
            schedule.after(RETRY_MILLIS, () -> again(letter));
        }
    }

    private void finishOrCarry(Carried letter) {
        if (letter.isLast()) {
            abort();
        } else {
            carry();
        }
    }

    private void again(Carried letter) {
        if (!isOver) {
            launch(letter);
        }
    }
}
