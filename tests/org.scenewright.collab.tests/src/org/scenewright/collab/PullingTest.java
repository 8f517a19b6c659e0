// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Bytes that come in pieces, and are summed up on the way. */
class PullingTest {
    private static final int PIECES = 2 * Pulling.WINDOW + 5;
    private static final byte[] BYTES = bytes();

    private final Pulling pulling = pulling(Digests.sha256(BYTES));

    private static byte[] bytes() {
        var bytes = new byte[(PIECES - 1) * Pulling.PIECE + 100];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static Pulling pulling(byte[] sha256) {
        return new Pulling(7, new Contents(BYTES.length, sha256, Optional.empty()));
    }

    private static Piece piece(int index) {
        int from = index * Pulling.PIECE;
        int to = Math.min(from + Pulling.PIECE, BYTES.length);
        return new Piece(7, index, Arrays.copyOfRange(BYTES, from, to));
    }

    /** Pulls all, of each window the last piece first. */
    private static void pullAll(Pulling pulling) {
        for (var next = pulling.next(); next.isPresent(); next = pulling.next()) {
            var pull = next.get();
            for (int index = pull.first() + pull.count() - 1; index >= pull.first(); index--) {
                assertTrue(pulling.take(piece(index)), index + " is new");
            }
        }
    }

    @Test
    void whatWasOfferedIsThereOnceAllCame() {
        pullAll(pulling);
        assertTrue(pulling.isComplete());
        assertArrayEquals(BYTES, pulling.bytes().orElseThrow());
    }

    @Test
    void whatIsSomethingElseIsNotThere() {
        var other = pulling(Digests.sha256(new byte[1]));
        pullAll(other);
        assertTrue(other.isComplete());
        assertFalse(other.isTrue());
        assertEquals(Optional.empty(), other.bytes());
    }

    @Test
    void nothingIsThereAtOnce() {
        var contents = new Contents(0, Digests.sha256(new byte[0]), Optional.empty());
        var nothing = new Pulling(7, contents);
        assertTrue(nothing.isComplete());
        assertEquals(0, nothing.bytes().orElseThrow().length);
    }

    @Test
    void whatWasNotAskedForIsNotTakenSoThatLittleIsSummedUpAtOnce() {
        assertFalse(pulling.take(piece(Pulling.WINDOW)));
        for (int index = 1; index < Pulling.WINDOW; index++) {
            assertTrue(pulling.take(piece(index)));
        }
        assertEquals(Optional.of(new Pull(7, 0, Pulling.WINDOW)), pulling.next());
        assertFalse(pulling.take(piece(Pulling.WINDOW)));
        assertTrue(pulling.take(piece(0)));
        assertTrue(pulling.isWindowFull());
        assertEquals(Optional.of(new Pull(7, 32, Pulling.WINDOW)), pulling.next());
        assertTrue(pulling.take(piece(Pulling.WINDOW)));
    }

    @Test
    void aPieceThatCameIsNotTakenAgain() {
        assertTrue(pulling.take(piece(0)));
        assertFalse(pulling.take(piece(0)));
        assertFalse(pulling.take(new Piece(8, 1, piece(1).bytes())));
        assertFalse(pulling.take(new Piece(7, 1, new byte[3])));
        assertFalse(pulling.take(new Piece(7, -1, piece(1).bytes())));
    }
}
