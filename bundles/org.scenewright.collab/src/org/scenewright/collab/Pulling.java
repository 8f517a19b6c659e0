// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes that somebody offered while they are pulled, so many pieces at a time. What came is summed
 * up on the way, as all at once would keep edits waiting.
 */
final class Pulling {
    /** How many bytes a piece has, but for the last one. */
    static final int PIECE = 11 << 10;

    /** How many pieces are asked for at once. */
    static final int WINDOW = 32;

    private final long transfer;
    private final Contents contents;
    private final byte[][] pieces;
    private final MessageDigest digest = Digests.begin();
    private byte[] sha256 = new byte[0];
    private int summed;
    private int begun;
    private int missing;

    Pulling(long transfer, Contents contents) {
        this.transfer = transfer;
        this.contents = contents;
        this.pieces = new byte[Math.ceilDiv(contents.size(), PIECE)][];
        this.missing = pieces.length;
        sumUp();
    }

    Contents contents() {
        return contents;
    }

    /** What to ask for next; nothing where all is there. */
    Optional<Pull> next() {
        while (begun < pieces.length && pieces[begun] != null) {
            begun++;
        }
        int count = Math.min(WINDOW, pieces.length - begun);
        return count > 0 ? Optional.of(new Pull(transfer, begun, count)) : Optional.empty();
    }

    /** Whether a piece is a new one of these bytes, and of those that were asked for last. */
    boolean take(Piece piece) {
        boolean isNew =
                piece.transfer() == transfer
                        && piece.index() >= begun
                        && piece.index() < Math.min(begun + WINDOW, pieces.length)
                        && pieces[piece.index()] == null
                        && piece.bytes().length == length(piece.index());
        if (isNew) {
            pieces[piece.index()] = piece.bytes();
            missing--;
            sumUp();
        }
        return isNew;
    }

    /** Goes on as far as there is nothing missing. */
    private void sumUp() {
        while (summed < pieces.length && pieces[summed] != null) {
            digest.update(pieces[summed++]);
        }
        if (isComplete()) {
            sha256 = digest.digest();
        }
    }

    private int length(int index) {
        return Math.min(PIECE, contents.size() - index * PIECE);
    }

    /** Whether all pieces are there that were asked for at once. */
    boolean isWindowFull() {
        int end = Math.min(begun + WINDOW, pieces.length);
        return Arrays.stream(pieces, begun, end).allMatch(piece -> piece != null);
    }

    boolean isComplete() {
        return missing == 0;
    }

    /** Whether all that came is what was offered. */
    boolean isTrue() {
        return Arrays.equals(sha256, contents.sha256());
    }

    /** All bytes; nothing where they are not what was offered. */
    Optional<byte[]> bytes() {
        return isTrue() ? Optional.of(joined()) : Optional.empty();
    }

    /** All bytes, once they are there; any thread. */
    byte[] joined() {
        var whole = ByteBuffer.allocate(contents.size());
        for (byte[] piece : pieces) {
            whole.put(piece);
        }
        return whole.array();
    }
}
