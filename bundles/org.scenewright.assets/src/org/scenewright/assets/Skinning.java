// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which joints bend the vertices of a primitive, and how much.
 *
 * @param influences none for a mesh without a skin
 */
record Skinning(List<Influence> influences) {
    /** Four joints per set; nobody writes more sets. */
    private static final int SETS = 2;

    private static final float[] IDENTITY = Matrices.identity();

    /** Four joints and their weights for every vertex. */
    record Influence(float[] joints, float[] weights) {}

    /**
     * @param joints how many joints there are
     */
    static Skinning read(
            GltfAccessors accessors, Map<String, Integer> attributes, int joints, int vertices) {
        var influences = new ArrayList<Influence>();
        for (int set = 0; set < SETS && joints > 0; set++) {
            int numbers = Gltf.or(attributes.get("JOINTS_" + set), -1);
            int weights = Gltf.or(attributes.get("WEIGHTS_" + set), -1);
            if (numbers >= 0 && weights >= 0) {
                var influence = new Influence(accessors.floats(numbers), accessors.floats(weights));
                influences.add(checked(influence, joints, vertices));
            }
        }
        return new Skinning(influences);
    }

    private static Influence checked(Influence influence, int joints, int vertices) {
        var numbers = influence.joints;
        if (numbers.length != vertices * 4 || influence.weights.length != vertices * 4) {
            throw new AssetException("its joints and weights are for another number of vertices");
        }
        for (float number : numbers) {
            if (!(number >= 0 && number < joints)) {
                throw new AssetException("it hangs on joint " + number + " of " + joints);
            }
        }
        return influence;
    }

    boolean isEmpty() {
        return influences.isEmpty();
    }

    /**
     * Moves positions and turns normals in place.
     *
     * @param joints from the mesh to the model, as each joint stands
     */
    void bend(float[][] joints, Morph.Vertices vertices) {
        if (influences.isEmpty()) {
            return;
        }
        var positions = vertices.positions();
        var normals = vertices.normals();
        var matrix = new float[16];
        for (int vertex = 0; vertex * 3 < positions.length; vertex++) {
            blend(joints, vertices.source(vertex), matrix);
            Matrices.transform(matrix, positions, vertex * 3);
            if (normals.length > 0) {
                // Exact where joints do not scale unevenly, which hardly any do.
                Matrices.turn(matrix, normals, vertex * 3);
                Geometry.normalize(normals, vertex * 3);
            }
        }
    }

    private void blend(float[][] joints, int vertex, float[] sum) {
        Arrays.fill(sum, 0);
        float total = 0;
        for (var influence : influences) {
            for (int i = vertex * 4; i < vertex * 4 + 4; i++) {
                float weight = influence.weights[i];
                total += weight;
                if (weight != 0) {
                    add(weight, joints[(int) influence.joints[i]], sum);
                }
            }
        }
        if (total > 0) {
            scale(sum, 1 / total);
        } else {
            System.arraycopy(IDENTITY, 0, sum, 0, 16);
        }
    }

    private static void add(float weight, float[] matrix, float[] sum) {
        for (int i = 0; i < 16; i++) {
            sum[i] += weight * matrix[i];
        }
    }

    private static void scale(float[] sum, float factor) {
        for (int i = 0; i < 16; i++) {
            sum[i] *= factor;
        }
    }
}
