// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the SDK's encoders make of parts that a value leaves out: those of texts and lists fail,
 * those of floats write what is no number.
 *
 * <p>Our own codecs take the fallback of the schema instead, which is what a viewer should show.
 */
enum Gaps {
    /** Components of scenes, whose fields have no tags, so that none can be missing. */
    UNTAGGED {
        @Override
        Optional<Value> missing(Schema schema) {
            return switch (schema) {
                case Schema.Vector v -> fail();
                case Schema.Struct(var fields) -> fields.isEmpty() ? Optional.empty() : fail();
                case Schema.OneOf o -> fail();
                case Schema.Choice(var options) -> number(options);
                case Schema.Number(var kind, var unit) ->
                        kind == Schema.NumberKind.INT64 ? fail() : always(schema);
                case Schema.Flag f -> always(schema);
                case Schema.Text t -> always(schema);
                case Schema.Mask m -> always(schema);
                case Schema.EntityReference e -> always(schema);
                case Schema.Items i -> always(schema);
                case Schema.Maybe m -> always(schema);
                case Schema.Opaque o -> always(schema);
            };
        }

        @Override
        Optional<Value> nothing(Schema schema) {
            return Optional.empty();
        }

        private static Optional<Value> number(List<Schema.Option> options) {
            boolean isText = options.getFirst().value() instanceof Value.Text;
            return isText ? fail() : Optional.of(Value.of(0));
        }
    },

    /** Components of the SDK, which are protobuf messages. */
    TAGGED {
        @Override
        Optional<Value> missing(Schema schema) {
            return always(schema);
        }

        @Override
        Optional<Value> nothing(Schema schema) {
            return switch (schema) {
                case Schema.Flag f -> Optional.of(Value.of(false));
                case Schema.Number n -> Optional.of(Value.of(0));
                case Schema.Choice c -> Optional.of(Value.of(0));
                case Schema.Mask m -> Optional.of(Value.of(0));
                case Schema.EntityReference e -> Optional.of(Value.of(0));
                case Schema.OneOf o -> Optional.empty();
                case Schema.Maybe(var inner) -> nothing(inner);
                case Schema.Text t -> fail();
                case Schema.Vector v -> fail();
                case Schema.Items i -> fail();
                case Schema.Struct s -> fail();
                case Schema.Opaque o -> fail();
            };
        }
    };

    /**
     * What stands for a part that is missing; nothing where our codec does as the SDK's.
     *
     * @throws SchemaException where the SDK's fails
     */
    abstract Optional<Value> missing(Schema schema);

    /** What stands for a null; nothing where our codec does as the SDK's, or refuses it. */
    abstract Optional<Value> nothing(Schema schema);

    private static Optional<Value> always(Schema schema) {
        return switch (schema) {
            case Schema.Number(var kind, var unit) ->
                    kind.isWhole() ? Optional.empty() : Optional.of(Value.of(Double.NaN));
            case Schema.Text t -> fail();
            case Schema.Items i -> fail();
            case Schema.Flag f -> Optional.empty();
            case Schema.Choice c -> Optional.empty();
            case Schema.Mask m -> Optional.empty();
            case Schema.Vector v -> Optional.empty();
            case Schema.EntityReference e -> Optional.empty();
            case Schema.Struct s -> Optional.empty();
            case Schema.OneOf o -> Optional.empty();
            case Schema.Maybe m -> Optional.empty();
            case Schema.Opaque o -> Optional.empty();
        };
    }

    private static Optional<Value> fail() {
        throw new SchemaException("it is missing, without which the SDK's build fails");
    }

    /**
     * The value with what the SDK would write into its gaps.
     *
     * @throws SchemaException where the SDK's build fails; the message names the field
     */
    Value fill(Schema schema, Value value) {
        return switch (schema) {
            case Schema.Struct(var fields) -> struct(fields, value);
            case Schema.Vector(var kind) -> vector(kind, value);
            case Schema.Items(var element) -> items(element, value);
            case Schema.OneOf oneOf -> oneOf(oneOf, value);
            case Schema.Maybe(var inner) -> present(inner, value);
            case Schema.Flag f -> value;
            case Schema.Number n -> value;
            case Schema.Text t -> value;
            case Schema.Choice c -> value;
            case Schema.Mask m -> value;
            case Schema.EntityReference e -> value;
            case Schema.Opaque o -> value;
        };
    }

    private Value present(Schema schema, Value value) {
        return value instanceof Value.Nothing ? nothing(schema).orElse(value) : fill(schema, value);
    }

    private Value struct(List<Schema.Field> fields, Value value) {
        var filled = value;
        if (value instanceof Value.Fields) {
            for (var field : fields) {
                filled = part(field.name(), field.schema(), filled);
            }
        }
        return filled;
    }

    private Value part(String name, Schema schema, Value whole) {
        var path = FieldPath.of(name);
        var part = whole.at(path);
        try {
            var filled = part.isPresent() ? part.map(v -> present(schema, v)) : missing(schema);
            return filled.equals(part) ? whole : filled.map(v -> whole.with(path, v)).orElse(whole);
        } catch (SchemaException failure) {
            throw failure.within(name);
        }
    }

    private Value vector(Schema.VectorKind kind, Value value) {
        var filled = value;
        if (value instanceof Value.Fields) {
            for (String part : kind.parts()) {
                filled = part(part, new Schema.Number(Schema.NumberKind.FLOAT32), filled);
            }
        }
        return filled;
    }

    private Value items(Schema element, Value value) {
        if (!(value instanceof Value.Items(var items))) {
            return value;
        }
        var filled = new ArrayList<Value>();
        for (int i = 0; i < items.size(); i++) {
            try {
                filled.add(fill(element, items.get(i)));
            } catch (SchemaException failure) {
                throw failure.within(Integer.toString(i));
            }
        }
        return Value.of(filled);
    }

    private Value oneOf(Schema.OneOf oneOf, Value value) {
        var chosen = oneOf.chosen(value);
        boolean isNameless = value.at(FieldPath.of(Schema.OneOf.CASE)).equals(EMPTY);
        if (chosen.isEmpty() && oneOf.boxed() && isNameless) {
            throw new SchemaException("there is no case \"\"");
        }
        return chosen.map(c -> content(oneOf, c, value)).orElse(value);
    }

    private Value content(Schema.OneOf oneOf, Schema.Field chosen, Value value) {
        String key = oneOf.key(chosen.name());
        boolean isMessage = chosen.schema() instanceof Schema.Struct;
        if (isMessage && value.at(FieldPath.of(key)).isEmpty()) {
            fail();
        }
        boolean isOptional = chosen.schema() instanceof Schema.Maybe;
        var path = FieldPath.of(key);
        return isOptional && value.at(path).isEmpty()
                ? value.with(path, new Value.Nothing())
                : part(key, chosen.schema(), value);
    }

    private static final Optional<Value> EMPTY = Optional.of(Value.of(""));
}
