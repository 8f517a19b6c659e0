// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an entity looks like to people, the most telling component first; decides its icon. */
enum EntityKind {
    MODEL("model", "core::GltfContainer"),
    TEXT("text", "core::TextShape"),
    LIGHT("light", "core::LightSource"),
    PRIMITIVE("primitive", "core::MeshRenderer"),
    NFT("image", "core::NftShape", "core::UiTransform"),
    SOUND("sound", "core::AudioSource", "core::AudioStream"),
    VIDEO("video", "core::VideoPlayer"),
    AREA("area", "core::CameraModeArea", "core::AvatarModifierArea", "core::TriggerArea"),
    COLLIDER("collider", "core::MeshCollider"),
    SCENE("scene"),
    PLAYER("player"),
    CAMERA("camera"),
    EMPTY("entity");

    private final String icon;
    private final List<String> components;

    EntityKind(String icon, String... components) {
        this.icon = icon;
        this.components = List.of(components);
    }

    String icon() {
        return icon;
    }

    static EntityKind of(SceneSnapshot snapshot, Entity entity) {
        return switch (entity.number()) {
            case 0 -> SCENE;
            case 1 -> PLAYER;
            case 2 -> CAMERA;
            default -> ofComponents(snapshot, entity);
        };
    }

    private static EntityKind ofComponents(SceneSnapshot snapshot, Entity entity) {
        return Arrays.stream(values())
                .filter(kind -> kind.isMarkedIn(snapshot, entity))
                .findFirst()
                .orElse(EMPTY);
    }

    private boolean isMarkedIn(SceneSnapshot snapshot, Entity entity) {
        return components.stream().anyMatch(name -> snapshot.value(entity, name).isPresent());
    }

    /** The names of all components that decide about icons. */
    static Stream<String> decisive() {
        return Arrays.stream(values()).flatMap(kind -> kind.components.stream());
    }
}
