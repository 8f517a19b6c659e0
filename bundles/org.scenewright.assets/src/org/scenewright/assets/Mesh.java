// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * Plain triangles in the scene's left-handed, Y-up space; its identity is its key in every cache.
 *
 * <p>Arrays are never changed after construction. Absent attributes are empty arrays.
 */
public final class Mesh {
    private final Vertices vertices;
    private final int[] indices;
    private final Bounds bounds;

    /**
     * The attributes of all vertices.
     *
     * @param positions x, y, z per vertex
     * @param normals x, y, z per vertex
     * @param uvs u, v per vertex, v pointing down as in glTF; may be empty
     * @param moreUvs the second set of the same; may be empty
     * @param colors linear r, g, b, a per vertex; may be empty
     */
    public record Vertices(
            float[] positions, float[] normals, float[] uvs, float[] moreUvs, float[] colors) {

        /** Vertices with one set of texture coordinates. */
        public Vertices(float[] positions, float[] normals, float[] uvs, float[] colors) {
            this(positions, normals, uvs, new float[0], colors);
        }

        /** Vertices that take their colour from the material alone. */
        public Vertices(float[] positions, float[] normals, float[] uvs) {
            this(positions, normals, uvs, new float[0]);
        }
    }

    /**
     * @param indices three per triangle, front faces counter-clockwise as seen from outside
     */
    public Mesh(Vertices vertices, int[] indices) {
        this.vertices = vertices;
        this.indices = indices;
        this.bounds = Bounds.of(vertices.positions);
    }

    public float[] positions() {
        return vertices.positions;
    }

    public float[] normals() {
        return vertices.normals;
    }

    public float[] uvs() {
        return vertices.uvs;
    }

    public float[] moreUvs() {
        return vertices.moreUvs;
    }

    public float[] colors() {
        return vertices.colors;
    }

    public int[] indices() {
        return indices;
    }

    public Bounds bounds() {
        return bounds;
    }

    public int triangles() {
        return indices.length / 3;
    }
}
