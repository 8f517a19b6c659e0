// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bounds;
import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Set;

/** Draws boxes around what leaves the space of the scene, where that is by now. */
final class Fence {
    private static final int WARNING = 0xff9a2e;

    private final LineBrush brush = new LineBrush();
    private Set<Entity> strays = Set.of();

    void mark(Set<Entity> entities) {
        strays = Set.copyOf(entities);
    }

    List<DrawList.Lines> lines(SceneGraph graph) {
        if (strays.isEmpty()) {
            return List.of();
        }
        brush.clear();
        brush.color(WARNING, 0.95);
        strays.forEach(entity -> draw(graph.surface(entity)));
        return brush.isEmpty() ? List.of() : List.of(brush.lines(2.5f, false));
    }

    private void draw(Bounds box) {
        if (!box.isEmpty()) {
            brush.box(Boxes.placing(box));
        }
    }
}
