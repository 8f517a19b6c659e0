// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Matrix4x3fc;
import org.scenewright.assets.Bent;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Model;
import org.scenewright.assets.Posture;
import org.scenewright.assets.Rig;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The model of one entity as its clips move it. One thread. */
final class Puppet {
    private final Model model;
    private final Rig rig;
    private final Map<Integer, Limb> limbs = new HashMap<>();
    private Bent bent;

    private Puppet(Model model, Rig rig, Posture posture) {
        this.model = model;
        this.rig = rig;
        this.bent = rig.bent(posture);
        for (int part = 0; part < model.parts().size(); part++) {
            if (rig.moves(part)) {
                limbs.put(part, new Limb(part));
            }
        }
    }

    /** Nothing for a model without clips. */
    static Optional<Puppet> of(Model model, Posture posture) {
        return model.rig().map(rig -> new Puppet(model, rig, posture));
    }

    /** One part that is moved: where it is, and how it is bent, by now. */
    final class Limb {
        private final int part;
        private final Mesh mesh;
        private final boolean isBent;
        private final Matrix4x3f place = new Matrix4x3f();
        private Bounds bounds = Bounds.EMPTY;
        private Optional<DrawList.Form> form = Optional.empty();

        Limb(int part) {
            this.part = part;
            this.mesh = model.parts().get(part).mesh();
            this.isBent = rig.bends(part);
            move();
        }

        private void move() {
            Boxes.place(bent.transform(part), place);
            bounds = isBent ? bent.bounds(part) : mesh.bounds();
            form = Optional.empty();
        }

        /** Whether its mesh is bent, so that no other limb looks like it. */
        boolean isBent() {
            return isBent;
        }

        /** From its mesh to the entity. */
        Matrix4x3fc place() {
            return place;
        }

        /** The box around it, in the space of its mesh. */
        Bounds bounds() {
            return bounds;
        }

        /** Its vertices, bent when they are first asked for. */
        DrawList.Form form() {
            var known = form.orElseGet(() -> new DrawList.Form(bent.vertices(part), bounds));
            form = Optional.of(known);
            return known;
        }
    }

    boolean isOf(Model other) {
        return model == other;
    }

    /** The limb that a part is; nothing for a part that stays where it is. */
    Optional<Limb> limb(int part) {
        var limb = limbs.get(part);
        return limb == null ? Optional.empty() : Optional.of(limb);
    }

    void take(Posture posture) {
        bent = rig.bent(posture);
        limbs.values().forEach(Limb::move);
    }
}
