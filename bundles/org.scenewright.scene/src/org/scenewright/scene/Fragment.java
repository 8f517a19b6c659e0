// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * Entities that were copied out of a document, with all below them, as plain values; immutable.
 *
 * @param items the entities, every parent before its children
 * @param outside the names of the entities that the values refer to but that were not copied
 * @param types the types of the components that not every scene knows
 */
public record Fragment(
        List<Item> items, SequencedMap<Entity, String> outside, List<ComponentType> types) {

    public Fragment {
        items = List.copyOf(items);
        outside = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outside));
        types = List.copyOf(types);
    }

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
            SequencedMap<String, Value> components) {
        public Item {
            components = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(components));
        }

        /** Its name, or its number where it has none. */
        public String name() {
            return Optional.ofNullable(components.get(SceneSnapshot.NAME))
                    .map(name -> name.text("value", ""))
                    .filter(name -> !name.isEmpty())
                    .orElse(entity.toString());
        }
    }

    /**
     * Copies entities with all below them; those that hang below another one of the list come along
     * anyway.
     */
    public static Fragment copy(SceneSnapshot snapshot, List<Entity> entities) {
        return copy(snapshot, entities, snapshot::children);
    }

    static Fragment copy(
            SceneSnapshot snapshot,
            List<Entity> entities,
            Function<Entity, List<Entity>> children) {
        var items = new ArrayList<Item>();
        var copied = entities.stream().filter(e -> !e.isReserved() && snapshot.holds(e)).toList();
        for (var top : snapshot.tops(copied)) {
            int next = items.size();
            items.add(item(snapshot, top, Optional.empty()));
            for (; next < items.size(); next++) {
                var parent = items.get(next).entity();
                children.apply(parent)
                        .forEach(child -> items.add(item(snapshot, child, Optional.of(parent))));
            }
        }
        return new Fragment(items, outside(snapshot, items), types(snapshot, items));
    }

    private static Item item(SceneSnapshot snapshot, Entity entity, Optional<Entity> parent) {
        var components = new LinkedHashMap<String, Value>();
        for (String name : snapshot.components(entity)) {
            snapshot.value(entity, name).ifPresent(value -> components.put(name, value));
        }
        return new Item(entity, parent, snapshot.worldPose(entity), components);
    }

    private static SequencedMap<Entity, String> outside(SceneSnapshot snapshot, List<Item> items) {
        var copied = new HashSet<Entity>();
        items.forEach(item -> copied.add(item.entity()));
        var outside = new LinkedHashMap<Entity, String>();
        for (var item : items) {
            item.components()
                    .forEach(
                            (component, value) ->
                                    References.in(schema(snapshot, component), value).stream()
                                            .filter(
                                                    entity ->
                                                            !copied.contains(entity)
                                                                    && snapshot.holds(entity))
                                            .forEach(
                                                    entity ->
                                                            outside.put(
                                                                    entity,
                                                                    snapshot.name(entity))));
        }
        return outside;
    }

    private static Schema schema(SceneSnapshot snapshot, String component) {
        return snapshot.types()
                .find(component)
                .map(ComponentType::schema)
                .orElse(new Schema.Opaque(""));
    }

    // What starts with core:: is known everywhere, and its schema could not be written down
    // completely.
    private static List<ComponentType> types(SceneSnapshot snapshot, List<Item> items) {
        SequencedSet<String> names = new LinkedHashSet<>();
        items.forEach(item -> names.addAll(item.components().keySet()));
        return names.stream()
                .filter(name -> !name.startsWith("core::"))
                .flatMap(name -> snapshot.types().find(name).stream())
                .toList();
    }

    /**
     * Reads a fragment from the clipboard.
     *
     * @return nothing when the text is not a fragment, or is too large or too deep
     */
    public static Optional<Fragment> fromJson(String json) {
        return FragmentJson.read(json);
    }

    /** The text that the clipboard carries. */
    public String toJson() {
        return FragmentJson.write(this);
    }
}
