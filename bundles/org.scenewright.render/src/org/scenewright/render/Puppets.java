// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Model;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The models that clips move, by the entities that show them. One thread. */
final class Puppets {
    private final Map<Entity, Puppet> puppets = new HashMap<>();
    private Map<Entity, Posture> postures = Map.of();

    /**
     * What new postures mean.
     *
     * @param dressed entities that are made of other pieces now
     * @param moved entities whose pieces are elsewhere, or bent otherwise
     */
    record Turned(Set<Entity> dressed, Set<Entity> moved) {}

    /** From now on these entities have these postures, and all others are at rest. */
    Turned pose(Map<Entity, Posture> next) {
        var turned = new Turned(new HashSet<>(), new HashSet<>());
        if (next == postures) {
            return turned;
        }
        var before = postures;
        postures = next;
        next.forEach((entity, posture) -> pose(entity, posture, before, turned));
        for (var entity : before.keySet()) {
            if (!next.containsKey(entity)) {
                puppets.remove(entity);
                turned.dressed.add(entity);
            }
        }
        return turned;
    }

    private void pose(Entity entity, Posture posture, Map<Entity, Posture> before, Turned turned) {
        var old = before.get(entity);
        var puppet = puppets.get(entity);
        if (old == null) {
            turned.dressed.add(entity);
        } else if (puppet != null && !old.equals(posture)) {
            puppet.take(posture);
            turned.moved.add(entity);
        }
    }

    /** What moves the model of an entity; nothing where it is at rest. */
    Optional<Puppet> of(Entity entity, Model model) {
        var posture = postures.get(entity);
        var known = puppets.get(entity);
        if (posture != null && known != null && known.isOf(model)) {
            return Optional.of(known);
        }
        var made = posture == null ? Optional.<Puppet>empty() : Puppet.of(model, posture);
        made.ifPresentOrElse(puppet -> puppets.put(entity, puppet), () -> puppets.remove(entity));
        return made;
    }
}
