// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.MeshPrimitive;
import de.javagl.jgltf.impl.v2.Skin;

import org.scenewright.assets.GltfNodes.Placed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts nodes, primitives and materials together to the parts of a model. One thread. */
final class GltfParts {
    private final GlTF gltf;
    private final GltfNodes nodes;
    private final GltfAccessors accessors;
    private final GltfGeometry geometry;
    private final GltfMaterials materials;
    private final Warnings warnings;
    private final Map<Shape, Optional<Mesh>> meshes = new HashMap<>();

    /** What makes two meshes one: nodes that agree in all of this share it. */
    private record Shape(int mesh, int primitive, List<Float> weights, int skin) {}

    GltfParts(GltfSource source, GltfNodes nodes, GltfMaterials materials) {
        gltf = source.gltf();
        warnings = source.warnings();
        accessors = new GltfAccessors(gltf, source.buffers());
        geometry = new GltfGeometry(accessors);
        this.nodes = nodes;
        this.materials = materials;
    }

    List<Model.Part> all() {
        var parts = new ArrayList<Model.Part>();
        for (var node : nodes.shown()) {
            Gltf.index(node.node().getMesh()).ifPresent(mesh -> addTo(parts, node, mesh));
        }
        return parts;
    }

    private void addTo(List<Model.Part> parts, Placed node, int index) {
        if (!Matrices.isFinite(node.world())) {
            warnings.add("Node " + node.name() + ": its place is not a number.");
            return;
        }
        warnings.attempt("Node " + node.name(), () -> Gltf.at(gltf.getMeshes(), index, "mesh"))
                .ifPresent(mesh -> addTo(parts, node, index, mesh));
    }

    private void addTo(
            List<Model.Part> parts, Placed node, int index, de.javagl.jgltf.impl.v2.Mesh mesh) {
        var weights = Gltf.maybe(node.node().getWeights()).orElse(mesh.getWeights());
        var primitives = Gltf.all(mesh.getPrimitives());
        for (int i = 0; i < primitives.size(); i++) {
            int skin = Gltf.or(node.node().getSkin(), -1);
            var shape = new Shape(index, i, Gltf.all(weights), skin);
            part(node, shape, primitives.get(i)).ifPresent(parts::add);
        }
    }

    private Optional<Model.Part> part(Placed node, Shape shape, MeshPrimitive primitive) {
        return mesh(node, shape, primitive)
                .map(
                        mesh ->
                                new Model.Part(
                                        node.name(),
                                        mesh,
                                        materials.material(Gltf.index(primitive.getMaterial())),
                                        Matrices.mirrored(
                                                shape.skin < 0
                                                        ? node.world()
                                                        : Matrices.identity()),
                                        node.collider()));
    }

    private Optional<Mesh> mesh(Placed node, Shape shape, MeshPrimitive primitive) {
        var known = meshes.get(shape);
        if (known != null) {
            return known;
        }
        var what = "Mesh %d, part %d (%s)".formatted(shape.mesh, shape.primitive, node.name());
        var mesh = warnings.attempt(what, () -> read(shape, primitive).toMesh());
        meshes.put(shape, mesh);
        return mesh;
    }

    private Geometry read(Shape shape, MeshPrimitive primitive) {
        int uvSet = materials.uvSet(Gltf.index(primitive.getMaterial()));
        return geometry.read(primitive, uvSet, shape.weights, joints(shape.skin));
    }

    /**
     * From the mesh to the model; the place of the mesh's own node does not count (glTF 3.7.3.3).
     */
    private List<float[]> joints(int index) {
        if (index < 0) {
            return List.of();
        }
        var skin = Gltf.at(gltf.getSkins(), index, "skin");
        var inverses = inverses(skin);
        var joints = new ArrayList<float[]>();
        for (var joint : Gltf.all(skin.getJoints())) {
            var world = nodes.world(Gltf.or(joint, -1));
            joints.add(
                    inverses.isEmpty()
                            ? world
                            : Matrices.multiply(world, inverses.get(joints.size())));
        }
        return joints;
    }

    private List<float[]> inverses(Skin skin) {
        int index = Gltf.or(skin.getInverseBindMatrices(), -1);
        if (index < 0) {
            return List.of();
        }
        var numbers = accessors.floats(index);
        var matrices = new ArrayList<float[]>();
        for (int i = 0; i + 16 <= numbers.length; i += 16) {
            matrices.add(Arrays.copyOfRange(numbers, i, i + 16));
        }
        if (accessors.components(index) != 16
                || matrices.size() < Gltf.all(skin.getJoints()).size()) {
            throw new AssetException("its skin has too few matrices");
        }
        return matrices;
    }
}
