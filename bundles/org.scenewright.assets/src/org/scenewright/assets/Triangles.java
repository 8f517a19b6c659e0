// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * What the triangles of a mesh amount to.
 *
 * @param count how many there are
 * @param flat how many of them have no area
 * @param area of all together, in the mesh's own units
 * @param covered how much of a picture lies on them; 1 is the whole picture once
 */
record Triangles(int count, int flat, double area, double covered) {
    static final Triangles NONE = new Triangles(0, 0, 0, 0);

    /** The sine of an angle that floats cannot tell from zero. */
    private static final double FLAT = 1e-6;

    /**
     * Measures a mesh.
     *
     * @param uvs the texture coordinates that matter; may be empty
     */
    static Triangles of(Mesh mesh, float[] uvs) {
        var places = mesh.positions();
        int[] indices = mesh.indices();
        int flat = 0;
        double area = 0;
        double covered = 0;
        for (int i = 0; i + 2 < indices.length; i += 3) {
            double twice = cross(places, indices, i);
            flat += twice < 0 ? 1 : 0;
            area += Math.max(0, twice) / 2;
            covered += uvs.length == 0 ? 0 : Math.abs(cover(uvs, indices, i)) / 2;
        }
        return new Triangles(indices.length / 3, flat, area, covered);
    }

    Triangles plus(Triangles other) {
        return new Triangles(
                count + other.count, flat + other.flat, area + other.area, covered + other.covered);
    }

    /** As they are where something stretches them and lays the picture on them more often. */
    Triangles stretched(double areas, double pictures) {
        return new Triangles(count, flat, area * areas, covered * pictures);
    }

    /** Twice the area of a triangle; -1 for one that has none. */
    private static double cross(float[] at, int[] indices, int first) {
        int a = indices[first] * 3;
        int b = indices[first + 1] * 3;
        int c = indices[first + 2] * 3;
        double px = at[b] - at[a];
        double py = at[b + 1] - at[a + 1];
        double pz = at[b + 2] - at[a + 2];
        double qx = at[c] - at[a];
        double qy = at[c + 1] - at[a + 1];
        double qz = at[c + 2] - at[a + 2];
        double x = py * qz - pz * qy;
        double y = pz * qx - px * qz;
        double z = px * qy - py * qx;
        double twice = Math.sqrt(x * x + y * y + z * z);
        double edges = Math.sqrt((px * px + py * py + pz * pz) * (qx * qx + qy * qy + qz * qz));
        return twice <= FLAT * edges ? -1 : twice;
    }

    private static double cover(float[] uvs, int[] indices, int first) {
        int a = indices[first] * 2;
        int b = indices[first + 1] * 2;
        int c = indices[first + 2] * 2;
        return (double) (uvs[b] - uvs[a]) * (uvs[c + 1] - uvs[a + 1])
                - (double) (uvs[c] - uvs[a]) * (uvs[b + 1] - uvs[a + 1]);
    }
}
