// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.MeshPrimitive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the triangles of glTF primitives. One thread. */
final class GltfGeometry {
    private static final int TRIANGLES = 4;
    private static final int STRIP = 5;
    private static final int FAN = 6;
    private static final int[] NONE = {};

    /** All primitives together; a whole scene of one parcel may have 10,000. */
    private static final int MOST_TRIANGLES = 2_000_000;

    private final GltfAccessors accessors;
    private final GltfDraco draco;
    private int left = MOST_TRIANGLES;

    GltfGeometry(GltfSource source) {
        accessors = source.accessors();
        draco = new GltfDraco(source);
    }

    /**
     * How a primitive is bent where a node shows it.
     *
     * @param weights of the morph targets; none for zeros
     * @param joints matrices from the mesh to the model; none for a mesh without a skin
     * @param isKept whether clips bend it otherwise
     * @param isMorphing whether clips move the weights, too
     */
    record Bending(float[] weights, float[][] joints, boolean isKept, boolean isMorphing) {}

    /**
     * A primitive as it rests.
     *
     * @param flesh what it takes to bend it; nothing where clips do not
     */
    record Body(Geometry geometry, Optional<Flesh> flesh) {}

    /** One primitive, bent as its skin and its morph targets say. */
    Body read(MeshPrimitive primitive, List<Integer> uvSets, Bending bending) {
        draco.unpack(primitive);
        Map<String, Integer> attributes = attributes(primitive);
        var positions = attribute(attributes, "POSITION", 3);
        int vertices = positions.length / 3;
        var indices = triangles(primitive, vertices);
        var normals = vectors(attributes, "NORMAL", 3, vertices);
        var bent = new Morph.Vertices(positions, normals, NONE);
        var morph = morph(primitive, bending, positions.length);
        var skinning = Skinning.read(accessors, attributes, bending.joints.length, vertices);
        var still = bending.isMorphing ? copy(bent) : bent;
        morph.apply(bending.weights, bent);
        still = bending.isKept && !bending.isMorphing ? copy(bent) : still;
        skinning.bend(bending.joints, bent);
        if (!Matrices.isFinite(positions)) {
            throw new AssetException("a position is not a number");
        }
        var geometry =
                new Geometry(
                        positions,
                        normals,
                        uvs(attributes, uvSets, 0, vertices),
                        uvs(attributes, uvSets, 1, vertices),
                        colors(attributes, vertices),
                        indices);
        var moved = bending.isMorphing ? morph : new Morph(List.of());
        return new Body(
                geometry,
                bending.isKept
                        ? Optional.of(new Flesh(whole(still, indices), moved, skinning))
                        : Optional.empty());
    }

    private Morph morph(MeshPrimitive primitive, Bending bending, int numbers) {
        var weights = bending.weights;
        return Morph.read(
                accessors,
                Gltf.all(primitive.getTargets()),
                i -> bending.isMorphing || i < weights.length && weights[i] != 0,
                numbers);
    }

    private static Morph.Vertices copy(Morph.Vertices vertices) {
        return new Morph.Vertices(
                vertices.positions().clone(), vertices.normals().clone(), vertices.sources());
    }

    /** With a normal at every vertex of the mesh that will be made of it. */
    private static Morph.Vertices whole(Morph.Vertices still, int[] indices) {
        if (still.normals().length > 0) {
            return still;
        }
        var none = new float[0];
        var flat = new Geometry(still.positions(), none, none, none, none, indices).whole();
        return new Morph.Vertices(flat.positions(), flat.normals(), indices);
    }

    private static Map<String, Integer> attributes(MeshPrimitive primitive) {
        return Gltf.maybe(primitive.getAttributes()).orElse(Map.of());
    }

    private float[] attribute(Map<String, Integer> attributes, String name, int components) {
        int index = Gltf.or(attributes.get(name), -1);
        if (index < 0) {
            throw new AssetException("it has no " + name);
        }
        if (accessors.components(index) != components) {
            throw new AssetException(name + " has " + accessors.components(index) + " components");
        }
        return accessors.floats(index);
    }

    /** An attribute with something for every vertex; empty where the primitive has none. */
    private float[] vectors(
            Map<String, Integer> attributes, String name, int components, int vertices) {
        if (!attributes.containsKey(name)) {
            return new float[0];
        }
        var values = attribute(attributes, name, components);
        if (values.length != vertices * components) {
            throw new AssetException(
                    "%s is for %d vertices of %d"
                            .formatted(name, values.length / components, vertices));
        }
        return values;
    }

    private float[] uvs(
            Map<String, Integer> attributes, List<Integer> sets, int which, int vertices) {
        if (which >= sets.size()) {
            return new float[0];
        }
        int set = sets.get(which);
        var name = attributes.containsKey("TEXCOORD_" + set) ? "TEXCOORD_" + set : "TEXCOORD_0";
        return vectors(attributes, name, 2, vertices);
    }

    private float[] colors(Map<String, Integer> attributes, int vertices) {
        int index = Gltf.or(attributes.get("COLOR_0"), -1);
        if (index < 0 || accessors.components(index) == 4) {
            return vectors(attributes, "COLOR_0", 4, vertices);
        }
        var rgb = vectors(attributes, "COLOR_0", 3, vertices);
        var rgba = new float[vertices * 4];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = i % 4 == 3 ? 1 : rgb[i / 4 * 3 + i % 4];
        }
        return rgba;
    }

    private int[] triangles(MeshPrimitive primitive, int vertices) {
        int mode = Gltf.or(primitive.getMode(), TRIANGLES);
        if (mode != TRIANGLES && mode != STRIP && mode != FAN) {
            throw new UnshownException("it consists of points or lines, which are not shown");
        }
        var indices = Gltf.index(primitive.getIndices());
        int promised = indices.map(accessors::count).orElse(vertices);
        int triangles = mode == TRIANGLES ? promised / 3 : Math.max(0, promised - 2);
        if (triangles > left) {
            throw new AssetException("the model has more than " + MOST_TRIANGLES + " triangles");
        }
        left -= triangles;
        var corners = corners(indices, vertices);
        return mode == TRIANGLES ? corners : unrolled(corners, triangles, mode == FAN);
    }

    private int[] corners(Optional<Integer> indices, int vertices) {
        return indices.map(
                        index ->
                                accessors.indices(
                                        index, corner -> corner >= 0 && corner < vertices))
                .orElseGet(() -> IntStream.range(0, vertices).toArray());
    }

    private static int[] unrolled(int[] corners, int triangles, boolean fan) {
        var unrolled = new int[triangles * 3];
        for (int i = 0; i < triangles; i++) {
            // glTF 3.7.2.1: every other triangle of a strip is turned, so that all face one way.
            int turn = fan ? 0 : i % 2;
            unrolled[i * 3] = corners[fan ? 0 : i];
            unrolled[i * 3 + 1] = corners[i + 1 + turn];
            unrolled[i * 3 + 2] = corners[i + 2 - turn];
        }
        return unrolled;
    }
}
