// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.content.Cid;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.StateDigest;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tests send to and fro. */
final class Samples {
    static final ComponentTypes TYPES = CoreComponents.load();
    static final String SESSION = "0123456789abcdef0123456789abcdef";
    static final Ground GROUND = new Ground(SESSION, 7);
    static final Signatures KEYS = Ed25519Signatures.generate();

    private Samples() {}

    /** An address that only one number has. */
    static String address(int number) {
        return "0x%040x".formatted(number);
    }

    /** A scene with a box and a lid. */
    static SceneSnapshot scene() {
        var scene = new Scene(SceneSnapshot.empty(TYPES));
        for (String name : List.of("Box", "Lid")) {
            scene.apply(new Edit.Spawn(name, Edit.Place.TOP, new LinkedHashMap<>()), Origin.USER);
        }
        return scene.snapshot();
    }

    /** What somebody writes who makes so many entities. */
    static List<SignedBatch> batches(int author, int count) {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneSnapshot.empty(TYPES));
        scene.share(address(author), sent::add);
        for (int i = 0; i < count; i++) {
            scene.apply(new Edit.Spawn("Box", Edit.Place.TOP, new LinkedHashMap<>()), Origin.USER);
        }
        return sent.stream().map(batch -> SignedBatch.sign(batch, GROUND, KEYS)).toList();
    }

    static Attestation attestation(int author) {
        return new Attestation(address(author), KEYS.key(), "[]");
    }

    static Reach reach(int author, long sequence) {
        return Reach.of(Map.of(new Author(address(author), 5), sequence));
    }

    /** How far a log has come that holds such batches. */
    static ProvenReach proven(List<SignedBatch> batches) {
        var log = new BatchLog(address(9), 1 << 20);
        batches.forEach(log::take);
        return ProvenReach.of(log, keys()).orElseThrow();
    }

    /** What is known where everybody is believed. */
    static KnownKeys keys() {
        var keys = new KnownKeys(SESSION, (attestation, signed, when) -> true);
        for (int author = 1; author < 9; author++) {
            keys.add(attestation(author));
        }
        return keys;
    }

    static Presence presence() {
        return new Presence(
                List.of(new Entity(512), new Entity(513)),
                Optional.of(new Presence.Sight(new Pose.Vec(1, 2, 3), new Pose.Vec(0, 1, 0))),
                Optional.of(new Presence.Pointer(new Pose.Vec(1, 2, 3), new Pose.Vec(0, 1, 0))),
                Optional.of(
                        new Presence.Editing(
                                new Entity(512),
                                SceneSnapshot.TRANSFORM,
                                FieldPath.parse("position.x"))),
                List.of(new Entity(512)));
    }

    static SignedRoles roles() {
        var named = new TreeMap<>(Map.of(address(2), Role.EDITOR, address(3), Role.BANNED));
        var roles = new Roles(4, 7, 600, Role.VIEWER, named);
        return SignedRoles.sign(SESSION, roles, attestation(1), KEYS);
    }

    /** A message of every kind. */
    static List<SessionMessage> messages() {
        var standing = new Standing(7, 99, 4);
        var contents =
                new Contents(
                        5,
                        Digests.sha256(new byte[5]),
                        Optional.of(new State(7, proven(batches(1, 3)))));
        return List.of(
                new SessionMessage.Hello(
                        standing, new Profile("Ann", 0xFF8800), attestation(1), true),
                new SessionMessage.Edits(7, List.of(attestation(1)), batches(1, 3)),
                new SessionMessage.Seen(standing),
                new SessionMessage.Ask(7, reach(2, 12)),
                new SessionMessage.TooFar(7),
                new SessionMessage.StateRequest(77),
                new SessionMessage.Offer(77, 3, contents),
                new SessionMessage.Refused(77, "nothing is here"),
                new SessionMessage.Pull(3, 0, 64),
                new SessionMessage.Piece(3, 1, new byte[] {1, 2, 3}),
                new SessionMessage.RolesRequest(),
                new SessionMessage.RolesTold(roles()),
                new SessionMessage.Present(8, presence()),
                new SessionMessage.NumbersRequest(5, 100),
                new SessionMessage.Numbers(5, List.of(new NumberBlock(512, 16))),
                new SessionMessage.Kick("enough"),
                new SessionMessage.MeetsAt("ws-room:wss://host/rooms/a"),
                new SessionMessage.HasSaved(),
                new SessionMessage.Digest(7, 8),
                new SessionMessage.Compare(7, new TreeMap<>(Map.of("core::Transform", 5L))),
                new SessionMessage.Differing(
                        7, new TreeMap<>(Map.of("core::Transform", new long[256]))),
                new SessionMessage.Restate(List.of(new StateDigest.Bucket("core::Transform", 255))),
                new SessionMessage.VouchRequest(7),
                new SessionMessage.Vouched(7, proven(batches(1, 3)).signers().getFirst()),
                new SessionMessage.Bye(reach(2, 12)),
                new SessionMessage.FileCheck(
                        6, List.of(new FileMark("assets/lamp.glb", Cid.of(new byte[3])))),
                new SessionMessage.FilesDiffer(6, List.of("assets/lamp.glb")),
                new SessionMessage.Plays(true),
                new SessionMessage.PlayBytes(new byte[] {7, 8}),
                new SessionMessage.FileRequest(6, "assets/lamp.glb"),
                new SessionMessage.FileOffer(6, -1, Cid.of(new byte[5]), contents),
                new SessionMessage.Squeezed(new byte[] {6, 7, 8}),
                new SessionMessage.Chunk(9, 0, 2, new byte[] {4, 5}));
    }
}
