// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix3f;
import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.scenewright.assets.Mesh;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Finds what a ray meets first: instances by their boxes, then triangles by a tree per mesh, which
 * is made when it is first needed.
 */
final class Picker implements BoxTree.Target {
    private static final int NOTHING = -1;

    private final Stage stage;
    private final Map<Mesh, MeshTree> trees = new WeakHashMap<>();
    private final RayProbe probe = new RayProbe();
    private final Matrix4x3f toMesh = new Matrix4x3f();
    private final Vector3f origin = new Vector3f();
    private final Vector3f direction = new Vector3f();
    private final Vector3f normal = new Vector3f();
    private final Vector3f from = new Vector3f();
    private final Vector3f towards = new Vector3f();
    private int nearest;
    private float distance;

    Picker(Stage stage) {
        this.stage = stage;
    }

    Optional<Hit> pick(Ray ray) {
        from.set(ray.origin());
        towards.set(ray.direction());
        nearest = NOTHING;
        distance = Float.POSITIVE_INFINITY;
        probe.aim(from, towards, distance);
        stage.search(probe, this);
        return nearest == NOTHING ? Optional.empty() : Optional.of(hit(ray));
    }

    private Hit hit(Ray ray) {
        var all = stage.instances();
        var tree = tree(nearest);
        // The nearest triangle of this mesh may have been met at another place since.
        aim(nearest);
        tree.meet(origin, direction, Float.POSITIVE_INFINITY);
        toMesh.transpose3x3(new Matrix3f()).transform(tree.normal(), normal).normalize();
        return new Hit(
                all.owners[nearest].entity(), distance, ray.at(distance), new Vector3f(normal));
    }

    @Override
    public float meet(int item, float farthest) {
        var all = stage.instances();
        if (all.owners[item].isLocked()
                || probe.enters(all.boxes, item * Instances.BOX) >= farthest) {
            return farthest;
        }
        aim(item);
        float met = tree(item).meet(origin, direction, farthest);
        if (met >= farthest) {
            return farthest;
        }
        nearest = item;
        distance = met;
        return met;
    }

    private MeshTree tree(int item) {
        var key = stage.instances().groups[item].key();
        return trees.computeIfAbsent(key.mesh(), MeshTree::new)
                .seeing(key.material().doubleSided());
    }

    /** Takes the ray into the space of an instance's mesh; distances stay those of the world. */
    private void aim(int item) {
        stage.instances().matrix(item, toMesh).invert();
        toMesh.transformPosition(origin.set(from));
        toMesh.transformDirection(direction.set(towards));
    }
}
