// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Optional;

/**
 * The rules that a value must keep to before an edit may write it.
 *
 * <p>Parts that the document holds already pass: an edit is not refused for what was wrong before
 * it.
 */
final class FieldCheck {
    /** The longest text, in characters. */
    static final int MAX_TEXT = 1 << 20;

    /** How deep lists and structs may nest. */
    static final int MAX_DEPTH = 64;

    /** The longest list. */
    static final int MAX_ITEMS = 100_000;

    /** What the bytes have room for; beyond 2^53 the SDK keeps the nearest that a double can. */
    private static final double WIDEST = 0x1p63;

    private final String component;
    private final boolean allowsMore;

    /**
     * @param component what messages call the whole value
     */
    FieldCheck(String component) {
        this(component, false);
    }

    private FieldCheck(String component, boolean allowsMore) {
        this.component = component;
        this.allowsMore = allowsMore;
    }

    /** Checks what stands somewhere already, with whatever fields it has. */
    static FieldCheck ofWhatStands(String component) {
        return new FieldCheck(component, true);
    }

    /**
     * Checks a value that is about to stand where another one stood.
     *
     * @throws SchemaException when it does not fit; the message names component and field
     */
    void check(Schema schema, Value value, Optional<Value> before, FieldPath at) {
        if (!before.equals(Optional.of(value))) {
            require(at.steps().size() <= MAX_DEPTH, at, "is nested too deep");
            bounded(value, at);
            fits(schema, value, before, at);
        }
    }

    /**
     * Checks only what holds whatever the schema: finite numbers, no endless texts and lists, no
     * bottomless depth.
     *
     * @throws SchemaException when it does not fit
     */
    void checkBounds(Value value) {
        check(new Schema.Opaque(""), value, Optional.empty(), FieldPath.WHOLE);
    }

    private void bounded(Value value, FieldPath at) {
        switch (value) {
            case Value.Num(var number) ->
                    require(Double.isFinite(number), at, "must be a finite number");
            case Value.Text(var text) ->
                    require(text.length() <= MAX_TEXT, at, "is too long a text");
            case Value.Items(var items) ->
                    require(items.size() <= MAX_ITEMS, at, "is too long a list");
            case Value.Fields(var fields) ->
                    require(fields.size() <= MAX_ITEMS, at, "has too many fields");
            case Value.Flag f -> {}
            case Value.Nothing n -> {}
        }
    }

    private void fits(Schema schema, Value value, Optional<Value> before, FieldPath at) {
        switch (schema) {
            case Schema.Flag f -> require(value instanceof Value.Flag, at, "must be true or false");
            case Schema.Number(var kind, var unit) -> number(kind, value, at);
            case Schema.Text t -> require(value instanceof Value.Text, at, "must be a text");
            case Schema.Choice(var options) -> choice(options, value, at);
            case Schema.Mask m -> whole(value, at, 0, 0xFFFF_FFFFL);
            case Schema.Vector(var kind) -> vector(kind, value, before, at);
            case Schema.EntityReference e -> whole(value, at, Integer.MIN_VALUE, 0xFFFF_FFFFL);
            case Schema.Items(var element) -> items(element, value, before, at);
            case Schema.Struct(var fields) -> struct(fields, value, before, at);
            case Schema.OneOf oneOf -> oneOf(oneOf, value, before, at);
            case Schema.Maybe(var inner) -> {
                if (!(value instanceof Value.Nothing)) {
                    fits(inner, value, before, at);
                }
            }
            case Schema.Opaque o -> opaque(value, before, at);
        }
    }

    private void number(Schema.NumberKind kind, Value value, FieldPath at) {
        switch (kind) {
            case INT8 -> whole(value, at, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> whole(value, at, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> whole(value, at, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> whole(value, at, -WIDEST, WIDEST);
            case UINT32 -> whole(value, at, 0, 0xFFFF_FFFFL);
            case UINT64 -> whole(value, at, 0, WIDEST);
            case FLOAT32 -> within(value, at, -Float.MAX_VALUE, Float.MAX_VALUE);
            case FLOAT64 -> within(value, at, -Double.MAX_VALUE, Double.MAX_VALUE);
        }
    }

    private double within(Value value, FieldPath at, double least, double most) {
        double number = value instanceof Value.Num(var n) ? n : Double.NaN;
        require(!Double.isNaN(number), at, "must be a number");
        require(number >= least && number <= most, at, "is out of range");
        return number;
    }

    private void whole(Value value, FieldPath at, double least, double most) {
        double number = within(value, at, least, most);
        require(number == Math.rint(number), at, "must be a whole number");
    }

    private void choice(List<Schema.Option> options, Value value, FieldPath at) {
        boolean isOption = options.stream().anyMatch(option -> option.value().equals(value));
        require(isOption, at, "must be one of " + listed(options));
    }

    private static String listed(List<Schema.Option> options) {
        return String.join(", ", options.stream().limit(12).map(FieldCheck::written).toList());
    }

    /** What has to be written for it: a text says enough, a number only with its label. */
    private static String written(Schema.Option option) {
        String value = ValueJson.print(option.value());
        return option.value() instanceof Value.Text ? value : option.label() + " (" + value + ")";
    }

    private void vector(Schema.VectorKind kind, Value value, Optional<Value> before, FieldPath at) {
        var number = new Schema.Number(Schema.NumberKind.FLOAT32);
        struct(
                kind.parts().stream()
                        .map(part -> new Schema.Field(part, number, Value.of(0)))
                        .toList(),
                value,
                before,
                at);
    }

    private void items(Schema element, Value value, Optional<Value> before, FieldPath at) {
        require(value instanceof Value.Items, at, "must be a list");
        for (int i = 0; i < value.items("").size(); i++) {
            part(element, value, before, at.child(i));
        }
    }

    private void struct(
            List<Schema.Field> fields, Value value, Optional<Value> before, FieldPath at) {
        require(value instanceof Value.Fields, at, "must have named fields");
        for (String name : value.members().keySet()) {
            var field = Parts.field(fields, name);
            boolean isKnown =
                    allowsMore
                            || field.isPresent()
                            || before.flatMap(b -> b.at(FieldPath.of(name))).isPresent();
            require(isKnown, at.child(name), "is a field that the schema does not have");
            part(
                    field.map(Schema.Field::schema).orElse(new Schema.Opaque("")),
                    value,
                    before,
                    at.child(name));
        }
    }

    private void oneOf(Schema.OneOf oneOf, Value value, Optional<Value> before, FieldPath at) {
        require(value instanceof Value.Fields, at, "must be one of several cases");
        var chosen = oneOf.chosen(value);
        require(
                chosen.isPresent() || value.members().isEmpty(),
                at,
                "must name one of its cases in $case");
        for (String name : value.members().keySet()) {
            var schema =
                    chosen.filter(c -> oneOf.key(c.name()).equals(name)).map(Schema.Field::schema);
            part(schema.orElse(new Schema.Opaque("")), value, before, at.child(name));
        }
    }

    private void opaque(Value value, Optional<Value> before, FieldPath at) {
        for (String name : value.members().keySet()) {
            part(new Schema.Opaque(""), value, before, at.child(name));
        }
        for (int i = 0; i < value.items("").size(); i++) {
            part(new Schema.Opaque(""), value, before, at.child(i));
        }
    }

    private void part(Schema schema, Value whole, Optional<Value> before, FieldPath at) {
        check(schema, whole.at(at.last()).orElseThrow(), before.flatMap(b -> b.at(at.last())), at);
    }

    private void require(boolean holds, FieldPath at, String otherwise) {
        if (!holds) {
            throw new SchemaException(component + (at.isEmpty() ? "" : "." + at) + " " + otherwise);
        }
    }
}
