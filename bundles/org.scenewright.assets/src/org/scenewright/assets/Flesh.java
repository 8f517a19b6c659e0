// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Arrays;

/**
 * The vertices of a mesh before anything bends them, in glTF's own right-handed space, and what
 * bends them.
 *
 * <p>Arrays are never changed after construction.
 */
final class Flesh {
    private final Morph.Vertices still;
    private final Morph morph;
    private final Skinning skinning;
    private final Bounds[] boxes;
    private final float[] reaches;

    /**
     * @param still with a normal at every vertex
     * @param morph no targets where clips do not move their weights
     */
    Flesh(Morph.Vertices still, Morph morph, Skinning skinning) {
        this.still = still;
        this.morph = morph;
        this.skinning = skinning;
        this.boxes = boxes();
        this.reaches = new float[morph.targets().size()];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = morph.targets().get(i).reach();
        }
    }

    int vertices() {
        return still.positions().length / 3;
    }

    /** The box around what each joint moves, and in the end around what none of them does. */
    private Bounds[] boxes() {
        int joints = 0;
        for (var influence : skinning.influences()) {
            for (float joint : influence.joints()) {
                joints = Math.max(joints, (int) joint + 1);
            }
        }
        var boxes = new Bounds[joints + 1];
        Arrays.fill(boxes, Bounds.EMPTY);
        for (int vertex = 0; vertex < vertices(); vertex++) {
            gather(vertex, boxes);
        }
        return boxes;
    }

    private void gather(int vertex, Bounds[] boxes) {
        var point = Bounds.of(Arrays.copyOfRange(still.positions(), vertex * 3, vertex * 3 + 3));
        boolean isHeld = false;
        for (var influence : skinning.influences()) {
            int first = still.source(vertex) * 4;
            for (int i = first; i < first + 4; i++) {
                if (influence.weights()[i] != 0) {
                    int joint = (int) influence.joints()[i];
                    boxes[joint] = boxes[joint].union(point);
                    isHeld = true;
                }
            }
        }
        if (!isHeld) {
            boxes[boxes.length - 1] = boxes[boxes.length - 1].union(point);
        }
    }

    /**
     * A box that nothing of it leaves, in the scene's space.
     *
     * @param joints from the mesh to the model, as each joint stands; none without a skin
     * @param weights of the morph targets
     */
    Bounds bounds(float[][] joints, float[] weights) {
        float reach = 0;
        for (int i = 0; i < Math.min(weights.length, reaches.length); i++) {
            reach += Math.abs(weights[i]) * reaches[i];
        }
        var box = boxes[boxes.length - 1].grown(reach);
        for (int joint = 0; joint < boxes.length - 1; joint++) {
            box = box.union(Matrices.transform(joints[joint], boxes[joint].grown(reach)));
        }
        return box.isEmpty()
                ? box
                : new Bounds(
                        0 - box.maxX(),
                        box.minY(),
                        box.minZ(),
                        0 - box.minX(),
                        box.maxY(),
                        box.maxZ());
    }

    /**
     * Its vertices in the scene's space.
     *
     * @return x, y, z of all positions, then of all normals
     */
    float[] bent(float[][] joints, float[] weights) {
        var positions = still.positions().clone();
        var normals = still.normals().clone();
        var vertices = new Morph.Vertices(positions, normals, still.sources());
        morph.apply(weights, vertices);
        skinning.bend(joints, vertices);
        var all = Arrays.copyOf(positions, positions.length + normals.length);
        System.arraycopy(normals, 0, all, positions.length, normals.length);
        for (int i = 0; i < all.length; i += 3) {
            all[i] = -all[i] + 0f;
        }
        return all;
    }
}
