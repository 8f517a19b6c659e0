// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A model in one posture; parts are numbered as those of the model. One thread.
 *
 * <p>Vertices are only bent when they are asked for.
 */
public final class Bent {
    private static final float[][] NO_JOINTS = {};

    private final Rig rig;
    private final float[][] worlds;
    private final Blend blend;
    private final Map<Skin, float[][]> joints = new IdentityHashMap<>();

    Bent(Rig rig, float[][] worlds, Blend blend) {
        this.rig = rig;
        this.worlds = worlds;
        this.blend = blend;
    }

    /** Column-major 4x4 from the mesh of a part to the model, in the scene's space. */
    public float[] transform(int part) {
        var limb = rig.limb(part);
        return Matrices.mirrored(
                limb.skin().isPresent() ? Matrices.identity() : worlds[limb.node()]);
    }

    /** A box that nothing of a bent part leaves, in the space of its mesh. */
    public Bounds bounds(int part) {
        var limb = rig.limb(part);
        return limb.flesh()
                .map(flesh -> flesh.bounds(joints(limb), rig.weights(limb, blend)))
                .orElse(Bounds.EMPTY);
    }

    /**
     * The vertices of a part that is bent, in the order of its mesh: x, y, z of all positions, then
     * of all normals; none for one that is only moved.
     */
    public float[] vertices(int part) {
        var limb = rig.limb(part);
        return limb.flesh()
                .map(flesh -> flesh.bent(joints(limb), rig.weights(limb, blend)))
                .orElse(new float[0]);
    }

    private float[][] joints(Limb limb) {
        return limb.skin()
                .map(skin -> joints.computeIfAbsent(skin, s -> s.matrices(node -> worlds[node])))
                .orElse(NO_JOINTS);
    }
}
