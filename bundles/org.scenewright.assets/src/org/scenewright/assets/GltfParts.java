// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.MeshPrimitive;

import org.scenewright.assets.GltfMotions.Property;
import org.scenewright.assets.GltfNodes.Placed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts nodes, primitives and materials together to the parts of a model. One thread. */
final class GltfParts {
    private static final float[][] NO_JOINTS = {};

    private final GlTF gltf;
    private final GltfNodes nodes;
    private final GltfSkins skins;
    private final GltfGeometry geometry;
    private final GltfMaterials materials;
    private final Skeleton skeleton;
    private final Warnings warnings;
    private final Map<Shape, Optional<Form>> forms = new HashMap<>();

    /** What makes two meshes one: nodes that agree in all of this share it. */
    private record Shape(
            int mesh, int primitive, List<Float> weights, int skin, boolean isMorphing) {
        float[] weightNumbers() {
            var numbers = new float[weights.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = weights.get(i);
            }
            return numbers;
        }
    }

    /** A mesh, and what bends it. */
    private record Form(Mesh mesh, Optional<Skin> skin, Optional<Flesh> flesh) {}

    /** A part, and what moves it. */
    record Built(Model.Part part, Limb limb) {}

    GltfParts(GltfSource source, GltfNodes nodes, GltfMaterials materials, Skeleton skeleton) {
        gltf = source.gltf();
        warnings = source.warnings();
        skins = new GltfSkins(source, nodes);
        geometry = new GltfGeometry(source);
        this.nodes = nodes;
        this.materials = materials;
        this.skeleton = skeleton;
    }

    List<Built> all() {
        var parts = new ArrayList<Built>();
        for (var node : nodes.shown()) {
            Gltf.index(node.node().getMesh()).ifPresent(mesh -> addTo(parts, node, mesh));
        }
        return parts;
    }

    private void addTo(List<Built> parts, Placed node, int index) {
        if (!Matrices.isFinite(node.world())) {
            warnings.fault("Node " + node.name() + ": its place is not a number.");
            return;
        }
        warnings.attempt("Node " + node.name(), () -> Gltf.at(gltf.getMeshes(), index, "mesh"))
                .ifPresent(mesh -> addTo(parts, node, index, mesh));
    }

    private void addTo(
            List<Built> parts, Placed node, int index, de.javagl.jgltf.impl.v2.Mesh mesh) {
        var weights = Gltf.maybe(node.node().getWeights()).orElse(mesh.getWeights());
        var primitives = Gltf.all(mesh.getPrimitives());
        int skin = Gltf.or(node.node().getSkin(), -1);
        boolean isMorphing = skeleton.slot(node.index(), Property.WEIGHTS) >= 0;
        for (int i = 0; i < primitives.size(); i++) {
            var shape = new Shape(index, i, Gltf.all(weights), skin, isMorphing);
            built(node, shape, primitives.get(i)).ifPresent(parts::add);
        }
    }

    private Optional<Built> built(Placed node, Shape shape, MeshPrimitive primitive) {
        return form(node, shape, primitive)
                .map(form -> new Built(part(node, form, primitive), limb(node, shape, form)));
    }

    private Model.Part part(Placed node, Form form, MeshPrimitive primitive) {
        var place = form.skin.isPresent() ? Matrices.identity() : node.world();
        return new Model.Part(
                node.name(),
                node.path(),
                form.mesh,
                materials.material(Gltf.index(primitive.getMaterial())),
                Matrices.mirrored(place),
                node.collider());
    }

    private static Limb limb(Placed node, Shape shape, Form form) {
        return new Limb(node.index(), form.skin, form.flesh, shape.weightNumbers());
    }

    private Optional<Form> form(Placed node, Shape shape, MeshPrimitive primitive) {
        var known = forms.get(shape);
        if (known != null) {
            return known;
        }
        var what = "Mesh %d, part %d (%s)".formatted(shape.mesh, shape.primitive, node.name());
        var form = warnings.attempt(what, () -> read(shape, primitive));
        forms.put(shape, form);
        return form;
    }

    private Form read(Shape shape, MeshPrimitive primitive) {
        var uvSets = materials.uvSets(Gltf.index(primitive.getMaterial()));
        Optional<Skin> skin =
                shape.skin < 0 ? Optional.empty() : Optional.of(skins.skin(shape.skin));
        boolean isBent = skin.filter(this::isMoving).isPresent();
        var bending =
                new GltfGeometry.Bending(
                        shape.weightNumbers(),
                        skin.map(this::resting).orElse(NO_JOINTS),
                        isBent || shape.isMorphing,
                        shape.isMorphing);
        var body = geometry.read(primitive, uvSets, bending);
        return new Form(body.geometry().toMesh(), skin, body.flesh());
    }

    private boolean isMoving(Skin skin) {
        return Arrays.stream(skin.joints()).anyMatch(skeleton::isMoving);
    }

    private float[][] resting(Skin skin) {
        return skin.matrices(nodes::world);
    }
}
