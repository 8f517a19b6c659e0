// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Texture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The stills that screens show, and which screens show which players. */
final class Videos {
    static final String PLAYER = "core::VideoPlayer";

    /** More than a scene has; a hostile one names as many as it likes. */
    private static final int KEPT = 64;

    private final Map<Entity, Set<Entity>> screens = new HashMap<>();
    private final Recent<VideoStill, Texture> stills = new Recent<>(KEPT);

    /** Gives a material its pictures, for one screen of a scene. */
    record Screen(Videos videos, SceneSnapshot scene, Entity entity) {

        /** What it shows of a player. */
        Texture still(Entity player) {
            videos.screens.computeIfAbsent(player, p -> new HashSet<>()).add(entity);
            var src = scene.value(player, PLAYER).map(video -> video.text("src", "")).orElse("");
            return videos.stills.get(VideoStill.of(src), still -> Texture.of(still.draw()));
        }
    }

    Screen screen(SceneSnapshot scene, Entity entity) {
        return new Screen(this, scene, entity);
    }

    /** The entities that have shown one of these players. */
    Set<Entity> screens(Set<Entity> players) {
        var found = new HashSet<Entity>();
        players.forEach(player -> found.addAll(screens.getOrDefault(player, Set.of())));
        return found;
    }
}
