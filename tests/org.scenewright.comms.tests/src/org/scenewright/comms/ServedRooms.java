// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A server for each test, and guests for it. */
abstract class ServedRooms {
    /** The machine that runs the tests may be busy with much else. */
    static final RoomLimits PATIENT = new RoomLimits(20, 2000, 8 << 20, 4 << 20, 10_000, 60_000);

    static final RoomLimits HASTY = new RoomLimits(20, 2000, 8 << 20, 4 << 20, 300, 60_000);
    static final RoomLimits LIVELY = new RoomLimits(20, 2000, 8 << 20, 4 << 20, 10_000, 500);
    static final Identity FRIEND = OwnIdentity.generate();
    static final Identity OTHER = OwnIdentity.generate();

    RoomServer server = serve(RoomRules.OPEN, PATIENT);

    private static RoomServer serve(RoomRules rules, RoomLimits limits) {
        return RoomServer.start(
                new InetSocketAddress("127.0.0.1", 0), rules, limits, Optional.empty());
    }

    void restart(RoomRules rules, RoomLimits limits) {
        server.close();
        server = serve(rules, limits);
    }

    @AfterEach
    void close() {
        server.close();
    }

    RawGuest raw() throws IOException {
        return new RawGuest(server.address());
    }

    RawGuest upgraded() throws IOException {
        return RawGuest.upgraded(server.address(), "room");
    }

    RawGuest entered(Identity identity) throws IOException {
        return RawGuest.entered(server.address(), "room", identity);
    }

    /** Whatever one guest did, another gets in. */
    void stillServes() throws IOException {
        entered(OwnIdentity.generate()).close();
    }

    static PeerUpdate update(String text, boolean isUnreliable) {
        return new PeerUpdate(
                0, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), isUnreliable, List.of());
    }

    static String text(PeerUpdate update) {
        return StandardCharsets.UTF_8.decode(update.body().duplicate()).toString();
    }

    /** The next thing that somebody said to it. */
    static PeerUpdate heard(RawGuest guest) throws IOException {
        while (true) {
            if (guest.packet().orElseThrow() instanceof PeerUpdate update) {
                return update;
            }
        }
    }
}
