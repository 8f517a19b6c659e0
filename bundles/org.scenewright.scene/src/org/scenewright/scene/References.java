// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds the references to entities inside a value, wherever its schema has them, and lets them
 * point elsewhere.
 */
final class References {
    private final Function<Entity, Value> target;

    private References(Function<Entity, Value> target) {
        this.target = target;
    }

    /**
     * References to other entities.
     *
     * @param target what a reference to an entity becomes
     */
    static References to(UnaryOperator<Entity> target) {
        return new References(entity -> Value.of(target.apply(entity).toLong()));
    }

    /** References that need be no numbers any more. */
    static References written(Function<Entity, Value> target) {
        return new References(target);
    }

    /** The entities that a value refers to, in their order. */
    static List<Entity> in(Schema schema, Value value) {
        var found = new ArrayList<Entity>();
        References.to(
                        entity -> {
                            found.add(entity);
                            return entity;
                        })
                .follow(schema, value);
        return found;
    }

    /** The value with its references changed; whatever does not fit its schema stays as it is. */
    Value follow(Schema schema, Value value) {
        return switch (schema) {
            case Schema.EntityReference e -> reference(value);
            case Schema.Items(var element) -> items(element, value);
            case Schema.Struct(var fields) -> struct(fields, value);
            case Schema.OneOf oneOf ->
                    oneOf.chosen(value)
                            .map(
                                    c ->
                                            field(
                                                    new Schema.Field(
                                                            oneOf.key(c.name()),
                                                            c.schema(),
                                                            c.fallback()),
                                                    value))
                            .orElse(value);
            case Schema.Maybe(var inner) -> follow(inner, value);
            case Schema.Flag f -> value;
            case Schema.Number n -> value;
            case Schema.Text t -> value;
            case Schema.Choice c -> value;
            case Schema.Mask m -> value;
            case Schema.Vector v -> value;
            case Schema.Opaque o -> value;
        };
    }

    /**
     * An instance of another composite with its references changed: the sources are entities of
     * that composite, only the targets are here.
     */
    Value targets(Value instance) {
        var target = new Schema.Field("dest", new Schema.EntityReference(), Value.of(0));
        var pairs = instance.items("entities").stream().map(pair -> field(target, pair)).toList();
        return pairs.isEmpty()
                ? instance
                : instance.with(FieldPath.of("entities"), Value.of(pairs));
    }

    private Value reference(Value value) {
        return Entity.of(value.number("", 0))
                .filter(entity -> !entity.equals(Entity.ROOT))
                .map(target)
                .orElse(value);
    }

    private Value items(Schema element, Value value) {
        return value instanceof Value.Items(var items)
                ? new Value.Items(items.stream().map(item -> follow(element, item)).toList())
                : value;
    }

    private Value struct(List<Schema.Field> fields, Value value) {
        var result = value;
        for (var field : fields) {
            result = field(field, result);
        }
        return result;
    }

    private Value field(Schema.Field field, Value whole) {
        var path = FieldPath.of(field.name());
        var part = whole.at(path);
        var followed = part.map(value -> follow(field.schema(), value));
        return followed.equals(part) ? whole : whole.with(path, followed.orElseThrow());
    }
}
