// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix3f;
import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.scenewright.assets.Mesh;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * Meets the triangles of instances with a ray, by a tree per mesh, which is made when it is first
 * needed.
 */
final class MeshProbe {
    private final Stage stage;
    private final Map<Mesh, MeshTree> trees = new WeakHashMap<>();
    private final RayProbe probe = new RayProbe();
    private final Matrix4x3f toMesh = new Matrix4x3f();
    private final Vector3f origin = new Vector3f();
    private final Vector3f direction = new Vector3f();
    private final Vector3f from = new Vector3f();
    private final Vector3f towards = new Vector3f();

    MeshProbe(Stage stage) {
        this.stage = stage;
    }

    /** Shows a target all instances whose boxes a ray may meet within a distance. */
    void search(Ray ray, float limit, BoxTree.Target target) {
        from.set(ray.origin());
        towards.set(ray.direction());
        probe.aim(from, towards, limit);
        stage.search(probe, target);
    }

    /** How far away the ray meets an instance; infinite where it does not before the limit. */
    float meet(int item, float limit) {
        if (probe.enters(stage.instances().boxes, item * Instances.BOX) >= limit) {
            return Float.POSITIVE_INFINITY;
        }
        aim(item);
        return tree(item).meet(origin, direction, limit);
    }

    /** The outward side of an instance where the ray meets it, of length 1. */
    Vector3f normal(int item) {
        // The nearest triangle of this mesh may have been met at another place since.
        aim(item);
        var tree = tree(item);
        tree.meet(origin, direction, Float.POSITIVE_INFINITY);
        var normal = new Vector3f();
        return toMesh.transpose3x3(new Matrix3f()).transform(tree.normal(), normal).normalize();
    }

    /** Shows somebody the triangles of an instance whose boxes meet a box of the world. */
    void within(int item, float[] box, FaceTarget found) {
        var toWorld = stage.instances().matrix(item, new Matrix4x3f());
        var tree = tree(item);
        tree.within(
                inMesh(box, toWorld),
                triangle -> {
                    var a = toWorld.transformPosition(tree.corner(triangle, 0));
                    var b = toWorld.transformPosition(tree.corner(triangle, 1));
                    var c = toWorld.transformPosition(tree.corner(triangle, 2));
                    found.meet(a, b, c);
                });
    }

    /** Somebody who is shown triangles of the world. */
    interface FaceTarget {
        void meet(Vector3f a, Vector3f b, Vector3f c);
    }

    /** The box that a box of the world fills in a mesh's space; a flat mesh has none. */
    private static float[] inMesh(float[] box, Matrix4x3f toWorld) {
        var low = new Vector3f();
        var high = new Vector3f();
        toWorld.invert(new Matrix4x3f())
                .transformAab(
                        new Vector3f(box[0], box[1], box[2]),
                        new Vector3f(box[3], box[4], box[5]),
                        low,
                        high);
        return new float[] {low.x, low.y, low.z, high.x, high.y, high.z};
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
