// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Entities that were copied out of a document, with all below them, as plain values; immutable.
 *
 * @param items the entities, every parent before its children
 * @param outside the names of the entities that the values refer to but that were not copied
 * @param types the types of the components that not every scene knows
 */
public record Fragment(
        List<Item> items, SequencedMap<Entity, String> outside, List<ComponentType> types) {

    /**
     * One copied entity.
     *
     * @param entity what it was called where it came from; other values may refer to it
     * @param parent the copied entity that it hung below; empty at the top of the fragment
     * @param world its place in the world when it was copied
     * @param components its components by name
     */
    public record Item(
            Entity entity,
            Optional<Entity> parent,
            Pose world,
            SequencedMap<String, Value> components) {}

    public Fragment {
        items = List.copyOf(items);
        types = List.copyOf(types);
    }

    /**
     * Copies entities with all below them; those that hang below another one of the list come along
     * anyway.
     */
    public static Fragment copy(SceneSnapshot snapshot, List<Entity> entities) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a fragment from the clipboard.
     *
     * @return nothing when the text is not a fragment, or is too large or too deep
     */
    public static Optional<Fragment> fromJson(String json) {
        throw new UnsupportedOperationException();
    }

    /** The text that the clipboard carries. */
    public String toJson() {
        throw new UnsupportedOperationException();
    }
}
