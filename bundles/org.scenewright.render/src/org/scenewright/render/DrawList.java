// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one picture consists of; says nothing about entities, and lives until the next
 * list is made.
 *
 * @param opaque solid and alpha-tested surfaces, in any order
 * @param blended see-through surfaces, the farthest first
 * @param outlined what gets the selection outline; drawn as a mask only
 * @param outlinePixels how wide that outline is
 * @param onTop handles and icons, drawn last with a depth buffer of their own
 * @param lines coloured lines in world space
 */
public record DrawList(
        View view,
        Lighting lighting,
        Backdrop backdrop,
        List<Batch> opaque,
        List<Batch> blended,
        List<Batch> outlined,
        float outlinePixels,
        List<Batch> onTop,
        List<Lines> lines) {

    /** This picture with other things on top of it and other lines. */
    DrawList with(List<Batch> otherOnTop, List<Lines> otherLines) {
        return new DrawList(
                view,
                lighting,
                backdrop,
                opaque,
                blended,
                outlined,
                outlinePixels,
                otherOnTop,
                otherLines);
    }

    /**
     * One mesh with one material at many places.
     *
     * <p>The arrays are reused by the next list and may be longer than needed.
     *
     * @param transforms for each instance the upper three rows of its matrix, row by row (12
     *     floats)
     * @param tints for each instance linear red, green, blue and alpha that multiply the material's
     *     base colour; empty where no instance has one
     * @param count the number of instances
     * @param mirrored whether the matrices mirror, so that front faces turn round
     * @param form the vertices as they are bent; nothing where they are those of the mesh
     */
    public record Batch(
            Mesh mesh,
            Material material,
            float[] transforms,
            float[] tints,
            int count,
            boolean mirrored,
            Optional<Form> form) {
        private static final float[] UNTINTED = {};

        public Batch(
                Mesh mesh, Material material, float[] transforms, int count, boolean mirrored) {
            this(mesh, material, transforms, UNTINTED, count, mirrored);
        }

        public Batch(
                Mesh mesh,
                Material material,
                float[] transforms,
                float[] tints,
                int count,
                boolean mirrored) {
            this(mesh, material, transforms, tints, count, mirrored, Optional.empty());
        }

        /** The box around one instance, in the space of the mesh. */
        public Bounds bounds() {
            return form.map(Form::bounds).orElse(mesh.bounds());
        }
    }

    /**
     * The vertices of a mesh as something bends it.
     *
     * @param vertices x, y, z of all positions, then of all normals, in the order of the mesh
     * @param bounds the box around them
     */
    public record Form(float[] vertices, Bounds bounds) {}

    /**
     * Separate line segments.
     *
     * @param vertices x, y, z, red, green, blue, alpha (sRGB, as on screen) for each end
     * @param count the number of segments
     * @param pixels the width
     * @param onTop whether the lines show through everything
     */
    public record Lines(float[] vertices, int count, float pixels, boolean onTop) {

        /** The same lines on a display where a person takes so many pixels for one. */
        Lines at(float density) {
            return density == 1 ? this : new Lines(vertices, count, pixels * density, onTop);
        }
    }

    /**
     * What lies behind and below the scene; colours are sRGB as 0xRRGGBB.
     *
     * @param grid whether the ground grid is drawn, fading out with distance, one line per metre
     *     and a stronger one every 16
     */
    public record Backdrop(int skyTop, int horizon, int ground, boolean grid) {}
}
