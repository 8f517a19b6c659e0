// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How much may go to the graphics card within one frame, so that opening a scene does not freeze
 * the picture: as much as takes so long, by what it took until now. Where drawing takes long
 * anyway, it may take a quarter of that.
 */
final class Uploads {
    private static final long NANOS_PER_FRAME = 20_000_000;
    private static final int PART_OF_DRAWING = 4;

    /** What graphics cards take in while the processor goes on is not measured. */
    private static final long MOST_BYTES_PER_FRAME = 48 << 20;

    /** Goes until the time is really over: the first uploads of all say nothing of the others. */
    private static final long LEAST_BYTES_PER_FRAME = 4 << 20;

    /** Less says nothing about the speed. */
    private static final long TELLING_BYTES = 1 << 20;

    private double nanosPerByte = 2;
    private long budget = NANOS_PER_FRAME;
    private long spent;
    private long left;
    private boolean begun;
    private boolean refused;
    private int frame;

    void begin() {
        frame++;
        spent = 0;
        left = MOST_BYTES_PER_FRAME;
        begun = false;
        refused = false;
    }

    /** The number of the frame. */
    int frame() {
        return frame;
    }

    /**
     * Whether so many bytes may go now; the first ones of a frame always may, however many.
     *
     * @param isAtHand whether they are there to be sent; asked only where they may
     */
    boolean take(long bytes, BooleanSupplier isAtHand) {
        boolean may = !isTooMuch(bytes) && isAtHand.getAsBoolean();
        refused |= !may;
        begun |= may;
        left -= may ? bytes : 0;
        return may;
    }

    private boolean isTooMuch(long bytes) {
        boolean isMuch = MOST_BYTES_PER_FRAME - left + bytes > LEAST_BYTES_PER_FRAME;
        boolean isSlow = spent + bytes * nanosPerByte > budget;
        return begun && (bytes > left || spent > budget || isMuch && isSlow);
    }

    /** Sends so many bytes that may go. */
    <T> T send(long bytes, Supplier<T> sending) {
        long start = System.nanoTime();
        var sent = sending.get();
        took(bytes, System.nanoTime() - start);
        return sent;
    }

    void took(long bytes, long nanos) {
        spent += nanos;
        if (bytes >= TELLING_BYTES) {
            nanosPerByte += ((double) nanos / bytes - nanosPerByte) / 4;
        }
    }

    /** Tells how long the picture took with all that was sent for it. */
    void drew(long nanos) {
        budget = Math.max(NANOS_PER_FRAME, (nanos - spent) / PART_OF_DRAWING);
    }

    /** How long this frame has been sending. */
    Duration spent() {
        return Duration.ofNanos(spent);
    }

    /** Whether something had to stay behind in this frame. */
    boolean refused() {
        return refused;
    }
}
