// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An item as a fragment, which scenes know how to insert: with new numbers, names and ids.
 *
 * <p>What stands at its top is one entity: the only one of the item that hangs on no other, or a
 * new one above several.
 */
final class ItemCopy {
    private static final List<String> LEFT_OUT =
            List.of(TreeOrder.NODES, Following.COMPOSITE, Placement.BINDING);

    static final String CUSTOM = "inspector::CustomAsset";

    private final SceneItem item;
    private final Placement placement;
    private final ItemTypes types;
    private final ItemTree tree;
    private final Map<Entity, Entity> copies = new HashMap<>();
    private final Map<Entity, Holding> parts = new HashMap<>();

    /** What there is of one entity. */
    private static final class Holding {
        private final List<Value> bindings = new ArrayList<>();
        private final SequencedMap<String, Value> values = new LinkedHashMap<>();
    }

    /**
     * @throws SchemaException where its entities cannot be
     */
    ItemCopy(SceneItem item, Placement placement, ItemTypes types) {
        this.item = item;
        this.placement = placement;
        this.types = types;
        tree = ItemTree.of(item);
        for (var entity : tree.order()) {
            copies.put(entity, new Entity(Entity.FIRST_FREE_NUMBER + copies.size()));
            parts.put(entity, new Holding());
        }
    }

    /** What is to be pasted at the place of the placement. */
    Fragment fragment() {
        var values = new ItemValues(types.all(), copies, new ItemIds(item), placement);
        for (var part : item.parts()) {
            if (!LEFT_OUT.contains(part.component())) {
                var type = types.all().find(part.component()).orElseThrow();
                part.values().forEach((e, value) -> add(type, e, values.fill(type, e, value)));
            }
        }
        var roots = tree.roots();
        var items = new ArrayList<Fragment.Item>();
        if (roots.size() == 1) {
            items.add(main(roots.getFirst()));
        } else {
            items.add(above());
            roots.forEach(root -> items.add(part(root, items.getFirst().entity())));
        }
        tree.order().stream()
                .filter(tree.parents()::containsKey)
                .forEach(e -> items.add(part(e, copy(tree.parents().get(e)))));
        return new Fragment(items, new LinkedHashMap<>(), types.added());
    }

    private void add(ComponentType type, Entity entity, Value value) {
        var of = of(entity);
        of.values.put(type.name(), value);
        if (type.name().equals(ItemValues.SYNC)) {
            of.values.putIfAbsent(NetworkIds.ENTITY, Value.fields("networkId", Value.of(0)));
        }
        for (var asset : placement.asset().stream().toList()) {
            AssetFields.in(type.schema(), value)
                    .forEach(
                            (path, file) -> {
                                if (file.startsWith(placement.folder() + "/")) {
                                    of.bindings.add(
                                            FieldBindings.binding(type.name() + "." + path, asset));
                                }
                            });
        }
    }

    private Holding of(Entity entity) {
        return Optional.ofNullable(parts.get(entity)).orElseThrow();
    }

    private Entity copy(Entity entity) {
        return copies.getOrDefault(entity, Entity.ROOT);
    }

    /** The only one that hangs on no other: it stands where the item is placed. */
    private Fragment.Item main(Entity entity) {
        var own = Optional.ofNullable(of(entity).values.get(SceneSnapshot.TRANSFORM));
        var pose = own.map(Pose::of).orElse(Pose.IDENTITY);
        var world = placement.world();
        return top(
                copy(entity),
                placement.name(),
                new Pose(
                        world.position(),
                        world.rotation().times(pose.rotation()).normalized(),
                        world.scale().times(pose.scale())),
                of(entity));
    }

    /** A new one above several. */
    private Fragment.Item above() {
        var entity = new Entity(Entity.FIRST_FREE_NUMBER + copies.size());
        return top(entity, placement.name() + "_root", placement.world(), new Holding());
    }

    private Fragment.Item top(Entity entity, String name, Pose world, Holding parts) {
        placement
                .asset()
                .filter(Placement.Asset::isCustom)
                .map(asset -> Value.fields("assetId", Value.of(asset.id())))
                .ifPresent(custom -> parts.values.put(CUSTOM, custom));
        parts.values.put(SceneSnapshot.TRANSFORM, Moving.posed(Pose.IDENTITY.toValue(), world));
        return new Fragment.Item(entity, Optional.empty(), world, inOrder(name, parts));
    }

    private Fragment.Item part(Entity entity, Entity parent) {
        var own = of(entity);
        String unnamed =
                entity.equals(Entity.ROOT) ? placement.name() : placement.name() + "_" + entity;
        String name =
                Optional.ofNullable(own.values.get(SceneSnapshot.NAME))
                        .map(value -> value.text("value", ""))
                        .filter(text -> !text.isBlank())
                        .orElse(unnamed);
        return new Fragment.Item(
                copy(entity), Optional.of(parent), Pose.IDENTITY, inOrder(name, own));
    }

    /** First what the fields are bound to, so that nobody looks for them elsewhere. */
    private static SequencedMap<String, Value> inOrder(String name, Holding parts) {
        var components = new LinkedHashMap<String, Value>();
        if (!parts.bindings.isEmpty()) {
            components.put(Placement.BINDING, Value.fields("bindings", Value.of(parts.bindings)));
        }
        components.put(SceneSnapshot.NAME, Value.fields("value", Value.of(name)));
        parts.values.forEach(components::putIfAbsent);
        return components;
    }
}
