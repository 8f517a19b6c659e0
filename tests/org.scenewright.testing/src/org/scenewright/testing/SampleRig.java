// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.scenewright.testing.GlbBuilder.ordered;

import java.util.ArrayList;
import java.util.List;

/**
 * A flower that clips move: a stem of two metres on two joints, and a vane on top of it.
 *
 * <p>The clip {@code bend} bows the stem to its right within a second, and raises it again within
 * another; {@code spin} turns the vane once in four seconds.
 */
public final class SampleRig {
    private static final int RINGS = 9;
    private static final int SIDES = 12;
    private static final double RADIUS = 0.25;

    private final GlbBuilder file = new GlbBuilder();

    private SampleRig() {}

    /** The whole as a binary file. */
    public static byte[] glb() {
        return new SampleRig().written();
    }

    private byte[] written() {
        int vane =
                file.add(
                        "nodes",
                        ordered("name", "Vane", "mesh", vane(), "translation", List.of(0, 1, 0)));
        int chest = joint("Chest", 1, vane);
        int hip = joint("Hip", 0, chest);
        var skin = ordered("joints", List.of(hip, chest), "inverseBindMatrices", inverses());
        int stem =
                file.add(
                        "nodes",
                        ordered("name", "Stem", "mesh", stem(), "skin", file.add("skins", skin)));
        int flower = file.add("nodes", ordered("name", "Flower", "children", List.of(stem, hip)));
        bend(chest);
        spin(vane);
        return file.scene(flower).glb();
    }

    private int joint(String name, int up, int child) {
        return file.add(
                "nodes",
                ordered(
                        "name",
                        name,
                        "translation",
                        List.of(0, up, 0),
                        "children",
                        List.of(child)));
    }

    private int inverses() {
        float[] here = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
        float[] down = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1};
        var both = new float[32];
        System.arraycopy(here, 0, both, 0, 16);
        System.arraycopy(down, 0, both, 16, 16);
        return file.floats("MAT4", both);
    }

    private int material(double red, double green, double blue) {
        var look =
                ordered(
                        "baseColorFactor",
                        List.of(red, green, blue, 1),
                        "metallicFactor",
                        0,
                        "roughnessFactor",
                        0.7);
        return file.add("materials", ordered("pbrMetallicRoughness", look));
    }

    /** A tube without ends; its lower half hangs on the first joint and its upper on the second. */
    private int stem() {
        var positions = new float[RINGS * SIDES * 3];
        var normals = new float[positions.length];
        var weights = new float[RINGS * SIDES * 4];
        var joints = new int[weights.length];
        for (int i = 0; i < RINGS * SIDES; i++) {
            double turn = 2 * Math.PI * (i % SIDES) / SIDES;
            double up = 2.0 * (i / SIDES) / (RINGS - 1);
            normals[i * 3] = (float) Math.cos(turn);
            normals[i * 3 + 2] = (float) Math.sin(turn);
            positions[i * 3] = (float) (RADIUS * Math.cos(turn));
            positions[i * 3 + 1] = (float) up;
            positions[i * 3 + 2] = (float) (RADIUS * Math.sin(turn));
            double upper = Math.clamp((up - 0.5), 0, 1);
            weights[i * 4] = (float) (1 - upper);
            weights[i * 4 + 1] = (float) upper;
            joints[i * 4 + 1] = 1;
        }
        var attributes =
                ordered(
                        "POSITION",
                        file.floats("VEC3", positions),
                        "NORMAL",
                        file.floats("VEC3", normals),
                        "JOINTS_0",
                        file.bytes("VEC4", joints),
                        "WEIGHTS_0",
                        file.floats("VEC4", weights));
        int green = material(0.1, 0.45, 0.12);
        return file.mesh(ordered("attributes", attributes, "indices", walls(), "material", green));
    }

    private int walls() {
        var corners = new ArrayList<Integer>();
        for (int ring = 0; ring + 1 < RINGS; ring++) {
            for (int side = 0; side < SIDES; side++) {
                int a = ring * SIDES + side;
                int b = ring * SIDES + (side + 1) % SIDES;
                corners.addAll(List.of(a, a + SIDES, b, b, a + SIDES, b + SIDES));
            }
        }
        return file.shorts("SCALAR", corners.stream().mapToInt(i -> i).toArray());
    }

    /** A wedge that points along x, without normals, so that it is flat. */
    private int vane() {
        float[] points = {0, 0, 0.2f, 0, 0, -0.2f, 0, 0.3f, 0, 1.2f, 0, 0};
        int red = material(0.7, 0.08, 0.05);
        return file.mesh(
                ordered(
                        "attributes",
                        ordered("POSITION", file.floats("VEC3", points)),
                        "indices",
                        file.shorts("SCALAR", 0, 2, 1, 0, 3, 2, 1, 2, 3, 0, 1, 3),
                        "material",
                        red));
    }

    private void bend(int node) {
        float sine = (float) Math.sin(Math.PI / 6);
        float cosine = (float) Math.cos(Math.PI / 6);
        clip(
                "bend",
                node,
                file.floats("SCALAR", 0, 1, 2),
                file.floats("VEC4", 0, 0, 0, 1, 0, 0, -sine, cosine, 0, 0, 0, 1));
    }

    private void spin(int node) {
        float half = (float) Math.sqrt(0.5);
        clip(
                "spin",
                node,
                file.floats("SCALAR", 0, 1, 2, 3, 4),
                file.floats(
                        "VEC4", 0, 0, 0, 1, 0, half, 0, half, 0, 1, 0, 0, 0, half, 0, -half, 0, 0,
                        0, -1));
    }

    private void clip(String name, int node, int times, int turns) {
        var target = ordered("node", node, "path", "rotation");
        var channel = ordered("sampler", 0, "target", target);
        var sampler = ordered("input", times, "output", turns);
        file.add(
                "animations",
                ordered("name", name, "channels", List.of(channel), "samplers", List.of(sampler)));
    }
}
