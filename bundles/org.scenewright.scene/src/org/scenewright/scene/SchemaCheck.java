// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Title;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Looks for parts of values that do not fit their schema, and for references to entities that do
 * not exist.
 */
final class SchemaCheck {
    private final Predicate<Entity> exists;
    private final BiConsumer<String, String> complaints;
    private final boolean isWhole;
    private final Schema schema;
    private final String title;
    private final Deque<String> path = new ArrayDeque<>();

    /**
     * @param type whose values they are
     * @param isWhole whether no field may be missing that is not optional
     * @param exists which entities references may point to
     * @param complaints is told the dotted path of a part and what is wrong with it, as a sentence
     */
    SchemaCheck(
            ComponentType type,
            boolean isWhole,
            Predicate<Entity> exists,
            BiConsumer<String, String> complaints) {
        schema = type.schema();
        title = Title.of(type.shortName());
        this.isWhole = isWhole;
        this.exists = exists;
        this.complaints = complaints;
    }

    /** Looks at a value of the component. */
    void check(Value value) {
        check(schema, value);
    }

    private void check(Schema schema, Value value) {
        switch (schema) {
            case Schema.Flag f -> require(value instanceof Value.Flag, "true or false");
            case Schema.Number n -> number(value);
            case Schema.Text t -> require(value instanceof Value.Text, "a text");
            case Schema.Choice(var options) -> choice(options, value);
            case Schema.Mask m -> require(value instanceof Value.Num, "a number");
            case Schema.Vector(var kind) -> vector(kind, value);
            case Schema.EntityReference r -> reference(value);
            case Schema.Items(var element) -> items(element, value);
            case Schema.Struct(var fields) -> struct(fields, value);
            case Schema.OneOf(var cases, var boxed) -> oneOf(cases, value);
            case Schema.Maybe(var inner) -> maybe(inner, value);
            case Schema.Opaque o -> {}
        }
    }

    private boolean require(boolean holds, String expected) {
        if (!holds) {
            complain("should be " + expected + ".");
        }
        return holds;
    }

    private void complain(String wrong) {
        var steps = List.copyOf(path);
        complaints.accept(String.join(".", steps), Title.of(title, steps) + " " + wrong);
    }

    private void below(String step, Schema schema, Value value) {
        path.addLast(step);
        check(schema, value);
        path.removeLast();
    }

    private void choice(List<Schema.Option> options, Value value) {
        boolean isText = options.stream().anyMatch(option -> option.value() instanceof Value.Text);
        boolean fits = isText ? value instanceof Value.Text : value instanceof Value.Num;
        if (require(fits, isText ? "a text" : "a number")
                && options.stream().noneMatch(option -> option.value().equals(value))) {
            complain("is none of the values that are known here.");
        }
    }

    private void number(Value value) {
        if (require(value instanceof Value.Num, "a number")
                && Double.isInfinite(value.number("", 0))) {
            complain("is too large a number.");
        }
    }

    private void vector(Schema.VectorKind kind, Value value) {
        if (require(value instanceof Value.Fields, "a group of numbers")) {
            for (var part : kind.parts()) {
                var number = value.members().get(part);
                path.addLast(part);
                number(number == null ? Value.of(0) : number);
                path.removeLast();
            }
        }
    }

    private void reference(Value value) {
        if (require(value instanceof Value.Num, "the number of an entity")) {
            var entity = Entity.of(value.number("", -1));
            if (entity.filter(e -> e.isReserved() || exists.test(e)).isEmpty()) {
                complain("names entity " + ValueJson.print(value) + ", which there is not.");
            }
        }
    }

    private void items(Schema element, Value value) {
        if (require(value instanceof Value.Items, "a list")) {
            int index = 0;
            for (var item : value.items("")) {
                below(Integer.toString(index++), element, item);
            }
        }
    }

    private void struct(List<Schema.Field> fields, Value value) {
        if (require(value instanceof Value.Fields, "a group of fields")) {
            var members = value.members();
            for (var field : fields) {
                var member = members.get(field.name());
                if (member != null) {
                    below(field.name(), field.schema(), member);
                } else if (isWhole) {
                    missing(field);
                }
            }
        }
    }

    private void missing(Schema.Field field) {
        boolean isOptional =
                field.schema() instanceof Schema.Maybe || field.schema() instanceof Schema.OneOf;
        if (!isOptional) {
            path.addLast(field.name());
            complain("is missing; the SDK's tools need it.");
            path.removeLast();
        }
    }

    /** Core components name the chosen member after the case, custom ones call it "value". */
    private void oneOf(List<Schema.Field> cases, Value value) {
        if (!require(value instanceof Value.Fields, "one of several cases")
                || value.members().isEmpty()) {
            return;
        }
        String chosen = value.text(Schema.OneOf.CASE, "");
        var known = cases.stream().filter(field -> field.name().equals(chosen)).findFirst();
        if (known.isEmpty()) {
            complain("has the case \"" + chosen + "\", which is not known here.");
            return;
        }
        String member = value.members().containsKey(chosen) ? chosen : "value";
        var held = value.members().get(member);
        if (held != null) {
            below(member, known.get().schema(), held);
        }
    }

    private void maybe(Schema inner, Value value) {
        if (!(value instanceof Value.Nothing)) {
            check(inner, value);
        }
    }
}
