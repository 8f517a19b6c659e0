// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Matrix4x3fc;
import org.scenewright.assets.Bounds;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** All instances, grouped for drawing and ordered for searching. */
final class Stage {
    private final Instances instances = new Instances();
    private final Map<Group.Key, Group> groups = new LinkedHashMap<>();
    private final BoxTree tree = new BoxTree();
    private final Matrix4x3f product = new Matrix4x3f();
    private long placements;
    private Bounds bounds = Bounds.EMPTY;
    private boolean measured = true;

    Instances instances() {
        return instances;
    }

    Collection<Group> groups() {
        return groups.values();
    }

    /** How often an instance was given a place since the beginning: the work that changes cause. */
    long placements() {
        return placements;
    }

    /** Gives a node its pieces as instances, at its place. */
    void dress(Node node) {
        undress(node);
        node.instances = new int[node.pieces.size()];
        for (int i = 0; i < node.instances.length; i++) {
            var piece = node.pieces.get(i);
            node.instances[i] = instances.add(node, piece.tint());
            group(piece, false).add(instances, node.instances[i]);
        }
        move(node);
    }

    void undress(Node node) {
        for (int instance : node.instances) {
            var group = instances.groups[instance];
            instances.remove(instance);
            tree.update(instances.boxes, instance);
            dropIfEmpty(group);
            measured = false;
        }
        node.instances = new int[0];
    }

    /** Moves a node's instances to where the node is by now. */
    void move(Node node) {
        for (int i = 0; i < node.instances.length; i++) {
            move(node.instances[i], node.pieces.get(i), node.world());
            instances.outlined[node.instances[i]] = node.selected();
        }
    }

    private void move(int instance, Piece piece, Matrix4x3fc world) {
        world.mul(piece.place(), product);
        instances.place(instance, product, piece.bounds());
        tree.update(instances.boxes, instance);
        placements++;
        measured = false;
        var group = instances.groups[instance];
        boolean mirrored = product.determinant() < 0;
        if (group.key().mirrored() != mirrored) {
            group.remove(instances, instance);
            group(piece, mirrored).add(instances, instance);
            dropIfEmpty(group);
        }
    }

    private Group group(Piece piece, boolean mirrored) {
        var key = new Group.Key(piece.mesh(), piece.material(), mirrored, piece.bent());
        return groups.computeIfAbsent(key, Group::new);
    }

    private void dropIfEmpty(Group group) {
        if (group.isEmpty()) {
            groups.remove(group.key());
        }
    }

    /** The box around everything. */
    Bounds bounds() {
        if (!measured) {
            measured = true;
            bounds = measure();
        }
        return bounds;
    }

    private Bounds measure() {
        float[] box = new float[Instances.BOX];
        BoxTreeBuilder.clear(box, 0);
        for (int i = 0; i < instances.size(); i++) {
            BoxTreeBuilder.grow(box, 0, instances.boxes, i);
        }
        return new Bounds(box[0], box[1], box[2], box[3], box[4], box[5]);
    }

    /** Shows a target what a ray may meet. */
    void search(RayProbe ray, BoxTree.Target target) {
        freshTree().search(instances.boxes, ray, target);
    }

    /** Shows somebody the instances whose boxes meet a box of six numbers. */
    void within(float[] box, IntConsumer found) {
        freshTree().within(instances.boxes, box, found);
    }

    private BoxTree freshTree() {
        if (tree.isStale()) {
            tree.build(instances.boxes, instances.size());
        }
        return tree;
    }
}
