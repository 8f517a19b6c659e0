// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the entities that a rectangle on the picture touches, save those that surround it, such as
 * the ground.
 */
final class Marquee {
    private final Stage stage;
    private final Screen screen;
    private final Sight sight = new Sight();

    Marquee(Stage stage, View view) {
        this.stage = stage;
        screen = new Screen(view);
        sight.through(view.viewProjection());
    }

    List<Entity> within(ScreenRectangle rectangle) {
        Map<Entity, ScreenRectangle> covers = new LinkedHashMap<>();
        var all = stage.instances();
        for (var group : stage.groups()) {
            for (int k = 0; k < group.size(); k++) {
                int i = group.member(k);
                if (!all.owners[i].isLocked() && sight.meets(all.boxes, i * Instances.BOX)) {
                    covers.merge(
                            all.owners[i].entity(),
                            screen.cover(all.boxes, i * Instances.BOX),
                            ScreenRectangle::union);
                }
            }
        }
        return covers.keySet().stream()
                .filter(entity -> chooses(rectangle, covers.get(entity)))
                .sorted()
                .toList();
    }

    private static boolean chooses(ScreenRectangle rectangle, ScreenRectangle cover) {
        return cover.touches(rectangle) && !cover.contains(rectangle);
    }
}
