// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.scenewright.testing.GlbBuilder.ordered;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Crates that look otherwise by a picture beside them alone, which has the same name in each. */
public final class SampleCrates {
    /** What the model calls its picture. */
    public static final String PICTURE = "textures/side.png";

    private SampleCrates() {}

    /** A box of 1 metre that stands on the ground, in binary glTF. */
    public static byte[] model() {
        var file = new GlbBuilder();
        int image = file.add("images", ordered("uri", PICTURE));
        int texture = file.add("textures", ordered("source", image));
        var surface =
                ordered(
                        "baseColorTexture", ordered("index", texture),
                        "metallicFactor", 0,
                        "roughnessFactor", 1);
        int material = file.add("materials", ordered("pbrMetallicRoughness", surface));
        int mesh = file.mesh(box(file, material));
        return file.scene(file.add("nodes", ordered("name", "Crate", "mesh", mesh))).glb();
    }

    private static Map<String, Object> box(GlbBuilder file, int material) {
        var positions = new ArrayList<Float>();
        var normals = new ArrayList<Float>();
        var uvs = new ArrayList<Float>();
        var indices = new ArrayList<Integer>();
        int[][] sides = {{0, 1}, {0, -1}, {1, 1}, {1, -1}, {2, 1}, {2, -1}};
        for (int[] side : sides) {
            int first = positions.size() / 3;
            for (int corner = 0; corner < 4; corner++) {
                int u = corner & 1;
                int v = corner >> 1;
                float[] at = new float[3];
                at[side[0]] = side[1] * 0.5f;
                at[(side[0] + 1) % 3] = u - 0.5f;
                at[(side[0] + 2) % 3] = v - 0.5f;
                positions.addAll(List.of(at[0], at[1] + 0.5f, at[2]));
                float[] out = new float[3];
                out[side[0]] = side[1];
                normals.addAll(List.of(out[0], out[1], out[2]));
                uvs.addAll(List.of((float) u, (float) v));
            }
            var order = side[1] > 0 ? List.of(0, 1, 3, 0, 3, 2) : List.of(0, 3, 1, 0, 2, 3);
            order.forEach(corner -> indices.add(first + corner));
        }
        var attributes =
                ordered(
                        "POSITION", file.floats("VEC3", floats(positions)),
                        "NORMAL", file.floats("VEC3", floats(normals)),
                        "TEXCOORD_0", file.floats("VEC2", floats(uvs)));
        int[] corners = indices.stream().mapToInt(Integer::intValue).toArray();
        return ordered(
                "attributes", attributes,
                "indices", file.shorts("SCALAR", corners),
                "material", material);
    }

    private static float[] floats(List<Float> values) {
        float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i);
        }
        return numbers;
    }

    /** A picture of boards. */
    public static byte[] boards() {
        return SamplePictures.crate();
    }

    /** A picture of checkered cloth. */
    public static byte[] cloth() {
        return SamplePictures.blanket();
    }

    /** A picture of one colour. */
    public static byte[] plain(int rgb) {
        return SamplePictures.png(
                4,
                4,
                g -> {
                    g.setColor(new Color(rgb));
                    g.fillRect(0, 0, 4, 4);
                });
    }
}
