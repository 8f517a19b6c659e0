// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.scenewright.testing.GlbBuilder.ordered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Models that clips move, written and read. */
abstract class RigFixture extends GltfFixture {
    static final float[] RISE = {0, 0, 0, 0, 4, 0, 0, 8, 0};
    private static final int[] FIRST_JOINT = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    final List<Object> channels = new ArrayList<>();
    final List<Object> samplers = new ArrayList<>();

    /** Two steps of a second each; whatever else is said of the sampler comes last. */
    void moves(int node, String path, int output, Object... more) {
        moves(node, path, file.floats("SCALAR", 0, 1, 2), output, more);
    }

    void moves(int node, String path, int input, int output, Object[] more) {
        var sampler = ordered("input", input, "output", output);
        sampler.putAll(ordered(more));
        samplers.add(sampler);
        var target = ordered("node", node, "path", path);
        channels.add(ordered("sampler", samplers.size() - 1, "target", target));
    }

    /** Makes a clip of all channels so far. */
    void clip(String name) {
        var animation =
                ordered(
                        "name",
                        name,
                        "channels",
                        List.copyOf(channels),
                        "samplers",
                        List.copyOf(samplers));
        file.add("animations", animation);
        channels.clear();
        samplers.clear();
    }

    /** A triangle that rises eight metres in two seconds. */
    void rising(Object... more) {
        int node = node(triangle());
        moves(node, "translation", file.floats("VEC3", RISE), more);
        clip("rise");
        file.scene(node);
    }

    static Bent bent(Model model, float seconds, float weight) {
        var playing = new Posture.Playing(0, seconds, weight);
        return model.rig().orElseThrow().bent(new Posture(List.of(playing)));
    }

    /** Where the mesh of the first part is at a time. */
    static float[] place(Model model, float seconds) {
        return place(bent(model, seconds, 1));
    }

    static float[] place(Bent bent) {
        return Arrays.copyOfRange(bent.transform(0), 12, 15);
    }

    static float[] positions(Bent bent) {
        var all = bent.vertices(0);
        return Arrays.copyOf(all, all.length / 2);
    }

    static float[] normals(Bent bent) {
        var all = bent.vertices(0);
        return Arrays.copyOfRange(all, all.length / 2, all.length);
    }

    /** A triangle on one joint that rises; the node of the mesh itself is far away. */
    Model skinned() {
        int positions = file.floats("VEC3", TRIANGLE);
        int joints = file.bytes("VEC4", FIRST_JOINT);
        int weights = file.floats("VEC4", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
        var attributes = ordered("POSITION", positions, "JOINTS_0", joints, "WEIGHTS_0", weights);
        int mesh = file.mesh(ordered("attributes", attributes));
        int joint = file.add("nodes", ordered("translation", List.of(0, 1, 0)));
        float[] down = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1};
        var skin = ordered("joints", List.of(joint));
        skin.put("inverseBindMatrices", file.floats("MAT4", down));
        moves(joint, "translation", file.floats("VEC3", RISE));
        clip("rise");
        file.scene(
                node(mesh, "skin", file.add("skins", skin), "translation", List.of(50, 0, 0)),
                joint);
        return model();
    }

    /** A triangle whose last corner can go up, and whose first can go to the left. */
    Model morphing() {
        int up = file.floats("VEC3", 0, 0, 0, 0, 0, 0, 0, 2, 0);
        int left = file.floats("VEC3", 4, 0, 0, 0, 0, 0, 0, 0, 0);
        int mesh = triangle("targets", List.of(Map.of("POSITION", up), Map.of("POSITION", left)));
        int node = node(mesh);
        moves(node, "weights", file.floats("SCALAR", 0, 0, 1, 0.5f, 0, 1));
        clip("talk");
        file.scene(node);
        return model();
    }
}
