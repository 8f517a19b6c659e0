// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bends a primitive into the pose of its joints. One thread. */
final class Skinning {
    /** Four joints per set; nobody writes more sets. */
    private static final int SETS = 2;

    private final List<float[]> joints;
    private final List<Influence> influences = new ArrayList<>();

    /** Four joints and their weights for every vertex. */
    private record Influence(float[] joints, float[] weights) {}

    Skinning(
            GltfAccessors accessors,
            Map<String, Integer> attributes,
            List<float[]> joints,
            int vertices) {
        this.joints = joints;
        for (int set = 0; set < SETS && !joints.isEmpty(); set++) {
            int numbers = Gltf.or(attributes.get("JOINTS_" + set), -1);
            int weights = Gltf.or(attributes.get("WEIGHTS_" + set), -1);
            if (numbers >= 0 && weights >= 0) {
                influences.add(
                        checked(accessors.floats(numbers), accessors.floats(weights), vertices));
            }
        }
    }

    /** Moves positions and turns normals in place. */
    void bend(float[] positions, float[] normals) {
        if (influences.isEmpty()) {
            return;
        }
        for (int vertex = 0; vertex * 3 < positions.length; vertex++) {
            var matrix = blended(vertex);
            Matrices.transform(matrix, positions, vertex * 3);
            if (normals.length > 0) {
                turn(matrix, normals, vertex * 3);
            }
        }
    }

    /** Exact where joints do not scale unevenly, which hardly any do. */
    private static void turn(float[] matrix, float[] normals, int at) {
        var rotation = matrix.clone();
        rotation[12] = 0;
        rotation[13] = 0;
        rotation[14] = 0;
        Matrices.transform(rotation, normals, at);
        Geometry.normalize(normals, at);
    }

    private float[] blended(int vertex) {
        var sum = new float[16];
        float total = 0;
        for (var influence : influences) {
            for (int i = vertex * 4; i < vertex * 4 + 4; i++) {
                float weight = influence.weights[i];
                total += weight;
                add(weight, joints.get((int) influence.joints[i]), sum);
            }
        }
        return total > 0 ? divided(sum, total) : Matrices.identity();
    }

    private static void add(float weight, float[] matrix, float[] sum) {
        for (int i = 0; weight != 0 && i < 16; i++) {
            sum[i] += weight * matrix[i];
        }
    }

    private static float[] divided(float[] sum, float total) {
        for (int i = 0; i < 16; i++) {
            sum[i] /= total;
        }
        return sum;
    }

    private Influence checked(float[] numbers, float[] weights, int vertices) {
        if (numbers.length != vertices * 4 || weights.length != vertices * 4) {
            throw new AssetException("its joints and weights are for another number of vertices");
        }
        for (float number : numbers) {
            if (!(number >= 0 && number < joints.size())) {
                throw new AssetException("it hangs on joint " + number + " of " + joints.size());
            }
        }
        return new Influence(numbers, weights);
    }
}
