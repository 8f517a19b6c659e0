// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Mesh;

import java.util.Arrays;

/** A mesh being built, vertex by vertex. */
final class MeshBrush {
    private float[] positions = new float[96];
    private float[] normals = new float[96];
    private float[] uvs = new float[64];
    private int[] indices = new int[96];
    private int vertices;
    private int corners;

    /** Adds a vertex and returns its number; v points down. */
    int vertex(Vector3fc position, Vector3fc normal, float u, float v) {
        if (vertices * 3 == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
            normals = Arrays.copyOf(normals, normals.length * 2);
            uvs = Arrays.copyOf(uvs, uvs.length * 2);
        }
        put(positions, position);
        put(normals, normal);
        uvs[vertices * 2] = u;
        uvs[vertices * 2 + 1] = v;
        return vertices++;
    }

    private void put(float[] to, Vector3fc v) {
        to[vertices * 3] = v.x();
        to[vertices * 3 + 1] = v.y();
        to[vertices * 3 + 2] = v.z();
    }

    /** Adds a triangle, in the order that makes the side of its first normal the front. */
    void triangle(int a, int b, int c) {
        if (corners + 3 > indices.length) {
            indices = Arrays.copyOf(indices, indices.length * 2);
        }
        boolean front = outward(a, b, c).dot(at(normals, a)) >= 0;
        indices[corners++] = a;
        indices[corners++] = front ? b : c;
        indices[corners++] = front ? c : b;
    }

    // Left-handed, counter-clockwise seen from outside: the cross product is taken the other way
    // round.
    private Vector3f outward(int a, int b, int c) {
        var origin = at(positions, a);
        return at(positions, c).sub(origin).cross(at(positions, b).sub(origin));
    }

    private static Vector3f at(float[] from, int vertex) {
        return new Vector3f(from[vertex * 3], from[vertex * 3 + 1], from[vertex * 3 + 2]);
    }

    /** Adds the two triangles between four vertices that go round. */
    void quad(int a, int b, int c, int d) {
        triangle(a, b, c);
        triangle(a, c, d);
    }

    /**
     * Adds a surface of revolution around the Y axis.
     *
     * @param profile radius, height, and the normal's radial and upward part, from top to bottom
     */
    void revolve(int segments, float[]... profile) {
        for (int ring = 0; ring < profile.length; ring++) {
            float v = (float) ring / (profile.length - 1);
            for (int s = 0; s <= segments; s++) {
                revolved(profile[ring], (float) s / segments, v);
            }
        }
        int first = vertices - profile.length * (segments + 1);
        for (int ring = 0; ring + 1 < profile.length; ring++) {
            int upper = first + ring * (segments + 1);
            for (int s = upper; s < upper + segments; s++) {
                quad(s, s + 1, s + segments + 2, s + segments + 1);
            }
        }
    }

    private void revolved(float[] point, float turn, float v) {
        double angle = turn * 2 * Math.PI;
        float x = (float) Math.sin(angle);
        float z = (float) Math.cos(angle);
        var normal = new Vector3f(x * point[2], point[3], z * point[2]).normalize();
        vertex(new Vector3f(x * point[0], point[1], z * point[0]), normal, 1 - turn, v);
    }

    Mesh mesh() {
        var all =
                new Mesh.Vertices(
                        Arrays.copyOf(positions, vertices * 3),
                        Arrays.copyOf(normals, vertices * 3),
                        Arrays.copyOf(uvs, vertices * 2));
        return new Mesh(all, Arrays.copyOf(indices, corners));
    }
}
