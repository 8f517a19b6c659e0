// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the placeholders in the values of an item, and adds what its author left to editors. */
final class ItemValues {
    static final String SELF = "{self}";
    static final String GLTF = "core::GltfContainer";
    static final String SYNC = "core-schema::Sync-Components";
    private static final String CONFIG = "inspector::Config";
    private static final FieldPath SYNCED = FieldPath.of("componentIds");

    private final ComponentTypes types;
    private final Map<Entity, Entity> entities;
    private final ItemIds ids;
    private final Placement placement;

    /**
     * @param entities what stands for each entity of the item
     */
    ItemValues(
            ComponentTypes types, Map<Entity, Entity> entities, ItemIds ids, Placement placement) {
        this.types = types;
        this.entities = entities;
        this.ids = ids;
        this.placement = placement;
    }

    /** The value of a component as its schema can hold it, with all that is always there. */
    Value fill(ComponentType type, Entity entity, Value value) {
        var cell = new Step.Cell(entity, type.name());
        var followed = References.to(this::standIn).follow(type.schema(), value);
        var numbered = ids.fill(cell, added(type.name(), followed));
        var filled = new Texts(type.schema(), entity).fill(numbered, FieldPath.WHOLE);
        var fitting = new Refit(type.schema(), Edit.Policy.KEEP).of(filled);
        return Completion.of(type.schema(), fitting);
    }

    /** What a number of the item means that its author wrote; what is none of the item is gone. */
    private Entity standIn(Entity entity) {
        var other = entity.isReserved() ? entity : Entity.ROOT;
        return entities.getOrDefault(entity, other);
    }

    private Value added(String component, Value value) {
        return switch (component) {
            case GLTF -> masked(value);
            case SYNC -> synced(value);
            case CONFIG ->
                    placement
                            .asset()
                            .map(a -> value.with(FieldPath.of("assetId"), Value.of(a.id())))
                            .orElse(value);
            default -> value;
        };
    }

    /** Nobody collides with what is seen, and everybody with what is not, unless it says so. */
    private static Value masked(Value model) {
        var masks = new LinkedHashMap<String, Value>(model.members());
        masks.putIfAbsent("visibleMeshesCollisionMask", Value.of(0));
        masks.putIfAbsent("invisibleMeshesCollisionMask", Value.of(3));
        return model instanceof Value.Fields ? new Value.Fields(masks) : model;
    }

    /** Numbers for the names of components; who is not known here cannot be synchronized. */
    private Value synced(Value value) {
        var listed = new ArrayList<Value>(value.items("value"));
        listed.addAll(value.items("componentIds"));
        var numbers = listed.stream().map(this::number).flatMap(Optional::stream).toList();
        return Value.fields(SYNCED.first(), Value.of(numbers));
    }

    private Optional<Value> number(Value component) {
        return component instanceof Value.Text(var name)
                ? types.find(name).map(type -> Value.of(type.id().toLong()))
                : Optional.of(component);
    }

    /** Goes through the value of a component of an entity. */
    private final class Texts {
        private final Schema schema;
        private final Entity entity;

        Texts(Schema schema, Entity entity) {
            this.schema = schema;
            this.entity = entity;
        }

        Value fill(Value value, FieldPath at) {
            return switch (value) {
                case Value.Text(var text) -> text(text, at);
                case Value.Items(var items) -> items(items, at);
                case Value.Fields fields -> fields(fields, at);
                case Value.Flag f -> value;
                case Value.Num n -> value;
                case Value.Nothing n -> value;
            };
        }

        private Value items(List<Value> items, FieldPath at) {
            var filled = new ArrayList<Value>(items.size());
            for (var item : items) {
                filled.add(fill(item, at.child(filled.size())));
            }
            return Value.of(filled);
        }

        private Value fields(Value.Fields fields, FieldPath at) {
            var filled = new LinkedHashMap<String, Value>();
            fields.members().forEach((name, v) -> filled.put(name, fill(v, at.child(name))));
            return new Value.Fields(filled);
        }

        private Value text(String text, FieldPath at) {
            return text.equals(SELF) && refersAt(at)
                    ? Value.of(entities.getOrDefault(entity, Entity.ROOT).toLong())
                    : Value.of(located(text));
        }

        private boolean refersAt(FieldPath at) {
            return switch (Parts.schema(schema, at)) {
                case Schema.EntityReference e -> true;
                case Schema.Maybe(var inner) -> inner instanceof Schema.EntityReference;
                case Schema.Flag f -> false;
                case Schema.Number n -> false;
                case Schema.Text t -> false;
                case Schema.Choice c -> false;
                case Schema.Mask m -> false;
                case Schema.Vector v -> false;
                case Schema.Items i -> false;
                case Schema.Struct s -> false;
                case Schema.OneOf o -> false;
                case Schema.Opaque o -> false;
            };
        }

        private String located(String text) {
            var folder = placement.folder();
            return folder.isEmpty()
                    ? text.replace(SceneItem.FOLDER + "/", "").replace(SceneItem.FOLDER, "")
                    : text.replace(SceneItem.FOLDER, folder);
        }
    }
}
