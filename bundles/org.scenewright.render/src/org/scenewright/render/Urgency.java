// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which of the assets that are still to come are wanted first: those of what is in sight, the
 * nearest before the others. Costs nothing once everything is there.
 */
final class Urgency {
    /** Further than anything in a scene; what is not in sight is that much further away. */
    private static final double UNSEEN = 1e6;

    /** Metres around the place of something of which nobody knows yet how large it is. */
    private static final float ROOM = 8;

    private final Consumer<Map<AssetSource, Double>> order;
    private final AssetUse assets;
    private final SceneGraph graph;
    private final Matrix4f seen = new Matrix4f();
    private long asked;

    /**
     * @param order told how far away each of them is
     */
    Urgency(AssetUse assets, SceneGraph graph, Consumer<Map<AssetSource, Double>> order) {
        this.order = order;
        this.assets = assets;
        this.graph = graph;
    }

    /** Tells the distances, where others are asked for or they are seen from elsewhere. */
    void look(View view, Sight sight) {
        var now = view.viewProjection();
        if (assets.isPending() && (asked != assets.asked() || !now.equals(seen))) {
            asked = assets.asked();
            seen.set(now);
            var distances = new HashMap<AssetSource, Double>();
            assets.pending(
                    (source, user) ->
                            distances.merge(source, distance(user, view, sight), Math::min));
            order.accept(distances);
        }
    }

    private double distance(Entity entity, View view, Sight sight) {
        return graph.node(entity)
                .map(node -> distance(node.world().getTranslation(new Vector3f()), view, sight))
                .orElse(2 * UNSEEN);
    }

    private static double distance(Vector3f at, View view, Sight sight) {
        float[] box = {
            at.x - ROOM, at.y - ROOM, at.z - ROOM, at.x + ROOM, at.y + ROOM, at.z + ROOM
        };
        double metres = at.distance(view.eye());
        return sight.meets(box, 0) ? metres : metres + UNSEEN;
    }
}
