// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.collab.SessionMessage.StateRequest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** What is given away in pieces to those who asked for it, for as long as they pull. */
final class Giving {
    private static final int MOST = 8;
    private static final long PATIENCE = 60_000;

    private final Parts parts;
    private final SequencedMap<Long, Gift> gifts = new LinkedHashMap<>();
    private long lastTransfer;

    private static final class Gift {
        final String receiver;
        final byte[] bytes;
        long usedAt;

        Gift(String receiver, byte[] bytes, long now) {
            this.receiver = receiver;
            this.bytes = bytes;
            this.usedAt = now;
        }
    }

    Giving(Parts parts) {
        this.parts = parts;
    }

    /** Offers the document to somebody who asks, where it is what the session holds. */
    void asked(String sender, StateRequest request) {
        boolean isCommon = parts.isCommon(parts.authority().ground().base());
        if (!isCommon || !parts.mayEdit() || parts.authority().of(sender) == Role.BANNED) {
            parts.send(sender, new Refused(request.nonce(), "The scene cannot be had here."));
            return;
        }
        long base = parts.log().base();
        var reach = parts.log().reach();
        parts.document()
                .copy()
                .thenAcceptAsync(
                        // What it holds beyond that comes again, and changes nothing.
                        copy ->
                                give(
                                        sender,
                                        request.nonce(),
                                        copy,
                                        Optional.of(new State(base, reach))),
                        parts.executor());
    }

    private void give(String receiver, long nonce, byte[] bytes, Optional<State> state) {
        gifts.values().removeIf(gift -> gift.receiver.equals(receiver));
        if (gifts.size() >= MOST) {
            gifts.pollFirstEntry();
        }
        gifts.put(++lastTransfer, new Gift(receiver, bytes, parts.now()));
        var contents = new Contents(bytes.length, Digests.sha256(bytes), state);
        parts.send(receiver, new Offer(nonce, lastTransfer, contents));
    }

    void pulled(String sender, Pull pull) {
        var gift = gifts.get(pull.transfer());
        if (gift == null || !gift.receiver.equals(sender)) {
            return;
        }
        gift.usedAt = parts.now();
        int pieces = Math.ceilDiv(gift.bytes.length, Pulling.PIECE);
        int first = Math.max(0, pull.first());
        long end = Math.min(pieces, (long) first + Math.min(pull.count(), Pulling.WINDOW));
        for (int index = first; index < end; index++) {
            int from = index * Pulling.PIECE;
            int to = Math.min(from + Pulling.PIECE, gift.bytes.length);
            var bytes = Arrays.copyOfRange(gift.bytes, from, to);
            parts.send(sender, new Piece(pull.transfer(), index, bytes));
        }
    }

    void tick() {
        gifts.values().removeIf(gift -> parts.now() - gift.usedAt > PATIENCE);
    }

    void forget(String receiver) {
        gifts.values().removeIf(gift -> gift.receiver.equals(receiver));
    }
}
