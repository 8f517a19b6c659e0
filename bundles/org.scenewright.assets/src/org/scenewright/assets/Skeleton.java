// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.assets.GltfMotions.Aim;
import org.scenewright.assets.GltfMotions.Motion;
import org.scenewright.assets.GltfMotions.Property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a model as clips move them; what they move of one node is a slot.
 *
 * <p>Arrays are never changed after construction.
 */
final class Skeleton {
    private final float[][] worlds;
    private final Map<Aim, Integer> slots = new LinkedHashMap<>();
    private final BitSet moving = new BitSet();
    private final List<Link> chain = new ArrayList<>();

    /**
     * A node that moves.
     *
     * @param still where it is in the one above, where no clip moves it there
     * @param rests translation, rotation and scale where clips say nothing
     * @param places the numbers of the slots of those, -1 where no clip moves that
     */
    private record Link(int node, int parent, float[] still, float[][] rests, int[] places) {

        float[] local(Blend blend) {
            if (Arrays.stream(places).allMatch(place -> place < 0)) {
                return still;
            }
            return Matrices.of(value(blend, 0), turn(blend), value(blend, 2));
        }

        private float[] value(Blend blend, int property) {
            int slot = places[property];
            return slot < 0 ? rests[property] : blend.value(slot, rests[property]);
        }

        private float[] turn(Blend blend) {
            int slot = places[1];
            return slot < 0 ? rests[1] : blend.turn(slot, rests[1]);
        }
    }

    Skeleton(GltfNodes nodes, List<Motion> motions) {
        worlds = new float[motions.isEmpty() ? 0 : nodes.count()][];
        Arrays.fill(worlds, Matrices.identity());
        for (var motion : motions) {
            motion.channels().forEach(channel -> slots.putIfAbsent(channel.aim(), slots.size()));
        }
        if (!motions.isEmpty()) {
            nodes.all().forEach(this::add);
        }
    }

    private void add(GltfNodes.Placed placed) {
        worlds[placed.index()] = placed.world();
        var places =
                new int[] {
                    slot(placed.index(), Property.TRANSLATION),
                    slot(placed.index(), Property.ROTATION),
                    slot(placed.index(), Property.SCALE)
                };
        boolean isMoved = Arrays.stream(places).anyMatch(place -> place >= 0);
        if (isMoved || placed.parent() >= 0 && moving.get(placed.parent())) {
            moving.set(placed.index());
            var node = placed.node();
            var rests =
                    new float[][] {
                        Gltf.numbers(node.getTranslation(), 0, 0, 0),
                        Gltf.numbers(node.getRotation(), 0, 0, 0, 1),
                        Gltf.numbers(node.getScale(), 1, 1, 1)
                    };
            chain.add(
                    new Link(
                            placed.index(), placed.parent(), GltfNodes.local(node), rests, places));
        }
    }

    /** Whether a clip moves a node, or one above it. */
    boolean isMoving(int node) {
        return moving.get(node);
    }

    /** The slot of a property of a node; -1 where no clip moves that. */
    int slot(int node, Property property) {
        return slots.getOrDefault(new Aim(node, property), -1);
    }

    Clip clip(Motion motion) {
        return new Clip(
                motion.name(),
                motion.channels().stream()
                        .map(channel -> track(slots.get(channel.aim()), channel))
                        .toList());
    }

    private static Clip.Track track(int slot, GltfMotions.Channel channel) {
        boolean isTurn = channel.aim().property() == Property.ROTATION;
        return new Clip.Track(slot, isTurn, channel.curve());
    }

    /** What clips make of all slots together. */
    Blend blend() {
        return new Blend(slots.size());
    }

    /** From each node to the model, in glTF's own space. */
    float[][] worlds(Blend blend) {
        var posed = worlds.clone();
        for (var link : chain) {
            var local = link.local(blend);
            posed[link.node] =
                    link.parent < 0 ? local : Matrices.multiply(posed[link.parent], local);
        }
        return posed;
    }
}
