// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Picks from what others say the beacons of scenes that are open here, each session now and then;
 * whoever says too much is not heard. Not thread-safe.
 */
final class BeaconWatch {
    /** So long after a beacon of somebody the next one of theirs is not read, in milliseconds. */
    static final long PAUSE = 2_000;

    /** In a minute so many are offered at most, whoever sends them. */
    static final int MOST_OFFERS = 3;

    /** In a minute so many are held against what proves them at most. */
    static final int MOST_PROOFS = 30;

    /** How beacons are told from what else is sent in a room. */
    static final String SCENE = "scenewright:beacons";

    /** So long after it was offered a session is offered again, in milliseconds. */
    static final long REST = 600_000;

    private static final long MINUTE = 60_000;

    private final Set<String> mine;
    private final Supplier<Set<String>> scenes;
    private final AddressProof proof;
    private final Pacing senders = new Pacing(PAUSE);
    private final Pacing offered = new Pacing(REST);
    private long since;
    private int offers;
    private int proofs;

    /**
     * @param mine the sessions that are announced from here, at any time
     * @param scenes the marks of those that are open here and not shared yet
     */
    BeaconWatch(Set<String> mine, Supplier<Set<String>> scenes, AddressProof proof) {
        this.proof = proof;
        this.mine = mine;
        this.scenes = scenes;
    }

    /** Looks at what somebody said; something where the person here ought to know of it. */
    Optional<EditionBeacon> heard(String sender, ByteBuffer data, long now) {
        if (data.remaining() > SignedBeacon.MOST_BYTES) {
            return Optional.empty();
        }
        try {
            var packet = ScenePacket.read(data).filter(p -> p.scene().equals(SCENE));
            // Who says it again too soon is not even read.
            return packet.isPresent() && senders.admits(sender, now)
                    ? offer(SignedBeacon.read(packet.get().data()), now)
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Only the owner of a session says where it is. */
    private Optional<EditionBeacon> offer(SignedBeacon signed, long now) {
        var beacon = signed.beacon();
        turn(now);
        boolean isWanted =
                !mine.contains(beacon.link().session())
                        && scenes.get().contains(beacon.scene())
                        && offered.isTime(beacon.link().session(), now)
                        && offers < MOST_OFFERS
                        && proofs++ < MOST_PROOFS
                        && signed.isProven(proof);
        if (!isWanted) {
            return Optional.empty();
        }
        offers++;
        offered.rest(beacon.link().session(), now + REST);
        return Optional.of(beacon);
    }

    /** Offers a session no more. */
    void ignore(String session) {
        offered.rest(session, Long.MAX_VALUE);
    }

    private void turn(long now) {
        if (now - since >= MINUTE) {
            since = now;
            offers = 0;
            proofs = 0;
        }
    }
}
