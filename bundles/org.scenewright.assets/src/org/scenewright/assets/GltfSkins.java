// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the skins of a glTF file, each once. One thread. */
final class GltfSkins {
    private static final int MOST_JOINTS = 8192;

    private final GlTF gltf;
    private final GltfAccessors accessors;
    private final GltfNodes nodes;
    private final Map<Integer, Skin> skins = new HashMap<>();

    GltfSkins(GltfSource source, GltfNodes nodes) {
        this.gltf = source.gltf();
        this.accessors = source.accessors();
        this.nodes = nodes;
    }

    Skin skin(int index) {
        var known = skins.get(index);
        return known == null ? read(index) : known;
    }

    private Skin read(int index) {
        var skin = Gltf.at(gltf.getSkins(), index, "skin");
        var joints = Gltf.all(skin.getJoints()).stream().mapToInt(j -> Gltf.or(j, -1)).toArray();
        if (joints.length > MOST_JOINTS) {
            throw new AssetException(
                    "its skin has %d joints; at most %d are read"
                            .formatted(joints.length, MOST_JOINTS));
        }
        for (int joint : joints) {
            nodes.world(joint);
        }
        int inverses = Gltf.or(skin.getInverseBindMatrices(), -1);
        var read = new Skin(joints, inverses < 0 ? List.of() : matrices(inverses, joints.length));
        skins.put(index, read);
        return read;
    }

    private List<float[]> matrices(int index, int count) {
        var numbers = accessors.floats(index);
        if (accessors.components(index) != 16 || numbers.length / 16 < count) {
            throw new AssetException("its skin has too few matrices");
        }
        var matrices = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            matrices.add(Arrays.copyOfRange(numbers, i * 16, i * 16 + 16));
        }
        return matrices;
    }
}
