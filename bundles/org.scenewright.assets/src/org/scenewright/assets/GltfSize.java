// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Accessor;
import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.Mesh;
import de.javagl.jgltf.impl.v2.MeshPrimitive;

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
        Number[] min = accessors.get(index).getMin();
        Number[] max = accessors.get(index).getMax();
        return min != null && max != null && min.length == 3 && max.length == 3
                ? mirrored(min, max)
                : Bounds.EMPTY;
    }

    private static Bounds mirrored(Number[] min, Number[] max) {
        return new Bounds(
                -max[0].floatValue(),
                min[1].floatValue(),
                min[2].floatValue(),
                -min[0].floatValue(),
                max[1].floatValue(),
                max[2].floatValue());
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
