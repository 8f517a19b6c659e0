// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.scenewright.assets.Mesh;

import java.util.function.IntConsumer;

/** Finds the triangle of a mesh that a ray meets first; searching allocates nothing. */
final class MeshTree implements BoxTree.Target {
    private final float[] triangles;
    private final float[] boxes;
    private final BoxTree tree = new BoxTree();
    private final RayProbe ray = new RayProbe();
    private boolean backs;
    private int nearest;
    private float distance;

    MeshTree(Mesh mesh) {
        // The mesh itself is not kept: it is the key by which a tree is forgotten with it.
        int[] indices = mesh.indices();
        int count = indices.length / 3;
        triangles = new float[count * 9];
        boxes = new float[count * 6];
        for (int t = 0; t < count; t++) {
            BoxTreeBuilder.clear(boxes, t);
            for (int corner = 0; corner < 3; corner++) {
                take(t, corner, mesh.positions(), indices[t * 3 + corner] * 3);
            }
        }
        tree.build(boxes, count);
    }

    private void take(int triangle, int corner, float[] positions, int from) {
        for (int axis = 0; axis < 3; axis++) {
            float c = positions[from + axis];
            triangles[triangle * 9 + corner * 3 + axis] = c;
            boxes[triangle * 6 + axis] = Math.min(boxes[triangle * 6 + axis], c);
            boxes[triangle * 6 + axis + 3] = Math.max(boxes[triangle * 6 + axis + 3], c);
        }
    }

    /** Whether the backs of triangles count too. */
    MeshTree seeing(boolean bothSides) {
        backs = bothSides;
        return this;
    }

    /**
     * The distance at which a ray, given in the mesh's own space, meets it; infinite where it does
     * not.
     */
    float meet(Vector3f origin, Vector3f direction, float limit) {
        ray.aim(origin, direction, limit);
        nearest = -1;
        distance = limit;
        tree.search(boxes, ray, this);
        return nearest < 0 ? Float.POSITIVE_INFINITY : distance;
    }

    /** Shows somebody every triangle whose box meets a box of the mesh's space. */
    void within(float[] box, IntConsumer found) {
        tree.within(boxes, box, found);
    }

    /** A corner of a triangle, in the mesh's space. */
    Vector3f corner(int triangle, int corner) {
        int t = triangle * 9 + corner * 3;
        return new Vector3f(triangles[t], triangles[t + 1], triangles[t + 2]);
    }

    /** The outward side of the triangle met last, in the mesh's space. */
    Vector3f normal() {
        int t = nearest * 9;
        var a = new Vector3f(triangles[t], triangles[t + 1], triangles[t + 2]);
        var b = new Vector3f(triangles[t + 3], triangles[t + 4], triangles[t + 5]).sub(a);
        var c = new Vector3f(triangles[t + 6], triangles[t + 7], triangles[t + 8]).sub(a);
        return c.cross(b);
    }

    @Override
    public float meet(int item, float farthest) {
        float t = cut(item * 9);
        if (t < farthest) {
            nearest = item;
            distance = t;
            return t;
        }
        return farthest;
    }

    // Möller and Trumbore's test; the sign of the determinant tells the side.
    private float cut(int k) {
        float ax = triangles[k];
        float ay = triangles[k + 1];
        float az = triangles[k + 2];
        float ux = triangles[k + 3] - ax;
        float uy = triangles[k + 4] - ay;
        float uz = triangles[k + 5] - az;
        float vx = triangles[k + 6] - ax;
        float vy = triangles[k + 7] - ay;
        float vz = triangles[k + 8] - az;
        float px = ray.dy * vz - ray.dz * vy;
        float py = ray.dz * vx - ray.dx * vz;
        float pz = ray.dx * vy - ray.dy * vx;
        float det = ux * px + uy * py + uz * pz;
        if (det == 0 || !backs && det > 0) {
            return Float.POSITIVE_INFINITY;
        }
        float tx = ray.ox - ax;
        float ty = ray.oy - ay;
        float tz = ray.oz - az;
        float u = (tx * px + ty * py + tz * pz) / det;
        float qx = ty * uz - tz * uy;
        float qy = tz * ux - tx * uz;
        float qz = tx * uy - ty * ux;
        float v = (ray.dx * qx + ray.dy * qy + ray.dz * qz) / det;
        boolean inside = u >= 0 && v >= 0 && u + v <= 1;
        float t = (vx * qx + vy * qy + vz * qz) / det;
        return inside && t >= 0 ? t : Float.POSITIVE_INFINITY;
    }
}
