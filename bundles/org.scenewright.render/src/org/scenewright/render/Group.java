// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Mesh;

import java.util.Arrays;
import java.util.Optional;

/** All instances of one mesh with one material: what the device draws in one call. */
final class Group {
    private final Key key;
    private int[] members = new int[4];
    private int size;
    private final Packed shown = new Packed();
    private final Packed outlined = new Packed();

    /**
     * What instances must share to be drawn together.
     *
     * @param bent what bends the mesh; nothing for a mesh as it is
     */
    record Key(Mesh mesh, Material material, boolean mirrored, Optional<Puppet.Limb> bent) {
        DrawList.Batch batch(float[] matrices, float[] tints, int count) {
            var form = bent.map(Puppet.Limb::form);
            return new DrawList.Batch(mesh, material, matrices, tints, count, mirrored, form);
        }
    }

    Group(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isBlended() {
        return key.material.alpha() == Alpha.BLEND;
    }

    int size() {
        return size;
    }

    /** How many instances belong to entities of the scene, and not to the viewport itself. */
    int members(Instances all) {
        int found = 0;
        for (int k = 0; k < size; k++) {
            found += all.owners[members[k]].isFixed() ? 0 : 1;
        }
        return found;
    }

    int member(int at) {
        return members[at];
    }

    void add(Instances all, int instance) {
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
        }
        all.groups[instance] = this;
        all.places[instance] = size;
        members[size++] = instance;
    }

    void remove(Instances all, int instance) {
        int last = members[--size];
        members[all.places[instance]] = last;
        all.places[last] = all.places[instance];
    }

    /** Gathers what stands in sight. */
    void gather(Instances all, Sight sight) {
        shown.clear(size);
        outlined.clear(0);
        for (int k = 0; k < size; k++) {
            int i = members[k];
            if (sight.meets(all.boxes, i * Instances.BOX)) {
                shown.add(all, i);
                if (all.outlined[i]) {
                    outlined.add(all, i);
                }
            }
        }
    }

    Packed shown() {
        return shown;
    }

    Packed outlined() {
        return outlined;
    }

    DrawList.Batch batch(Packed instances) {
        return instances.batch(key);
    }
}
