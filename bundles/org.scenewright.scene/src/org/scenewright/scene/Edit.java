// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A change that somebody wants to make to the document; {@link Scene#apply} gives the verdict. */
public sealed interface Edit {

    /** A new entity with a name that is made unique, and with the components given by name. */
    record Spawn(String name, Place place, SequencedMap<String, Value> components)
            implements Edit {}

    /** Removes entities with all that hangs below them. */
    record Despawn(List<Entity> entities) implements Edit {}

    /**
     * Writes one part of a component; the component is created from its defaults where it is
     * missing.
     */
    record Set(Entity entity, String component, FieldPath path, Value value) implements Edit {}

    /** Takes one optional part or list item out of a component. */
    record Unset(Entity entity, String component, FieldPath path) implements Edit {}

    /** Adds a component or replaces its whole value. */
    record Put(Entity entity, String component, Value value) implements Edit {}

    /** Removes a component from an entity. */
    record Remove(Entity entity, String component) implements Edit {}

    /** Gives an entity another name. */
    record Rename(Entity entity, String name) implements Edit {}

    /** Moves entities to another place in the tree; their place in the world stays. */
    record Reparent(List<Entity> entities, Place place) implements Edit {}

    /** Copies entities with all below them, next to the originals. */
    record Duplicate(List<Entity> entities) implements Edit {}

    /** Inserts entities that were copied, perhaps from another scene. */
    record Paste(Fragment fragment, Place place) implements Edit {}

    /**
     * Places an item: its entities with their placeholders filled, as one step; the first entity
     * that comes into being by it is the one that stands for the item.
     */
    record Instance(SceneItem item, Placement placement) implements Edit {}

    /** Writes one part of {@code scene.json}. */
    record Configure(FieldPath path, Value value) implements Edit {}

    /**
     * Brings a component that the project defines up to its definition, in all entities at once:
     * the values as the policy says, and the {@code jsonSchema} that the composite has for it.
     *
     * <p>It is for components alone whose shape is for the project to say. An edit of a single
     * entity that writes such a component implies it, with {@link Policy#KEEP}: else the SDK would
     * read the new value by the old schema.
     */
    record Migrate(String component, Policy policy) implements Edit {}

    /**
     * What becomes of values that were written for another schema. Fields that are missing get
     * their defaults, whatever the policy, and optional ones stay away.
     */
    enum Policy {
        /**
         * Nothing goes that can stay: values that fit and fields that the schema does not know,
         * which the SDK passes over. What is of another kind is taken for what it says, the number
         * in a text or the nearest whole number; where it says nothing of that kind, since nobody
         * could load it any more, it becomes the default.
         */
        KEEP,
        /**
         * What does not fit goes: unknown fields, items of lists of another kind, and values of
         * another kind or of a choice that is none any more, which become the default.
         */
        DROP,
        /**
         * A component that does not fit as it is becomes the default as a whole; one that fits
         * stays.
         */
        DEFAULT
    }

    /** Several edits that succeed or fail together and are one undo step. */
    record All(String label, List<Edit> edits) implements Edit {}

    /**
     * A place in the tree.
     *
     * @param parent the parent, {@link Entity#ROOT} for the top level
     * @param before the sibling to stand before; at the end where empty
     */
    record Place(Entity parent, Optional<Entity> before) {
        public static final Place TOP = under(Entity.ROOT);

        public static Place under(Entity parent) {
            return new Place(parent, Optional.empty());
        }
    }
}
