// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Optional;

/**
 * What somebody does in a scene at a moment, as far as others see it.
 *
 * @param selection entities of the document
 * @param sight where they look from; empty where nobody looks
 * @param pointer what they point at in the viewport
 * @param editing what they are about to change in the property sheet
 * @param holding entities of the document that they drag at the moment
 */
public record Presence(
        List<Entity> selection,
        Optional<Sight> sight,
        Optional<Pointer> pointer,
        Optional<Editing> editing,
        List<Entity> holding) {

    /** Somebody who does nothing. */
    public static final Presence IDLE =
            new Presence(
                    List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Presence {
        selection = List.copyOf(selection);
        holding = List.copyOf(holding);
    }

    /**
     * Where somebody looks from.
     *
     * @param eye in metres, in the coordinates of the scene
     * @param target the point that their camera turns around
     */
    public record Sight(Pose.Vec eye, Pose.Vec target) {}

    /**
     * A ray through what somebody points at.
     *
     * @param from where it begins, in metres
     * @param to where it meets something, or far away
     */
    public record Pointer(Pose.Vec from, Pose.Vec to) {}

    /** A field of a component that somebody has at hand. */
    public record Editing(Entity entity, String component, FieldPath path) {}

    public Presence withSelection(List<Entity> entities) {
        return new Presence(entities, sight, pointer, editing, holding);
    }

    public Presence withSight(Optional<Sight> another) {
        return new Presence(selection, another, pointer, editing, holding);
    }

    public Presence withPointer(Optional<Pointer> another) {
        return new Presence(selection, sight, another, editing, holding);
    }

    public Presence withEditing(Optional<Editing> another) {
        return new Presence(selection, sight, pointer, another, holding);
    }

    public Presence withHolding(List<Entity> entities) {
        return new Presence(selection, sight, pointer, editing, entities);
    }
}
