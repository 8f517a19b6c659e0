// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Present;
import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.SendHints;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One of a {@link Crowd}: says in the words of a session who they are and what they do, edits a box
 * of their own, and listens to nothing.
 */
final class CrowdMember implements AutoCloseable {
    private static final int FIRST_NUMBER = 30_000;

    private final OwnIdentity identity = OwnIdentity.generate();
    private final Signatures signatures = Ed25519Signatures.generate();
    private final int number;
    private final String session;
    private final Wire wire;
    private final LightGuest guest;
    private long sequence = System.currentTimeMillis() << 10;
    private Optional<Scene> scene = Optional.empty();
    private int edits;

    private CrowdMember(URI room, String session, int number) throws IOException {
        this.number = number;
        this.session = session;
        this.wire = new Wire(session, identity.address());
        this.guest = LightGuest.enter(room, identity);
        wire.attach(guest);
    }

    /**
     * Somebody in a room.
     *
     * @param number that no other member has
     */
    static CrowdMember enter(URI room, String session, int number) throws IOException {
        return new CrowdMember(room, session, number);
    }

    LightGuest guest() {
        return guest;
    }

    /** Says to all who came. */
    void greet(boolean isAsking) {
        var challenge = Attestation.challenge(session, signatures.key());
        var chain = identity.sign(challenge).join();
        var attestation = new Attestation(identity.address(), signatures.key(), chain);
        var profile = new Profile("Guest " + number, number * 0x10203);
        var nothing = new Standing(0, 0, 0);
        wire.send(new Hello(nothing, profile, attestation, isAsking), SendHints.RELIABLE);
    }

    /** Asks those who are there on what start of the session edits stand. */
    long askForBase() throws IOException {
        greet(true);
        while (true) {
            var body = RoomBytes.body(guest.packet());
            if (body.isPresent()) {
                var message = wire.receive("", ByteBuffer.wrap(body.get()), 0);
                if (message.isPresent()
                        && message.get() instanceof Hello hello
                        && hello.standing().base() != 0) {
                    return hello.standing().base();
                }
            }
        }
    }

    /** Makes a box under a number that is theirs alone. */
    void begin(long base) {
        var mine = new Scene(SceneSnapshot.empty(CoreComponents.load()));
        mine.lease(new NumberBlock(FIRST_NUMBER + number * 16, 16));
        mine.share(identity.address(), batch -> wrote(batch, base));
        scene = Optional.of(mine);
        var components = new LinkedHashMap<String, Value>();
        mine.apply(new Edit.Spawn("Guest's box", Edit.Place.TOP, components), Origin.USER);
    }

    private void wrote(Batch batch, long base) {
        var signed = SignedBatch.sign(batch, new Ground(session, base), signatures);
        wire.send(new Edits(base, List.of(), List.of(signed)), SendHints.RELIABLE);
    }

    /** Moves that box; nothing for who only looks on. */
    void edit() {
        scene.ifPresent(
                mine ->
                        mine.apply(
                                new Edit.Set(
                                        Entity.of(FIRST_NUMBER + number * 16, 0),
                                        SceneSnapshot.TRANSFORM,
                                        FieldPath.of("position", "x"),
                                        Value.of(++edits)),
                                Origin.USER));
    }

    /** Says what they do now, unless what they did before is still to be sent. */
    void present() {
        if (guest.waitingBytes() == 0) {
            sequence++;
            double time = sequence % 1000 / 1000.0;
            var eye = new Pose.Vec(8 + time, 3, -time);
            var target = new Pose.Vec(time, 1, 8);
            var presence =
                    new Presence(
                            List.of(Entity.of(512 + number, 0)),
                            Optional.of(new Presence.Sight(eye, target)),
                            Optional.of(new Presence.Pointer(eye, target)),
                            Optional.empty(),
                            List.of());
            wire.send(new Present(sequence, presence), SendHints.UNRELIABLE);
        }
    }

    @Override
    public void close() {
        guest.close();
    }
}
