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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is given away in pieces to those who asked for it, for as long as they pull.
 *
 * <p>Whatever others ask for, one copy is made at a time, everybody gets one thing at a time, and
 * no more is sent than goes out.
 */
final class Giving {
    /** How long somebody waits before they may ask for the document again, in milliseconds. */
    static final long REST = 1000;

    /** The most pieces that are sent between two ticks. */
    static final int MOST_PIECES = 24;

    private static final int MOST = 64;
    private static final int TURN = 8;
    private static final long PATIENCE = 60_000;
    private static final long MOST_WAITING = 512 << 10;

    private final Parts parts;
    private final SequencedMap<Long, Gift> gifts = new LinkedHashMap<>();
    private final Map<String, Long> asking = new LinkedHashMap<>();
    private final Map<String, Long> resting = new HashMap<>();
    private final Replies replies = new Replies(REST, this::due);
    private Optional<Copy> last = Optional.empty();
    private boolean isCopying;
    private long lastTransfer;
    private int budget = MOST_PIECES;

    private record Copy(byte[] bytes, byte[] sha256, State state) {}

    private static final class Gift {
        final String receiver;
        final byte[] bytes;
        long usedAt;
        int next;
        int end;

        Gift(String receiver, byte[] bytes, long now) {
            this.receiver = receiver;
            this.bytes = bytes;
            this.usedAt = now;
        }

        int pieces() {
            return Math.ceilDiv(bytes.length, Pulling.PIECE);
        }

        byte[] piece(int index) {
            int from = index * Pulling.PIECE;
            return Arrays.copyOfRange(bytes, from, Math.min(from + Pulling.PIECE, bytes.length));
        }
    }

    Giving(Parts parts) {
        this.parts = parts;
    }

    /** Offers the document to somebody who asks, where it is what the session holds. */
    void asked(String sender, StateRequest request) {
        if (!mayHave(sender)) {
            refuse(sender, request.nonce());
        } else if (resting.size() < ByAddress.MOST || resting.containsKey(sender)) {
            resting.put(sender, request.nonce());
            replies.owe(sender, parts.now());
        }
    }

    private boolean mayHave(String address) {
        return parts.isCommon(parts.authority().ground().base())
                && parts.mayEdit()
                && parts.authority().of(address) != Role.BANNED;
    }

    private void due(String receiver) {
        Optional.ofNullable(resting.remove(receiver)).ifPresent(nonce -> due(receiver, nonce));
    }

    private void due(String receiver, long nonce) {
        if (mayHave(receiver)) {
            asking.put(receiver, nonce);
            giveOrCopy();
        } else {
            refuse(receiver, nonce);
        }
    }

    private void refuse(String receiver, long nonce) {
        parts.send(receiver, new Refused(nonce, "The scene cannot be had here."));
    }

    private void giveOrCopy() {
        var same = last.filter(copy -> isNow(copy.state()));
        if (same.isPresent()) {
            giveAll(same.get());
        } else if (!isCopying) {
            ProvenReach.of(parts.log(), parts.keys())
                    .map(proven -> new State(parts.log().base(), proven))
                    .ifPresentOrElse(this::copy, this::refuseAll);
        }
    }

    private boolean isNow(State state) {
        return parts.isCommon(state.base()) && state.reach().equals(parts.log().reach());
    }

    private void copy(State now) {
        isCopying = true;
        parts.document()
                .copy()
                // What it holds beyond that comes again, and changes nothing.
                .thenApply(bytes -> new Copy(bytes, Digests.sha256(bytes), now))
                .whenCompleteAsync(
                        (copy, failure) -> {
                            isCopying = false;
                            last = Optional.ofNullable(copy);
                            last.ifPresentOrElse(this::giveAll, this::refuseAll);
                        },
                        parts.executor());
    }

    private void giveAll(Copy copy) {
        var all = Map.copyOf(asking);
        asking.clear();
        all.forEach((receiver, nonce) -> give(receiver, nonce, copy));
    }

    private void refuseAll() {
        parts.notice("The scene could not be given to somebody who joins.");
        asking.forEach(this::refuse);
        asking.clear();
    }

    private void give(String receiver, long nonce, Copy copy) {
        gifts.values().removeIf(gift -> gift.receiver.equals(receiver));
        if (gifts.size() >= MOST) {
            gifts.pollFirstEntry();
        }
        gifts.put(++lastTransfer, new Gift(receiver, copy.bytes(), parts.now()));
        var contents = new Contents(copy.bytes().length, copy.sha256(), Optional.of(copy.state()));
        parts.send(receiver, new Offer(nonce, lastTransfer, contents));
    }

    /**
     * Notes what somebody wants next of what they were offered; what they wanted before is over.
     */
    void pulled(String sender, Pull pull) {
        var gift = gifts.get(pull.transfer());
        if (gift != null && gift.receiver.equals(sender)) {
            gift.usedAt = parts.now();
            gift.next = Math.max(0, pull.first());
            long end = (long) gift.next + Math.clamp(pull.count(), 0, Pulling.WINDOW);
            gift.end = (int) Math.min(gift.pieces(), end);
            send();
        }
    }

    /** Sends what is wanted, to everybody in turn, as far as it goes out. */
    private void send() {
        boolean isMore = true;
        while (isMore && isRoom()) {
            isMore = false;
            for (long transfer : List.copyOf(gifts.keySet())) {
                isMore |= sendTurn(transfer, gifts.get(transfer));
            }
        }
    }

    private boolean isRoom() {
        return budget > 0 && parts.wire().waitingBytes() <= MOST_WAITING;
    }

    private boolean sendTurn(long transfer, Gift gift) {
        for (int i = 0; i < TURN && gift.next < gift.end && isRoom(); i++) {
            budget--;
            int index = gift.next++;
            parts.send(gift.receiver, new Piece(transfer, index, gift.piece(index)));
        }
        return gift.next < gift.end;
    }

    void tick() {
        budget = MOST_PIECES;
        gifts.values().removeIf(gift -> parts.now() - gift.usedAt > PATIENCE);
        if (gifts.isEmpty() && asking.isEmpty()) {
            last = Optional.empty();
        }
        replies.tick(parts.peers(), parts.now());
        send();
    }

    void forget(String receiver) {
        resting.remove(receiver);
        asking.remove(receiver);
        gifts.values().removeIf(gift -> gift.receiver.equals(receiver));
    }
}
