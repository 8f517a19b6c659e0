// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.assets.GltfMotions.Property;

import java.util.List;

/**
 * What it takes to show a model otherwise than at rest; parts are numbered as those of the model.
 *
 * <p>Never changes; any thread.
 */
public final class Rig {
    private final Skeleton skeleton;
    private final List<Clip> clips;
    private final List<Limb> limbs;

    Rig(Skeleton skeleton, List<Clip> clips, List<Limb> limbs) {
        this.skeleton = skeleton;
        this.clips = List.copyOf(clips);
        this.limbs = List.copyOf(limbs);
    }

    /** At least one, in the order of the file. */
    public List<Clip> clips() {
        return clips;
    }

    /** Whether clips move a part at all. */
    public boolean moves(int part) {
        var limb = limbs.get(part);
        return bends(part) || limb.skin().isEmpty() && skeleton.isMoving(limb.node());
    }

    /** Whether clips bend the mesh of a part, and do not only move it. */
    public boolean bends(int part) {
        return limbs.get(part).flesh().isPresent();
    }

    /** The model in a posture. */
    public Bent bent(Posture posture) {
        var blend = skeleton.blend();
        for (var playing : posture.clips()) {
            if (playing.clip() >= 0 && playing.clip() < clips.size()) {
                blend.add(clips.get(playing.clip()), playing.seconds(), playing.weight());
            }
        }
        return new Bent(this, skeleton.worlds(blend), blend);
    }

    Limb limb(int part) {
        return limbs.get(part);
    }

    /** The weights of the morph targets of a part. */
    float[] weights(Limb limb, Blend blend) {
        int slot = skeleton.slot(limb.node(), Property.WEIGHTS);
        return slot < 0 ? limb.weights() : blend.value(slot, limb.weights());
    }
}
