// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The joints that a mesh hangs on.
 *
 * @param joints numbers of nodes
 * @param inverses from the mesh to each joint; none where that is the same place
 */
record Skin(int[] joints, List<float[]> inverses) {

    /**
     * From the mesh to the model; the place of the mesh's own node does not count (glTF 3.7.3.3).
     *
     * @param worlds where each node is
     */
    float[][] matrices(IntFunction<float[]> worlds) {
        var matrices = new float[joints.length][];
        for (int i = 0; i < joints.length; i++) {
            var world = worlds.apply(joints[i]);
            matrices[i] = inverses.isEmpty() ? world : Matrices.multiply(world, inverses.get(i));
        }
        return matrices;
    }
}
