// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * Plain triangles in the scene's left-handed, Y-up space; its identity is its key in every cache.
 *
 * <p>Arrays are never changed after construction. Absent attributes are empty arrays.
 */
public final class Mesh {
    private final float[] positions;
    private final float[] normals;
    private final float[] uvs;
    private final float[] colors;
    private final int[] indices;
    private final Bounds bounds;

    /**
     * @param positions x, y, z per vertex
     * @param normals x, y, z per vertex
     * @param uvs u, v per vertex, v pointing down as in glTF; may be empty
     * @param colors linear r, g, b, a per vertex; may be empty
     * @param indices three per triangle, front faces counter-clockwise as seen from outside
     */
    public Mesh(float[] positions, float[] normals, float[] uvs, float[] colors, int[] indices) {
        this.positions = positions;
        this.normals = normals;
        this.uvs = uvs;
        this.colors = colors;
        this.indices = indices;
        this.bounds = Bounds.of(positions);
    }

    public float[] positions() {
        return positions;
    }

    public float[] normals() {
        return normals;
    }

    public float[] uvs() {
        return uvs;
    }

    public float[] colors() {
        return colors;
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
