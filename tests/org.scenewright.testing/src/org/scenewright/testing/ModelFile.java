// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.scenewright.testing.GlbBuilder.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes forms as the nodes of a binary glTF file, with turning nodes and bending skins. */
final class ModelFile {
    private final GlbBuilder file = new GlbBuilder();
    private final Map<Paint, Integer> paints = new LinkedHashMap<>();
    private final List<Integer> roots = new ArrayList<>();

    /** A node that stands still. */
    ModelFile node(String name, Form form) {
        roots.add(file.add("nodes", ordered("name", name, "mesh", mesh(form, List.of()))));
        return this;
    }

    /**
     * How a node swings: one quaternion per moment, in a circle.
     *
     * @param seconds of the whole round
     */
    record Swing(String clip, float seconds, List<float[]> rotations) {}

    /**
     * Joints that hang on one another.
     *
     * @param joints where each is before anything bends, the first one first
     * @param along how far along the chain a point is, in joints
     * @param swings per joint how it swings; the first moment is stored as its pose
     */
    record Chain(List<Form.Point> joints, ToDoubleFunction<Form.Point> along, List<Swing> swings) {}

    /** A node that swings about a place. */
    ModelFile swinging(String name, Form.Point at, Form form, Swing swing) {
        int node =
                file.add(
                        "nodes",
                        ordered(
                                "name", name,
                                "translation", List.of(at.x(), at.y(), at.z()),
                                "rotation", boxed(swing.rotations.getFirst()),
                                "mesh", mesh(form, List.of())));
        roots.add(node);
        animate(Map.of(node, swing));
        return this;
    }

    /** A form that bends with a chain. */
    ModelFile skinned(String name, Form form, Chain chain) {
        int node = file.add("nodes", Map.of());
        int first = node + 1;
        var swings = new LinkedHashMap<Integer, Swing>();
        var inverses = new float[chain.joints.size() * 16];
        for (int i = 0; i < chain.joints.size(); i++) {
            swings.put(addJoint(i, chain, first + i + 1), chain.swings.get(i));
            putMoved(inverses, i * 16, chain.joints.get(i).scaled(-1));
        }
        int matrices = file.floats("MAT4", inverses);
        var joints = List.copyOf(swings.keySet());
        int skin = file.add("skins", ordered("joints", joints, "inverseBindMatrices", matrices));
        int mesh = mesh(form, weights(chain.along, joints.size()));
        file.entry("nodes", node).putAll(ordered("name", name, "mesh", mesh, "skin", skin));
        roots.addAll(List.of(node, first));
        animate(swings);
        return this;
    }

    byte[] bytes() {
        return file.scene(roots.toArray(Integer[]::new)).glb();
    }

    private int addJoint(int index, Chain chain, int next) {
        var joints = chain.joints;
        var at = index == 0 ? joints.get(0) : joints.get(index).minus(joints.get(index - 1));
        var joint =
                ordered(
                        "name", "Joint " + (index + 1),
                        "translation", List.of(at.x(), at.y(), at.z()),
                        "rotation", boxed(chain.swings.get(index).rotations.getFirst()));
        if (index + 1 < joints.size()) {
            joint.put("children", List.of(next));
        }
        return file.add("nodes", joint);
    }

    private static void putMoved(float[] matrices, int at, Form.Point move) {
        for (int i = 0; i < 16; i += 5) {
            matrices[at + i] = 1;
        }
        matrices[at + 12] = (float) move.x();
        matrices[at + 13] = (float) move.y();
        matrices[at + 14] = (float) move.z();
    }

    /** What a vertex carries beside its place: numbers per corner. */
    private interface Attribute {
        void write(Map<String, Integer> attributes, List<Form.Point> corners, GlbBuilder file);
    }

    private static List<Attribute> weights(ToDoubleFunction<Form.Point> along, int joints) {
        return List.of(
                (attributes, corners, file) -> {
                    var numbers = new int[corners.size() * 4];
                    var weights = new float[corners.size() * 4];
                    for (int i = 0; i < corners.size(); i++) {
                        hang(i * 4, along.applyAsDouble(corners.get(i)), joints, numbers, weights);
                    }
                    attributes.put("JOINTS_0", file.bytes("VEC4", numbers));
                    attributes.put("WEIGHTS_0", file.floats("VEC4", weights));
                });
    }

    /** Hangs one corner on the two joints it is between. */
    private static void hang(int at, double along, int joints, int[] numbers, float[] weights) {
        double place = Math.clamp(along, 0, joints - 1.0);
        int joint = Math.min((int) place, joints - 2);
        numbers[at] = joint;
        numbers[at + 1] = joint + 1;
        weights[at] = (float) (1 - (place - joint));
        weights[at + 1] = (float) (place - joint);
    }

    /** One clip of nodes that swing together. */
    private void animate(Map<Integer, Swing> swings) {
        var samplers = new ArrayList<Object>();
        var channels = new ArrayList<Object>();
        var any = swings.values().iterator().next();
        int times = file.floats("SCALAR", moments(any.rotations.size(), any.seconds));
        swings.forEach(
                (node, swing) -> {
                    var target = ordered("node", node, "path", "rotation");
                    channels.add(ordered("sampler", samplers.size(), "target", target));
                    int output = file.floats("VEC4", flat(swing.rotations));
                    samplers.add(ordered("input", times, "output", output));
                });
        file.add(
                "animations",
                ordered("name", any.clip, "samplers", samplers, "channels", channels));
    }

    private static float[] moments(int count, float seconds) {
        var moments = new float[count];
        for (int i = 0; i < count; i++) {
            moments[i] = seconds * i / (count - 1);
        }
        return moments;
    }

    private static float[] flat(List<float[]> rows) {
        var flat = new float[rows.size() * 4];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = rows.get(i / 4)[i % 4];
        }
        return flat;
    }

    private static List<Float> boxed(float[] values) {
        var boxed = new ArrayList<Float>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    private int mesh(Form form, List<Attribute> more) {
        var byPaint = new LinkedHashMap<Paint, List<Form.Face>>();
        form.faces()
                .forEach(
                        face ->
                                byPaint.computeIfAbsent(face.paint(), paint -> new ArrayList<>())
                                        .add(face));
        var primitives = new ArrayList<Object>();
        byPaint.forEach((paint, faces) -> primitives.add(primitive(paint, faces, more)));
        return file.add("meshes", ordered("primitives", primitives));
    }

    private Map<String, Object> primitive(
            Paint paint, List<Form.Face> faces, List<Attribute> more) {
        var corners = new ArrayList<Form.Point>();
        var normals = new ArrayList<Form.Point>();
        var uvs = new ArrayList<double[]>();
        var indices = new ArrayList<Integer>();
        for (var face : faces) {
            fan(indices, corners.size(), face.corners().size());
            corners.addAll(face.corners());
            uvs.addAll(face.uvs());
            face.corners().forEach(corner -> normals.add(face.normal()));
        }
        var attributes = new LinkedHashMap<String, Integer>();
        attributes.put("POSITION", file.floats("VEC3", triples(corners)));
        attributes.put("NORMAL", file.floats("VEC3", triples(normals)));
        if (paint.picture().isPresent()) {
            attributes.put("TEXCOORD_0", file.floats("VEC2", pairs(uvs)));
        }
        more.forEach(attribute -> attribute.write(attributes, corners, file));
        int index = file.shorts("SCALAR", indices.stream().mapToInt(Integer::intValue).toArray());
        int material = paints.computeIfAbsent(paint, key -> key.addTo(file));
        return ordered("attributes", attributes, "indices", index, "material", material);
    }

    private static void fan(List<Integer> indices, int first, int corners) {
        for (int i = 1; i + 1 < corners; i++) {
            indices.addAll(List.of(first, first + i, first + i + 1));
        }
    }

    private static float[] triples(List<Form.Point> points) {
        var values = new float[points.size() * 3];
        for (int i = 0; i < points.size(); i++) {
            values[i * 3] = (float) points.get(i).x();
            values[i * 3 + 1] = (float) points.get(i).y();
            values[i * 3 + 2] = (float) points.get(i).z();
        }
        return values;
    }

    private static float[] pairs(List<double[]> uvs) {
        var values = new float[uvs.size() * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) uvs.get(i / 2)[i % 2];
        }
        return values;
    }
}
