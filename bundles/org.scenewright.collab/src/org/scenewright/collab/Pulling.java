// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;

import java.util.Arrays;
import java.util.Optional;

/** Bytes that somebody offered while they are pulled, so many pieces at a time. */
final class Pulling {
    /** How many bytes a piece has, but for the last one. */
    static final int PIECE = 11 << 10;

    /** How many pieces are asked for at once. */
    static final int WINDOW = 32;

    private final long transfer;
    private final Contents contents;
    private final byte[][] pieces;
    private int begun;
    private int missing;

    Pulling(long transfer, Contents contents) {
        this.transfer = transfer;
        this.contents = contents;
        this.pieces = new byte[Math.ceilDiv(contents.size(), PIECE)][];
        this.missing = pieces.length;
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

    /** Whether a piece is a new one of these bytes. */
    boolean take(Piece piece) {
        boolean isNew =
                piece.transfer() == transfer
                        && piece.index() >= 0
                        && piece.index() < pieces.length
                        && pieces[piece.index()] == null
                        && piece.bytes().length == length(piece.index());
        if (isNew) {
            pieces[piece.index()] = piece.bytes();
            missing--;
        }
        return isNew;
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

    /** All bytes; nothing where they are not what was offered. */
    Optional<byte[]> bytes() {
        var out = new Output();
        for (byte[] piece : pieces) {
            out.raw(piece);
        }
        byte[] bytes = out.toBytes();
        return Arrays.equals(Digests.sha256(bytes), contents.sha256())
                ? Optional.of(bytes)
                : Optional.empty();
    }
}
