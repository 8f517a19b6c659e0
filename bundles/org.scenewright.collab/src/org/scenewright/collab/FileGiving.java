// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The files that are given to those who lack them, in pieces: so many at once, so fast and so much
 * to each, and never so that edits have to wait for them. Not thread-safe.
 */
final class FileGiving {
    /** Bytes in a second that somebody gets, for as long as they ask. */
    static final long PER_SECOND = 8L << 20;

    /** What they get at once after a pause. */
    static final long AT_ONCE = 32L << 20;

    /** What they get altogether. */
    static final long TOTAL = 4L << 30;

    /** How many files are given at once. */
    static final int MOST_GIFTS = 4;

    /** How many somebody may ask for at once; more they are not heard about. */
    static final int MOST_ASKED = 4;

    /** How many files somebody is given at once. */
    private static final int MOST_OF_ONE = 2;

    private static final int MOST_RECEIVERS = 1024;
    private static final long PATIENCE = 15_000;

    // Where others wait, who does not pull has to ask again.
    private static final long SHORT_PATIENCE = 2_000;

    // Where others wait, who pulls has to be as fast as who gives after so many failures.
    private static final int LENIENCY = 3;

    // So that edits never wait for more than that.
    private static final long MOST_WAITING = 256 << 10;

    // Pieces get lost, but not most of them.
    private static final int MOST_REPEATED = 3;

    private final Parts parts;
    private final SequencedMap<Long, Gift> gifts = new LinkedHashMap<>();
    private final Map<String, Receiver> receivers = new LinkedHashMap<>();
    private int lookups;
    private long lastTransfer;

    /** Somebody who asks for files. */
    private static final class Receiver {
        final Quota quota;
        final SequencedMap<Long, FileRequest> asked = new LinkedHashMap<>();

        Receiver(long now) {
            quota = new Quota(PER_SECOND, AT_ONCE, now);
        }
    }

    private static final class Gift {
        final String receiver;
        final byte[] bytes;
        final LeastRate rate;
        Optional<Pull> pulled = Optional.empty();
        long sent;
        long usedAt;

        Gift(String receiver, byte[] bytes, long now) {
            this.receiver = receiver;
            this.bytes = bytes;
            this.usedAt = now;
            this.rate = new LeastRate(LENIENCY, now);
        }

        boolean isSpent() {
            return sent > (long) MOST_REPEATED * bytes.length + Pulling.PIECE;
        }

        /** Whether nothing more is to be expected, or too little where others wait for it. */
        boolean isIdle(long now, boolean isWaitedFor) {
            long patience = isWaitedFor ? SHORT_PATIENCE : PATIENCE;
            boolean isSlow = isWaitedFor && rate.isMissed(now);
            return pulled.isEmpty() && (isSlow || now - usedAt > patience);
        }
    }

    FileGiving(Parts parts) {
        this.parts = parts;
    }

    void asked(String sender, FileRequest request) {
        if (!parts.mayEdit()) {
            // What lies here counts as little as what is edited here.
            refuse(sender, request, "Files can be had of those who edit.");
            return;
        }
        var receiver = receivers.computeIfAbsent(sender, s -> new Receiver(parts.now()));
        if (receivers.size() > MOST_RECEIVERS) {
            receivers.remove(receivers.keySet().iterator().next());
        }
        if (receiver.asked.size() < MOST_ASKED) {
            receiver.asked.put(request.nonce(), request);
            serve();
        }
    }

    private void refuse(String receiver, FileRequest request, String why) {
        parts.send(receiver, new Refused(request.nonce(), why));
    }

    void pulled(String sender, Pull pull) {
        var gift = gifts.get(pull.transfer());
        if (gift == null || !gift.receiver.equals(sender)) {
            return;
        }
        if (pull.count() <= 0) {
            gifts.remove(pull.transfer());
        } else {
            gift.usedAt = parts.now();
            gift.pulled = Optional.of(pull);
        }
        serve();
    }

    void tick() {
        boolean isWaitedFor = receivers.values().stream().anyMatch(r -> !r.asked.isEmpty());
        gifts.values()
                .removeIf(
                        gift ->
                                gift.isIdle(parts.now(), isWaitedFor)
                                        || gift.isSpent()
                                        || parts.peers().find(gift.receiver).isEmpty());
        serve();
    }

    private void serve() {
        for (var gift : List.copyOf(gifts.entrySet())) {
            if (mayGive(gift.getValue().receiver)) {
                send(gift.getKey(), gift.getValue());
            }
        }
        for (var receiver : List.copyOf(receivers.entrySet())) {
            if (mayGive(receiver.getKey())) {
                lookUp(receiver.getKey(), receiver.getValue());
            }
        }
    }

    private boolean mayGive(String address) {
        var receiver = receivers.get(address);
        return receiver != null
                && parts.wire().waitingBytes() <= MOST_WAITING
                && receiver.quota.isLeft(parts.now());
    }

    private void lookUp(String address, Receiver receiver) {
        long theirs = gifts.values().stream().filter(g -> g.receiver.equals(address)).count();
        boolean isFull = gifts.size() + lookups >= MOST_GIFTS || theirs >= MOST_OF_ONE;
        if (receiver.asked.isEmpty() || isFull) {
            return;
        }
        var request = receiver.asked.pollFirstEntry().getValue();
        if (receiver.quota.taken() > TOTAL) {
            refuse(address, request, "That was enough for now.");
            return;
        }
        lookups++;
        parts.files()
                .find(request.path())
                .thenAcceptAsync(found -> found(address, request, found), parts.executor());
    }

    private void found(String address, FileRequest request, SharedFiles.Found found) {
        lookups--;
        var receiver = receivers.get(address);
        if (receiver == null) {
            return;
        }
        switch (found) {
            case SharedFiles.Found.Absent(var why) -> refuse(address, request, why);
            case SharedFiles.Found.Held held -> {
                // To read it was work, too, whether or not they pull it.
                receiver.quota.take(held.bytes().length / MOST_REPEATED);
                give(address, request, held);
            }
        }
    }

    private void give(String address, FileRequest request, SharedFiles.Found.Held held) {
        // Those of documents are positive.
        gifts.put(--lastTransfer, new Gift(address, held.bytes(), parts.now()));
        var contents = new Contents(held.bytes().length, held.sha256(), Optional.empty());
        parts.send(address, new FileOffer(request.nonce(), lastTransfer, held.hash(), contents));
    }

    private void send(long transfer, Gift gift) {
        if (gift.pulled.isEmpty()) {
            return;
        }
        var pull = gift.pulled.get();
        gift.pulled = Optional.empty();
        int pieces = Math.ceilDiv(gift.bytes.length, Pulling.PIECE);
        int first = Math.max(0, pull.first());
        long end = Math.min(pieces, (long) first + Math.min(pull.count(), Pulling.WINDOW));
        for (int index = first; index < end; index++) {
            int from = index * Pulling.PIECE;
            int to = Math.min(from + Pulling.PIECE, gift.bytes.length);
            gift.sent += to - from;
            gift.rate.took(to - from);
            receivers.get(gift.receiver).quota.take(to - from);
            parts.send(
                    gift.receiver,
                    new Piece(transfer, index, Arrays.copyOfRange(gift.bytes, from, to)));
        }
    }
}
