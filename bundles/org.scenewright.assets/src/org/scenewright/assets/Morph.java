// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.List;
import java.util.Map;

/**
 * Morph targets in the pose that a file is stored in. One thread.
 *
 * @param targets an accessor of differences per attribute
 */
record Morph(List<Float> weights, List<Map<String, Integer>> targets, GltfAccessors accessors) {

    /** Adds each target's differences, as far as its weight says, to values in place. */
    void apply(String attribute, float[] values) {
        for (int i = 0; i < Math.min(weights.size(), targets.size()); i++) {
            var accessor = targets.get(i).get(attribute);
            if (accessor != null && values.length > 0 && weights.get(i) != 0) {
                add(weights.get(i), accessors.floats(accessor), values);
            }
        }
    }

    private static void add(float weight, float[] differences, float[] values) {
        if (differences.length != values.length) {
            throw new AssetException("a morph target is for another number of vertices");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += weight * differences[i];
        }
    }
}
