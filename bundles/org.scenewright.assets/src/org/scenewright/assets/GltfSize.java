// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Accessor;
import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.Mesh;
import de.javagl.jgltf.impl.v2.MeshPrimitive;

import org.jspecify.annotations.Nullable;
import org.scenewright.assets.GltfNodes.Placed;

import java.util.List;
import java.util.stream.Stream;

/** How large a model says it is, for a placeholder where its triangles cannot be read. */
final class GltfSize {
    /** In metres; nothing in a scene is larger, so whoever says so is not believed. */
    private static final float MOST = 2000;

    private final List<Mesh> meshes;
    private final List<Accessor> accessors;

    GltfSize(GlTF gltf) {
        meshes = Gltf.all(gltf.getMeshes());
        accessors = Gltf.all(gltf.getAccessors());
    }

    Bounds of(GltfNodes nodes) {
        var seen = nodes.shown().stream().filter(node -> !node.collider());
        var box = union(seen);
        var whole = box.isEmpty() ? union(nodes.shown().stream()) : box;
        return isLikely(whole) ? whole : Loading.Failed.ONE_METRE;
    }

    private Bounds union(Stream<Placed> nodes) {
        return nodes.map(this::box).reduce(Bounds.EMPTY, Bounds::union);
    }

    private Bounds box(Placed node) {
        int mesh = Gltf.or(node.node().getMesh(), -1);
        if (mesh < 0 || mesh >= meshes.size()) {
            return Bounds.EMPTY;
        }
        var box =
                Gltf.all(meshes.get(mesh).getPrimitives()).stream()
                        .map(this::box)
                        .reduce(Bounds.EMPTY, Bounds::union);
        return Matrices.transform(Matrices.mirrored(node.world()), box);
    }

    private Bounds box(MeshPrimitive primitive) {
        int index =
                Gltf.maybe(primitive.getAttributes())
                        .map(attributes -> Gltf.or(attributes.get("POSITION"), -1))
                        .orElse(-1);
        if (index < 0 || index >= accessors.size()) {
            return Bounds.EMPTY;
        }
        var min = numbers(accessors.get(index).getMin());
        var max = numbers(accessors.get(index).getMax());
        return new Bounds(-max[0], min[1], min[2], -min[0], max[1], max[2]);
    }

    /** Three numbers; not-a-numbers, which make a box empty, where they are not three. */
    private static float[] numbers(Number @Nullable [] values) {
        float[] numbers = {Float.NaN, Float.NaN, Float.NaN};
        for (int i = 0; values != null && values.length == 3 && i < 3; i++) {
            numbers[i] = values[i] == null ? Float.NaN : values[i].floatValue();
        }
        return numbers;
    }

    private static boolean isLikely(Bounds box) {
        float largest =
                Math.max(
                        Math.max(Math.abs(box.minX()), Math.abs(box.maxX())),
                        Math.max(
                                Math.max(Math.abs(box.minY()), Math.abs(box.maxY())),
                                Math.max(Math.abs(box.minZ()), Math.abs(box.maxZ()))));
        return !box.isEmpty() && largest <= MOST;
    }
}
