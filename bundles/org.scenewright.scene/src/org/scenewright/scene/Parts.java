// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/**
 * Reaches into a value along its schema, so that what has to be created on the way is created as
 * its schema says.
 *
 * <p>What the schema does not name can still be reached where the value has it: files hold more
 * than we know.
 */
final class Parts {
    private Parts() {}

    /** The field of a struct by name. */
    static Optional<Schema.Field> field(List<Schema.Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The schema of a part; opaque where the schema does not name it. */
    static Schema schema(Schema schema, FieldPath path) {
        if (path.isEmpty()) {
            return schema;
        }
        var unnamed = new Schema.Opaque("");
        return switch (schema) {
            case Schema.Maybe(var inner) -> schema(inner, path);
            case Schema.Struct(var fields) ->
                    field(fields, path.first())
                            .map(f -> schema(f.schema(), path.rest()))
                            .orElse(unnamed);
            case Schema.OneOf oneOf -> schema(oneOf, path).orElse(unnamed);
            case Schema.Items(var element) -> schema(element, path.rest());
            case Schema.Vector v -> new Schema.Number(Schema.NumberKind.FLOAT32);
            case Schema.Opaque o -> unnamed;
            case Schema.Flag f -> unnamed;
            case Schema.Number n -> unnamed;
            case Schema.Text t -> unnamed;
            case Schema.Choice c -> unnamed;
            case Schema.Mask m -> unnamed;
            case Schema.EntityReference e -> unnamed;
        };
    }

    private static Optional<Schema> schema(Schema.OneOf oneOf, FieldPath path) {
        return field(oneOf.cases(), path.first()).map(c -> schema(c.schema(), path.rest()));
    }

    /**
     * The value with a part replaced.
     *
     * @throws SchemaException when the path leads nowhere
     */
    static Value with(Schema schema, Optional<Value> current, FieldPath path, Value part) {
        if (path.isEmpty()) {
            return part;
        }
        var present = current.filter(value -> !(value instanceof Value.Nothing));
        return switch (schema) {
            case Schema.Maybe(var inner) -> with(inner, present, path, part);
            case Schema.Struct(var fields) -> {
                var value = present.orElseGet(schema::initial);
                var field = field(fields, path.first());
                yield field.isPresent()
                        ? put(
                                value,
                                path,
                                with(
                                        field.get().schema(),
                                        child(value, field.get()),
                                        path.rest(),
                                        part))
                        : known(value, path, part);
            }
            case Schema.OneOf oneOf -> choose(oneOf, present, path, part);
            case Schema.Items(var element) -> {
                var value = present.orElseGet(schema::initial);
                var item =
                        value.at(FieldPath.of(path.first()))
                                .or(() -> Optional.of(element.initial()));
                yield put(value, path, with(element, item, path.rest(), part));
            }
            case Schema.Vector(var kind) -> {
                var value = present.orElseGet(schema::initial);
                yield kind.parts().contains(path.first())
                        ? value.with(path, part)
                        : known(value, path, part);
            }
            case Schema.Opaque o -> present.orElse(Value.EMPTY).with(path, part);
            case Schema.Flag f -> throw nothing(path);
            case Schema.Number n -> throw nothing(path);
            case Schema.Text t -> throw nothing(path);
            case Schema.Choice c -> throw nothing(path);
            case Schema.Mask m -> throw nothing(path);
            case Schema.EntityReference e -> throw nothing(path);
        };
    }

    private static Optional<Value> child(Value value, Schema.Field field) {
        return value.at(FieldPath.of(field.name())).or(() -> Optional.of(field.fallback()));
    }

    private static Value put(Value value, FieldPath path, Value child) {
        return value.with(FieldPath.of(path.first()), child);
    }

    /** Writes what the schema does not name but the value has. */
    private static Value known(Value value, FieldPath path, Value part) {
        if (value.at(FieldPath.of(path.first())).isEmpty()) {
            throw nothing(path);
        }
        return value.with(path, part);
    }

    /** Writes into a case, which is chosen by that; or chooses one, with its initial content. */
    private static Value choose(
            Schema.OneOf oneOf, Optional<Value> current, FieldPath path, Value part) {
        if (path.first().equals(Schema.OneOf.CASE)) {
            return field(oneOf.cases(), part instanceof Value.Text(var name) ? name : "")
                    .map(oneOf::choose)
                    .orElseThrow(() -> nothing(path));
        }
        var chosen = current.flatMap(oneOf::chosen);
        var wanted =
                chosen.filter(c -> oneOf.key(c.name()).equals(path.first()))
                        .or(() -> field(oneOf.cases(), path.first()))
                        .orElseThrow(() -> nothing(path));
        var content =
                chosen.equals(Optional.of(wanted))
                        ? current.flatMap(oneOf::content)
                        : Optional.<Value>empty();
        var start = content.or(() -> Optional.of(wanted.fallback()));
        return oneOf.choose(wanted, with(wanted.schema(), start, path.rest(), part));
    }

    private static SchemaException nothing(FieldPath path) {
        return new SchemaException("there is no field \"" + path.first() + "\"");
    }
}
