// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import org.jspecify.annotations.NonNull;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Bytes that are sent piece by piece, as the network takes them.
 *
 * @param moved is called before each piece
 */
record Pieces(byte[] bytes, Runnable moved) implements Iterable<byte @NonNull []> {
    private static final int PIECE = 1 << 16;

    @Override
    public Iterator<byte @NonNull []> iterator() {
        return IntStream.rangeClosed(0, (bytes.length - 1) / PIECE)
                .mapToObj(this::piece)
                .iterator();
    }

    private byte[] piece(int number) {
        moved.run();
        int from = number * PIECE;
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
    }
}
