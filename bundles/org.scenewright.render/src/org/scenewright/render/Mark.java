// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Components without a surface of their own, which the viewport marks with lines. */
enum Mark {
    LIGHT("core::LightSource", 0xffd75e),
    TRIGGER("core::TriggerArea", 0xff9f43),
    CAMERA_AREA("core::CameraModeArea", 0x6fc3ff),
    AVATAR_AREA("core::AvatarModifierArea", 0xc58bff),
    CAMERA("core::VirtualCamera", 0x6fc3ff),
    SOUND("core::AudioSource", 0x7ee0a8),
    STREAM("core::AudioStream", 0x7ee0a8);

    static final Set<String> COMPONENTS =
            Arrays.stream(values()).map(mark -> mark.component).collect(Collectors.toSet());

    private final String component;
    private final int color;

    Mark(String component, int color) {
        this.component = component;
        this.color = color;
    }

    String component() {
        return component;
    }

    /** sRGB as 0xRRGGBB. */
    int color() {
        return color;
    }

    /** The marks that an entity has. */
    static List<Mark> of(SceneSnapshot scene, Entity entity) {
        return Arrays.stream(values())
                .filter(mark -> scene.value(entity, mark.component).isPresent())
                .toList();
    }
}
