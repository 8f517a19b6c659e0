// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/** Keeps the components of root, player and camera up to date that only renderers write. */
final class ReservedEntities {
    /** The address of the player of the editor, who is nobody while nobody else is there. */
    static final String ADDRESS = "0x0000000000000000000000000000000000000000";

    /** The realm of a scene that runs in an editor. */
    static final Value REALM =
            ValueJson.parse(
                    """
                    {"baseUrl": "http://127.0.0.1", "realmName": "Scenewright", "networkId": 1,
                     "commsAdapter": "offline", "isPreview": true}\
                    """);

    private static final String IDENTITY = "core::PlayerIdentityData";
    private static final String AVATAR =
            """
            {"skinColor": {"r": 0.8, "g": 0.61, "b": 0.47},
             "eyesColor": {"r": 0.23, "g": 0.62, "b": 0.31},
             "hairColor": {"r": 0.23, "g": 0.13, "b": 0.04},
             "bodyShapeUrn": "urn:decentraland:off-chain:base-avatars:BaseMale",
             "name": "Player"}\
            """;
    private static final Value WHOLE_CANVAS =
            ValueJson.parse(
                    "{\"interactableArea\": {\"top\": 0, \"left\": 0, \"right\": 0, \"bottom\":"
                            + " 0}}");

    private final Pose.Vec origin;
    private final Optional<String> shared;

    /**
     * @param origin where the scene's base is in the world
     * @param shared under which address those hear the script who play the scene, too; nobody where
     *     nobody does
     */
    ReservedEntities(Pose.Vec origin, Optional<String> shared) {
        this.origin = origin;
        this.shared = shared;
    }

    /** Whether an address is that of the player in a running scene. */
    static boolean isPlayer(SceneSnapshot scene, String address) {
        String player =
                scene.value(Entity.PLAYER, IDENTITY)
                        .map(identity -> identity.text("address", ADDRESS))
                        .orElse(ADDRESS);
        return address.equalsIgnoreCase(player);
    }

    /** Writes all that a script must find when it begins. */
    void begin(Viewer viewer, RendererWriting out) {
        see(viewer, out);
        count(new Count(0, 0, 0), out);
        out.put(Entity.PLAYER, IDENTITY, identity());
        out.put(Entity.PLAYER, "core::AvatarBase", ValueJson.parse(AVATAR));
        out.put(Entity.ROOT, "core::RealmInfo", realm());
    }

    /** What scripts wait for that ask others how far they are. */
    private Value realm() {
        return shared.isEmpty() ? REALM : with(REALM, "isConnectedSceneRoom", Value.of(true));
    }

    private Value identity() {
        var address = Value.of(shared.orElse(ADDRESS));
        return with(Value.fields("address", address), "isGuest", Value.of(true));
    }

    /** Writes where player and camera are, and on what is drawn. */
    void see(Viewer world, RendererWriting out) {
        var viewer = world.from(origin);
        out.put(Entity.PLAYER, SceneSnapshot.TRANSFORM, transform(viewer.player()));
        out.put(Entity.CAMERA, SceneSnapshot.TRANSFORM, transform(viewer.camera()));
        var mode = Value.of(viewer.isThirdPerson() ? 1 : 0);
        out.put(Entity.CAMERA, "core::CameraMode", Value.fields("mode", mode));
        var lock = Value.of(viewer.isPointerLocked());
        out.put(Entity.CAMERA, "core::PointerLock", Value.fields("isPointerLocked", lock));
        out.put(Entity.ROOT, "core::UiCanvasInformation", canvas(viewer.canvas()));
    }

    private static Value transform(Pose pose) {
        return with(pose.toValue(), "parent", Value.of(0));
    }

    private static Value canvas(Viewer.Canvas canvas) {
        var size = with(WHOLE_CANVAS, "width", Value.of(canvas.width()));
        var both = with(size, "height", Value.of(canvas.height()));
        return with(both, "devicePixelRatio", Value.of(canvas.pixelRatio()));
    }

    /**
     * How far renderer and scene are.
     *
     * @param frame the number of the renderer's frame
     * @param tick the number of the scene's frame
     * @param seconds since the scene began
     */
    record Count(long frame, long tick, double seconds) {}

    void count(Count count, RendererWriting out) {
        var frame = Value.fields("frameNumber", Value.of(count.frame()));
        var tick = with(frame, "tickNumber", Value.of(count.tick()));
        var info = with(tick, "totalRuntime", Value.of(count.seconds()));
        out.put(Entity.ROOT, "core::EngineInfo", info);
    }

    private static Value with(Value struct, String name, Value field) {
        return struct.with(FieldPath.of(name), field);
    }
}
