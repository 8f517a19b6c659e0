// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Makes values of a component fit its schema, as {@link Edit.Policy} says. */
final class Refit {
    private final Schema schema;
    private final Edit.Policy policy;
    private final boolean keeps;

    Refit(Schema schema, Edit.Policy policy) {
        this.schema = schema;
        this.policy = policy;
        this.keeps = policy == Edit.Policy.KEEP;
    }

    /** A value that fits. */
    Value of(Value value) {
        var fitted = fit(schema, value).orElseGet(schema::initial);
        return switch (policy) {
            case KEEP, DROP -> fitted;
            case DEFAULT -> fitted.equals(value) ? value : schema.initial();
        };
    }

    /** The value as a schema can hold it; nothing where it is of another kind. */
    private Optional<Value> fit(Schema schema, Value value) {
        return switch (schema) {
            case Schema.Flag f -> flag(value);
            case Schema.Number n -> number(n, value);
            case Schema.Text t -> text(value);
            case Schema.Choice choice -> choice(choice, value);
            case Schema.Mask m -> encodable(schema, value);
            case Schema.Vector(var kind) -> vector(kind, value);
            case Schema.EntityReference e -> reference(value);
            case Schema.Items(var element) -> items(element, value);
            case Schema.Struct(var fields) -> struct(fields, value);
            case Schema.OneOf oneOf -> oneOf(oneOf, value);
            case Schema.Maybe(var inner) -> maybe(inner, value);
            case Schema.Opaque o -> Optional.of(value);
        };
    }

    private static Optional<Value> encodable(Schema schema, Value value) {
        try {
            JsonSchemas.codec(schema).toBytes(value);
            return Optional.of(value);
        } catch (SchemaException unfit) {
            return Optional.empty();
        }
    }

    private Optional<Value> flag(Value value) {
        return switch (value) {
            case Value.Flag f -> Optional.of(value);
            case Value.Num(var number) when keeps && (number == 0 || number == 1) ->
                    Optional.of(Value.of(number == 1));
            case Value.Text(var text) when keeps && (text.equals("true") || text.equals("false")) ->
                    Optional.of(Value.of(text.equals("true")));
            case Value.Num n -> Optional.empty();
            case Value.Text t -> Optional.empty();
            case Value.Items i -> Optional.empty();
            case Value.Fields f -> Optional.empty();
            case Value.Nothing n -> Optional.empty();
        };
    }

    private Optional<Value> number(Schema.Number schema, Value value) {
        return encodable(schema, value)
                .or(() -> keeps ? number(value).flatMap(n -> near(schema, n)) : Optional.empty());
    }

    /** A number with decimals becomes the nearest whole one, where no others can be. */
    private static Optional<Value> near(Schema.Number schema, double number) {
        double best = schema.kind().isWhole() ? Math.rint(number) : number;
        return encodable(schema, Value.of(best));
    }

    private static Optional<Double> number(Value value) {
        return switch (value) {
            case Value.Num(var number) -> Optional.of(number);
            case Value.Flag(var flag) -> Optional.of(flag ? 1.0 : 0.0);
            case Value.Text(var text) -> parsed(text);
            case Value.Items i -> Optional.empty();
            case Value.Fields f -> Optional.empty();
            case Value.Nothing n -> Optional.empty();
        };
    }

    private static Optional<Double> parsed(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private Optional<Value> text(Value value) {
        return switch (value) {
            case Value.Text t -> Optional.of(value);
            case Value.Num n when keeps -> Optional.of(Value.of(ValueJson.print(value)));
            case Value.Flag f when keeps -> Optional.of(Value.of(ValueJson.print(value)));
            case Value.Num n -> Optional.empty();
            case Value.Flag f -> Optional.empty();
            case Value.Items i -> Optional.empty();
            case Value.Fields f -> Optional.empty();
            case Value.Nothing n -> Optional.empty();
        };
    }

    /** The SDK loads values that are no option; a text may be what an option is called now. */
    private Optional<Value> choice(Schema.Choice choice, Value value) {
        boolean isOption = choice.options().stream().anyMatch(o -> o.value().equals(value));
        if (isOption) {
            return Optional.of(value);
        }
        var named =
                choice.options().stream()
                        .filter(o -> Value.of(o.label()).equals(value))
                        .map(Schema.Option::value)
                        .findFirst();
        return keeps ? named.or(() -> encodable(choice, value)) : Optional.empty();
    }

    private Optional<Value> reference(Value value) {
        boolean isEntity = value instanceof Value.Num(var number) && Entity.of(number).isPresent();
        return isEntity ? encodable(new Schema.EntityReference(), value) : Optional.empty();
    }

    private Optional<Value> vector(Schema.VectorKind kind, Value value) {
        var number = new Schema.Number(Schema.NumberKind.FLOAT32);
        var fields = new ArrayList<Schema.Field>();
        for (String part : kind.parts()) {
            fields.add(new Schema.Field(part, number, Value.of(kind.neutral(part))));
        }
        return struct(fields, value);
    }

    private Optional<Value> items(Schema element, Value value) {
        if (!(value instanceof Value.Items(var items))) {
            return Optional.empty();
        }
        var fitted = new ArrayList<Value>();
        for (var item : items) {
            fit(element, item)
                    .or(() -> keeps ? Optional.of(element.initial()) : Optional.empty())
                    .ifPresent(fitted::add);
        }
        return Optional.of(same(Value.of(fitted), value));
    }

    /** The very value where nothing had to be changed. */
    private static Value same(Value fitted, Value value) {
        return fitted.equals(value) ? value : fitted;
    }

    private Optional<Value> struct(List<Schema.Field> fields, Value value) {
        if (!(value instanceof Value.Fields(var members))) {
            return Optional.empty();
        }
        var fitted = new LinkedHashMap<String, Value>();
        members.forEach(
                (name, member) ->
                        Parts.field(fields, name)
                                .map(field -> fit(field.schema(), member))
                                .orElse(keeps ? Optional.of(member) : Optional.empty())
                                .ifPresent(fit -> fitted.put(name, fit)));
        for (var field : fields) {
            if (!(field.schema() instanceof Schema.Maybe)) {
                fitted.putIfAbsent(field.name(), field.fallback());
            }
        }
        return Optional.of(same(new Value.Fields(fitted), value));
    }

    private Optional<Value> oneOf(Schema.OneOf oneOf, Value value) {
        if (!(value instanceof Value.Fields(var members))) {
            return Optional.empty();
        }
        var chosen = oneOf.chosen(value);
        if (chosen.isEmpty()) {
            return members.isEmpty() ? Optional.of(value) : Optional.empty();
        }
        var content = oneOf.content(value).flatMap(c -> fit(chosen.get().schema(), c));
        return Optional.of(
                same(oneOf.choose(chosen.get(), content.orElse(chosen.get().fallback())), value));
    }

    private Optional<Value> maybe(Schema inner, Value value) {
        return value instanceof Value.Nothing ? Optional.of(value) : fit(inner, value);
    }
}
