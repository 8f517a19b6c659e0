// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
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
    private final SceneGraph graph;
    private final Screen screen;
    private final Sight sight = new Sight();

    Marquee(Stage stage, SceneGraph graph, View view) {
        this.stage = stage;
        this.graph = graph;
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
        signs(covers);
        return covers.keySet().stream()
                .filter(entity -> chooses(rectangle, covers.get(entity)))
                .sorted()
                .toList();
    }

    /** Lights and the like, which have no surface, count by their origin. */
    private void signs(Map<Entity, ScreenRectangle> covers) {
        double[] at = new double[2];
        for (var entity : graph.marks().keySet()) {
            var node = graph.node(entity).filter(n -> n.isShown() && !n.isLocked());
            var origin = node.map(n -> n.world().getTranslation(new Vector3f()));
            if (origin.filter(point -> screen.project(point, at)).isPresent()) {
                covers.putIfAbsent(entity, ScreenRectangle.between(at[0], at[1], at[0], at[1]));
            }
        }
    }

    private static boolean chooses(ScreenRectangle rectangle, ScreenRectangle cover) {
        return cover.touches(rectangle) && !cover.contains(rectangle);
    }
}
