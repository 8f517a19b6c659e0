// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Matrix4x3fc;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Mesh;

import java.util.Optional;

/**
 * One mesh of what an entity looks like.
 *
 * @param tint multiplies the material's base colour, so that equal surfaces of many colours are one
 *     batch
 * @param local from the mesh to the entity, unless something moves it
 * @param limb what moves it
 */
record Piece(
        Mesh mesh, Material material, Rgba tint, Matrix4x3fc local, Optional<Puppet.Limb> limb) {
    private static final Matrix4x3fc HERE = new Matrix4x3f();

    static Piece of(Mesh mesh, Surface surface) {
        return new Piece(mesh, surface.material(), surface.tint(), HERE, Optional.empty());
    }

    Piece at(Matrix4x3fc place) {
        return new Piece(mesh, material, tint, place, limb);
    }

    Piece movedBy(Optional<Puppet.Limb> other) {
        return new Piece(mesh, material, tint, local, other);
    }

    /** From the mesh to the entity, by now. */
    Matrix4x3fc place() {
        return limb.map(Puppet.Limb::place).orElse(local);
    }

    /** The box around it, in the space of its mesh. */
    Bounds bounds() {
        return limb.map(Puppet.Limb::bounds).orElse(mesh.bounds());
    }

    /** What bends its mesh. */
    Optional<Puppet.Limb> bent() {
        return limb.filter(Puppet.Limb::isBent);
    }
}
