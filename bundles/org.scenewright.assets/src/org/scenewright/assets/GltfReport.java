// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.MeshPrimitive;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What could be better about a glTF model; one sentence for each kind of fault. */
final class GltfReport {
    /** In metres; a parcel is 16 wide. */
    private static final float HUGE = 100;

    private static final float TINY = 0.01f;

    /** What a scene of one parcel may have. */
    private static final int MOST_MATERIALS = 20;

    /** Few flat triangles are at the poles of every ball. */
    private static final double MANY_FLAT = 0.02;

    private static final int MOST_NAMED = 3;

    /** Whoever has fewer triangles will hardly see what is wrong with them. */
    private static final int SOME = 8;

    private final GltfSource source;
    private final GltfNodes nodes;
    private final Model model;
    private final List<Model.Part> parts;
    private final Warnings warnings = new Warnings();

    GltfReport(GltfSource source, GltfNodes nodes, Model model) {
        this.source = source;
        this.nodes = nodes;
        this.model = model;
        parts = model.parts().stream().filter(part -> !part.collider()).toList();
    }

    /**
     * All that there is to say.
     *
     * @param pictures what the model shows
     */
    List<String> sentences(List<GltfImages.Shown> pictures) {
        size(model.bounds());
        flattened();
        missing();
        triangles();
        materials();
        new PictureReport(pictures, parts).tell(warnings);
        new GltfUse(source, nodes).tell(warnings);
        return warnings.all();
    }

    private void size(Bounds box) {
        float largest =
                Math.max(
                        box.maxX() - box.minX(),
                        Math.max(box.maxY() - box.minY(), box.maxZ() - box.minZ()));
        if (largest > HUGE) {
            warnings.add(
                    "It is %.0f m large, and a parcel is 16 m wide; was it made in other units?"
                            .formatted(largest));
        } else if (largest < TINY && !box.isEmpty()) {
            warnings.add(
                    "It is only %.2f cm large; was it made in other units?"
                            .formatted(largest * 100));
        }
    }

    /** Nodes without any extent in a direction, which may be meant only where it is one. */
    private void flattened() {
        var flat =
                parts.stream()
                        .filter(part -> rank(part.transform()) < 2)
                        .map(Model.Part::node)
                        .distinct()
                        .toList();
        if (!flat.isEmpty()) {
            warnings.add("It has nodes that are scaled to nothing: " + named(flat) + ".");
        }
    }

    private static int rank(float[] transform) {
        return (int)
                IntStream.of(0, 4, 8)
                        .filter(
                                i ->
                                        transform[i] != 0
                                                || transform[i + 1] != 0
                                                || transform[i + 2] != 0)
                        .count();
    }

    private static String named(List<String> names) {
        int more = names.size() - MOST_NAMED;
        var first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private void missing() {
        var primitives = primitives().toList();
        long flat = primitives.stream().filter(this::isFlat).count();
        if (flat > 0) {
            warnings.add(
                    "%d of its %d parts have no normals, so every triangle is flat."
                            .formatted(flat, primitives.size()));
        }
        long bare =
                parts.stream()
                        .filter(part -> part.material().maps().base().isPresent())
                        .filter(part -> part.mesh().uvs().length == 0)
                        .count();
        if (bare > 0) {
            warnings.add(
                    "%d of its parts have a picture, but no texture coordinates.".formatted(bare));
        }
    }

    /** Of all meshes that are seen, each once. */
    private Stream<MeshPrimitive> primitives() {
        return nodes.shown().stream()
                .filter(node -> !node.collider())
                .flatMap(node -> Gltf.index(node.node().getMesh()).stream())
                .distinct()
                .filter(mesh -> mesh >= 0 && mesh < Gltf.all(source.gltf().getMeshes()).size())
                .flatMap(
                        mesh ->
                                Gltf.all(source.gltf().getMeshes().get(mesh).getPrimitives())
                                        .stream());
    }

    /** Without normals, though its triangles share vertices as those of smooth surfaces do. */
    private boolean isFlat(MeshPrimitive primitive) {
        var attributes = Gltf.maybe(primitive.getAttributes()).orElse(Map.of());
        int vertices = count(Gltf.or(attributes.get("POSITION"), -1));
        int corners = count(Gltf.or(primitive.getIndices(), -1));
        return !attributes.containsKey("NORMAL") && corners > vertices && corners > 3 * SOME;
    }

    private int count(int accessor) {
        var all = Gltf.all(source.gltf().getAccessors());
        return accessor < 0 || accessor >= all.size()
                ? 0
                : Gltf.or(all.get(accessor).getCount(), 0);
    }

    private void triangles() {
        Set<Mesh> meshes = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> meshes.add(part.mesh()));
        var all =
                meshes.stream()
                        .map(mesh -> Triangles.of(mesh, new float[0]))
                        .reduce(Triangles.NONE, Triangles::plus);
        if (all.flat() > SOME && all.flat() > all.count() * MANY_FLAT) {
            warnings.add("%d of its %d triangles have no area.".formatted(all.flat(), all.count()));
        }
    }

    private void materials() {
        Set<Material> materials = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> materials.add(part.material()));
        if (materials.size() > MOST_MATERIALS) {
            warnings.add(
                    "It has %d materials; a whole scene of one parcel may have %d."
                            .formatted(materials.size(), MOST_MATERIALS));
        }
    }
}
