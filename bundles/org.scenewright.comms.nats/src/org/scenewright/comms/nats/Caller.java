// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A session of somebody, and what came of it; the adapter's thread only. */
final class Caller {
    private final String address;
    private final long[] numbers = new long[Kind.values().length];
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    private long era;
    private long heardMillis;
    private boolean isOver;
    private boolean isLive;
    private long liveNumber;
    private long freshMillis;

    Caller(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    long era() {
        return era;
    }

    /** When something of it came last, by the clock of the schedule. */
    long heardMillis() {
        return heardMillis;
    }

    void heard(long millis) {
        heardMillis = millis;
    }

    /** Whether it is known to be there now. */
    boolean isLive() {
        return isLive;
    }

    /**
     * It is known to be there now.
     *
     * @param number of the envelope that shows it
     * @param millis by its own clock, when whoever listens had begun to
     */
    void live(long number, long millis) {
        isLive = true;
        liveNumber = number;
        freshMillis = millis;
    }

    /** Whether an envelope was sealed since whoever listens had begun to. */
    boolean isFresh(Envelope envelope) {
        return envelope.number() >= liveNumber || envelope.millis() >= freshMillis;
    }

    /** Whether an envelope comes behind those that came on its subject; never after the last. */
    boolean isNews(Envelope envelope) {
        return !isOver && envelope.number() > numbers[slot(envelope.kind())];
    }

    /** Nothing up to this number is news any more. */
    long last() {
        return isOver ? Long.MAX_VALUE : Arrays.stream(numbers).max().orElse(0);
    }

    void take(Envelope envelope) {
        numbers[slot(envelope.kind())] = envelope.number();
        era = Math.max(era, envelope.era());
        isOver |= envelope.kind() == Kind.FAREWELL;
    }

    /** What is said on one subject comes in order. */
    private static int slot(Kind kind) {
        return (kind.isStored() ? Kind.FIRM : kind).ordinal();
    }

    /**
     * Puts a part behind those that it continues.
     *
     * @return the message when it is whole, read-only; nothing when it is no message of ours
     */
    Optional<ByteBuffer> join(Part part, int mostBytes) {
        byte[] bytes = new byte[part.bytes().remaining()];
        part.bytes().duplicate().get(bytes);
        // One byte beyond the bound tells that it is broken, and costs no memory.
        if (pieces.size() <= mostBytes) {
            pieces.write(bytes, 0, Math.min(bytes.length, mostBytes + 1 - pieces.size()));
        }
        if (part.isMore()) {
            return Optional.empty();
        }
        byte[] whole = pieces.toByteArray();
        pieces.reset();
        return whole.length > mostBytes
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(whole).asReadOnlyBuffer());
    }
}
