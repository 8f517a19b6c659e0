// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The morph targets of a primitive: how far each of them moves its vertices. */
record Morph(List<Target> targets) {
    private static final float[] NONE = {};

    /**
     * One target.
     *
     * @param positions differences, empty where it has none
     * @param normals differences, empty where it has none
     */
    record Target(float[] positions, float[] normals) {

        /** How far it moves anything along an axis. */
        float reach() {
            float most = 0;
            for (float difference : positions) {
                most = Math.max(most, Math.abs(difference));
            }
            return most;
        }
    }

    /**
     * @param isWanted which targets matter; the others are left where they are
     * @param numbers how many numbers the positions have
     */
    static Morph read(
            GltfAccessors accessors,
            List<Map<String, Integer>> targets,
            IntPredicate isWanted,
            int numbers) {
        return new Morph(
                IntStream.range(0, targets.size())
                        .mapToObj(
                                i ->
                                        isWanted.test(i)
                                                ? target(accessors, targets.get(i), numbers)
                                                : new Target(NONE, NONE))
                        .toList());
    }

    private static Target target(
            GltfAccessors accessors, Map<String, Integer> attributes, int numbers) {
        return new Target(
                differences(accessors, attributes.get("POSITION"), numbers),
                differences(accessors, attributes.get("NORMAL"), numbers));
    }

    private static float[] differences(
            GltfAccessors accessors, @Nullable Integer accessor, int numbers) {
        var differences = accessor == null ? NONE : accessors.floats(accessor);
        if (differences.length > 0 && differences.length != numbers) {
            throw new AssetException("a morph target is for another number of vertices");
        }
        return differences;
    }

    /** Adds each target's differences, as far as its weight says, to values in place. */
    void apply(float[] weights, Vertices to) {
        for (int i = 0; i < Math.min(weights.length, targets.size()); i++) {
            if (weights[i] != 0) {
                to.add(weights[i], targets.get(i));
            }
        }
    }

    /**
     * What is moved.
     *
     * @param normals empty where there are none
     * @param sources for each vertex that whose differences it takes; empty where that is itself
     */
    record Vertices(float[] positions, float[] normals, int[] sources) {

        private void add(float weight, Target target) {
            add(weight, target.positions, positions);
            add(weight, target.normals, normals);
        }

        private void add(float weight, float[] differences, float[] values) {
            if (differences.length == 0) {
                return;
            }
            for (int i = 0; i < values.length; i++) {
                int from = sources.length == 0 ? i : sources[i / 3] * 3 + i % 3;
                values[i] += weight * differences[from];
            }
        }

        /** The vertex of the file that one of these was. */
        int source(int vertex) {
            return sources.length == 0 ? vertex : sources[vertex];
        }
    }
}
