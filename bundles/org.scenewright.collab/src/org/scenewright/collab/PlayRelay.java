// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.PlayBytes;
import org.scenewright.collab.SessionMessage.Plays;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scripts of those who play say to each other: sent to those who play and to nobody else,
 * and so much of each in a second. Not thread-safe.
 */
final class PlayRelay {
    /** Bytes in a second, of each. */
    static final long PER_SECOND = 1 << 20;

    /** What may come at once after a pause. */
    static final long AT_ONCE = 4 << 20;

    private static final long MOST_WAITING = 1 << 20;

    // Until then one may not know yet of all who play; scripts ask right away how far others are.
    private static final long BEGINNING = 10_000;

    // So that people hear of it, and not all the time.
    private static final long REST = 30_000;

    private final Parts parts;
    private final Set<String> players = new TreeSet<>();
    private final Quotas quotas = new Quotas(PER_SECOND, AT_ONCE);
    private boolean isPlaying;
    private long begunAt;
    private long toldAt = Long.MIN_VALUE / 2;

    PlayRelay(Parts parts) {
        this.parts = parts;
    }

    /** Somebody plays here from now on, or nobody any more. */
    void plays(boolean now) {
        isPlaying = now;
        begunAt = parts.now();
        parts.sendAll(new Plays(now));
    }

    /** Tells somebody who came. */
    void greet(String address) {
        if (isPlaying) {
            parts.send(address, new Plays(true));
        }
    }

    void heard(String sender, Plays plays) {
        if (plays.isPlaying()) {
            players.add(sender);
        } else {
            players.remove(sender);
        }
    }

    /**
     * Sends what a script here said.
     *
     * @param to addresses, in any case; empty for all
     */
    void said(byte[] message, List<String> to) {
        var wanted = to.stream().map(a -> a.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var receivers = players().filter(p -> to.isEmpty() || wanted.contains(p)).toList();
        if (receivers.isEmpty()) {
            return;
        }
        if (!quota(parts.me()).isLeft(parts.now()) || parts.wire().waitingBytes() > MOST_WAITING) {
            lose();
        } else if (to.isEmpty() && receivers.size() > 1) {
            quota(parts.me()).take(message.length);
            parts.sendAll(new PlayBytes(message));
        } else {
            quota(parts.me()).take((long) message.length * receivers.size());
            receivers.forEach(address -> parts.send(address, new PlayBytes(message)));
        }
    }

    /** Those who play, and those of whom that is not known yet. */
    private Stream<String> players() {
        boolean isEarly = parts.now() - begunAt < BEGINNING;
        return parts.peers().all().stream()
                .map(Peer::address)
                .filter(address -> isEarly || players.contains(address));
    }

    private Quota quota(String address) {
        return quotas.of(address, parts.now());
    }

    private void lose() {
        if (parts.now() - toldAt > REST) {
            toldAt = parts.now();
            parts.notice(
                    "The scene sends more to other players than the connection takes; some of it"
                            + " is lost.");
        }
    }

    void heard(String sender, PlayBytes message) {
        if (!isPlaying) {
            return;
        }
        var quota = quota(sender);
        if (quota.isLeft(parts.now())) {
            quota.take(message.bytes().length);
            parts.listener().accept(new SessionEvent.PlayHeard(sender, message.bytes()));
        } else {
            parts.complain(sender, "says more to the script than it takes");
        }
    }

    void tick() {
        players.removeIf(address -> parts.peers().find(address).isEmpty());
    }
}
