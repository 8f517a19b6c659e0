// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Matrix4x3fc;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Mesh;

/**
 * One mesh of what an entity looks like.
 *
 * @param tint multiplies the material's base colour, so that equal surfaces of many colours are one
 *     batch
 * @param local from the mesh to the entity
 */
record Piece(Mesh mesh, Material material, Rgba tint, Matrix4x3fc local) {
    private static final Matrix4x3fc HERE = new Matrix4x3f();

    static Piece of(Mesh mesh, Surface surface) {
        return new Piece(mesh, surface.material(), surface.tint(), HERE);
    }

    Piece at(Matrix4x3fc place) {
        return new Piece(mesh, material, tint, place);
    }
}
