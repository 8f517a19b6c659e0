// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.util.function.Supplier;

/**
 * How much may go to the graphics card within one frame, so that opening a scene does not freeze
 * the picture: as much as takes so long, by what it took until now.
 */
final class Uploads {
    private static final long NANOS_PER_FRAME = 20_000_000;

    /** What graphics cards take in while the processor goes on is not measured. */
    private static final long MOST_BYTES_PER_FRAME = 48 << 20;

    /** Less says nothing about the speed. */
    private static final long TELLING_BYTES = 1 << 20;

    private double nanosPerByte = 2;
    private long spent;
    private long left;
    private boolean begun;
    private boolean refused;

    void begin() {
        spent = 0;
        left = MOST_BYTES_PER_FRAME;
        begun = false;
        refused = false;
    }

    /** Whether so many bytes may go now; the first ones of a frame always may, however many. */
    boolean take(long bytes) {
        if (begun && (bytes > left || spent + bytes * nanosPerByte > NANOS_PER_FRAME)) {
            refused = true;
            return false;
        }
        begun = true;
        left -= bytes;
        return true;
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

    /** Whether something had to stay behind in this frame. */
    boolean refused() {
        return refused;
    }
}
