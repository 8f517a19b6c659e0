// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * Triangles in glTF's own right-handed space on their way to a mesh; absent attributes are empty.
 *
 * @param moreUvs the second set of texture coordinates
 * @param colors four per vertex
 */
record Geometry(
        float[] positions,
        float[] normals,
        float[] uvs,
        float[] moreUvs,
        float[] colors,
        int[] indices) {

    /** In the scene's space, with a normal at every vertex. */
    Mesh toMesh() {
        var whole = whole();
        var vertices =
                new Mesh.Vertices(
                        mirrored(whole.positions),
                        mirrored(whole.normals),
                        whole.uvs,
                        whole.moreUvs,
                        whole.colors);
        return new Mesh(vertices, whole.indices);
    }

    /** With a normal at every vertex; where there was none, each corner becomes a vertex. */
    Geometry whole() {
        return normals.length == 0 ? flat() : this;
    }

    private static float[] mirrored(float[] triples) {
        var mirrored = triples.clone();
        for (int i = 0; i < mirrored.length; i += 3) {
            mirrored[i] = -mirrored[i] + 0f;
        }
        return mirrored;
    }

    /** glTF: without normals every triangle is flat, so no two of them can share a vertex. */
    private Geometry flat() {
        var apart = new int[indices.length];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = i;
        }
        var corners = spread(positions, 3);
        return new Geometry(
                corners,
                faces(corners),
                spread(uvs, 2),
                spread(moreUvs, 2),
                spread(colors, 4),
                apart);
    }

    private float[] spread(float[] values, int size) {
        if (values.length == 0) {
            return values;
        }
        var spread = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * size, spread, i * size, size);
        }
        return spread;
    }

    private static float[] faces(float[] corners) {
        var normals = new float[corners.length];
        for (int i = 0; i + 8 < corners.length; i += 9) {
            var normal = face(corners, i);
            for (int corner = 0; corner < 9; corner += 3) {
                System.arraycopy(normal, 0, normals, i + corner, 3);
            }
        }
        return normals;
    }

    private static float[] face(float[] p, int i) {
        float ax = p[i + 3] - p[i];
        float ay = p[i + 4] - p[i + 1];
        float az = p[i + 5] - p[i + 2];
        float bx = p[i + 6] - p[i];
        float by = p[i + 7] - p[i + 1];
        float bz = p[i + 8] - p[i + 2];
        float[] normal = {ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx};
        normalize(normal, 0);
        return normal;
    }

    /** To length one in place; what has no direction points up. */
    static void normalize(float[] vectors, int at) {
        double x = vectors[at];
        double y = vectors[at + 1];
        double z = vectors[at + 2];
        double length = Math.sqrt(x * x + y * y + z * z);
        boolean some = length > 0;
        vectors[at] = some ? (float) (x / length) : 0;
        vectors[at + 1] = some ? (float) (y / length) : 1;
        vectors[at + 2] = some ? (float) (z / length) : 0;
    }
}
