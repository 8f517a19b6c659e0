// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Vector3f;
import org.scenewright.assets.Mesh;

/** Meshes to draw in tests, of size 1 around the origin. */
final class Shapes {
    private Shapes() {}

    /**
     * A square across the Z axis that faces a camera looking along +Z; its picture stands upright.
     */
    static Mesh square() {
        float[] positions = {-0.5f, -0.5f, 0, 0.5f, -0.5f, 0, 0.5f, 0.5f, 0, -0.5f, 0.5f, 0};
        float[] normals = {0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1};
        float[] uvs = {0, 1, 1, 1, 1, 0, 0, 0};
        return new Mesh(new Mesh.Vertices(positions, normals, uvs), new int[] {0, 1, 2, 0, 2, 3});
    }

    /**
     * The square with red, green, blue and white corners, counter-clockwise from the lower left.
     */
    static Mesh paintedSquare() {
        var square = square();
        float[] colors = {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1};
        return new Mesh(
                new Mesh.Vertices(square.positions(), square.normals(), square.uvs(), colors),
                square.indices());
    }

    static Mesh box() {
        var square = square();
        var positions = new float[6 * 12];
        var normals = new float[6 * 12];
        var uvs = new float[6 * 8];
        var indices = new int[6 * 6];
        for (int side = 0; side < 6; side++) {
            for (int corner = 0; corner < 4; corner++) {
                turn(square.positions(), corner * 3, -0.5f, side)
                        .get(positions, side * 12 + corner * 3);
                turn(square.normals(), corner * 3, 0, side).get(normals, side * 12 + corner * 3);
            }
            System.arraycopy(square.uvs(), 0, uvs, side * 8, 8);
            for (int i = 0; i < 6; i++) {
                indices[side * 6 + i] = square.indices()[i] + side * 4;
            }
        }
        return new Mesh(new Mesh.Vertices(positions, normals, uvs), indices);
    }

    static Mesh sphere(int rings) {
        int around = rings * 2;
        var positions = new float[(rings + 1) * (around + 1) * 3];
        var normals = new float[positions.length];
        var uvs = new float[(rings + 1) * (around + 1) * 2];
        for (int i = 0; i < uvs.length / 2; i++) {
            double down = Math.PI * (i / (around + 1)) / rings;
            double turn = 2 * Math.PI * (i % (around + 1)) / around;
            var n =
                    new Vector3f(
                            (float) (Math.sin(down) * Math.cos(turn)),
                            (float) Math.cos(down),
                            (float) (Math.sin(down) * Math.sin(turn)));
            put(normals, i, n);
            put(positions, i, n.mul(0.5f));
            uvs[i * 2] = (float) (i % (around + 1)) / around;
            uvs[i * 2 + 1] = (float) (i / (around + 1)) / rings;
        }
        return new Mesh(new Mesh.Vertices(positions, normals, uvs), sphereIndices(rings, around));
    }

    private static int[] sphereIndices(int rings, int around) {
        var indices = new int[rings * around * 6];
        for (int quad = 0; quad < rings * around; quad++) {
            int a = quad / around * (around + 1) + quad % around;
            int b = a + around + 1;
            int[] corners = {a, b, b + 1, a, b + 1, a + 1};
            System.arraycopy(corners, 0, indices, quad * 6, 6);
        }
        return indices;
    }

    private static void put(float[] to, int vertex, Vector3f v) {
        to[vertex * 3] = v.x;
        to[vertex * 3 + 1] = v.y;
        to[vertex * 3 + 2] = v.z;
    }

    private static Corner turn(float[] from, int at, float z, int side) {
        var v = new Vector3f(from[at], from[at + 1], from[at + 2] + z);
        double quarter = Math.PI / 2;
        if (side < 4) {
            v.rotateY((float) (quarter * side));
        } else {
            v.rotateX((float) (side == 4 ? quarter : -quarter));
        }
        return new Corner(v);
    }

    private record Corner(Vector3f v) {
        void get(float[] to, int at) {
            to[at] = v.x;
            to[at + 1] = v.y;
            to[at + 2] = v.z;
        }
    }
}
