// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Says again and again which sessions of the person here others may join; soon after somebody came,
 * and never all at once. Not thread-safe.
 */
final class BeaconFire {
    /** How long it rests between two beacons of one session, in milliseconds. */
    static final long PAUSE = 10_000;

    /** How soon after somebody came it says it, for all who came meanwhile. */
    static final long SOON = 2_500;

    private final Map<String, SignedBeacon> beacons = new LinkedHashMap<>();
    private final Random random;
    private Optional<CommsAdapter> adapter = Optional.empty();
    private long next;
    private long last = Long.MIN_VALUE / 2;

    BeaconFire(Random random) {
        this.random = random;
    }

    void say(SignedBeacon beacon, long now) {
        beacons.put(beacon.beacon().link().session(), beacon);
        hurry(now);
    }

    void hush(String session) {
        beacons.remove(session);
    }

    void connected(CommsAdapter to, long now) {
        adapter = Optional.of(to);
        hurry(now);
    }

    void disconnected() {
        adapter = Optional.empty();
    }

    /** Somebody came, who has heard nothing yet; nobody can make it say more than it may. */
    void hurry(long now) {
        next = Math.min(next, Math.max(now, last + SOON) + random.nextInt(100));
    }

    /** Lets time pass. */
    void tick(long now) {
        if (now >= next) {
            next = now + PAUSE / 2 + random.nextLong(PAUSE);
            last = now;
            adapter.ifPresent(to -> beacons.values().forEach(beacon -> send(to, beacon)));
        }
    }

    private static void send(CommsAdapter to, SignedBeacon beacon) {
        var packet = new ScenePacket(BeaconWatch.SCENE, ByteBuffer.wrap(beacon.toBytes()));
        to.send(ByteBuffer.wrap(packet.toBytes()), SendHints.UNRELIABLE);
    }
}
