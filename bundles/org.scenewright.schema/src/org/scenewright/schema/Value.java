// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The immutable value of a component or of a part of one, in the shape in which composite files
 * write it as JSON.
 *
 * <p>A one-of is a {@link Fields} with {@code $case}; enums are numbers or texts as their schema
 * says.
 */
public sealed interface Value {

    /** A truth value. */
    record Flag(boolean on) implements Value {}

    /** A number; whole numbers up to 2^53 are exact, as in the JSON of the SDK. */
    record Num(double number) implements Value {}

    /** A text. */
    record Text(String text) implements Value {}

    /** A JSON null. */
    record Nothing() implements Value {}

    /** A list. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named values in the order in which they are written. */
    record Fields(SequencedMap<String, Value> fields) implements Value {
        public Fields {
            fields =
                    fields instanceof CompactFields
                            ? fields
                            : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        public Optional<Value> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    /** The struct without fields. */
    Fields EMPTY = new Fields(new LinkedHashMap<>());

    static Value of(boolean on) {
        return new Flag(on);
    }

    static Value of(double number) {
        return new Num(number);
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Items of(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    /** A struct of one field; add more with {@link #with}. */
    static Fields fields(String name, Value value) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put(name, value);
        return new Fields(fields);
    }

    /** The part at a path, or nothing where the path leads out of this value. */
    default Optional<Value> at(FieldPath path) {
        if (path.isEmpty()) {
            return Optional.of(this);
        }
        var child = child(path.first());
        return path.steps().size() == 1 ? child : child.flatMap(c -> c.at(path.rest()));
    }

    private Optional<Value> child(String step) {
        return switch (this) {
            case Fields fields -> fields.get(step);
            case Items(var items) -> {
                int index = FieldPath.index(step);
                yield index >= 0 && index < items.size()
                        ? Optional.of(items.get(index))
                        : Optional.empty();
            }
            case Flag f -> Optional.empty();
            case Num n -> Optional.empty();
            case Text t -> Optional.empty();
            case Nothing n -> Optional.empty();
        };
    }

    /**
     * This value with the part at a path replaced; missing structs on the way are created, and an
     * index one past the end of a list appends.
     *
     * @throws SchemaException when the path leads through a value that has no parts or past the end
     *     of a list
     */
    default Value with(FieldPath path, Value replacement) {
        if (path.isEmpty()) {
            return replacement;
        }
        String step = path.first();
        Value part = child(step).orElse(EMPTY).with(path.rest(), replacement);
        return switch (this) {
            case Fields(var fields) -> {
                var copy = new LinkedHashMap<>(fields);
                copy.put(step, part);
                yield new Fields(copy);
            }
            case Items(var items) -> new Items(replaced(items, step, part));
            case Nothing n -> fields(step, part);
            case Flag f -> throw SchemaException.noPart(step, this);
            case Num n -> throw SchemaException.noPart(step, this);
            case Text t -> throw SchemaException.noPart(step, this);
        };
    }

    private List<Value> replaced(List<Value> items, String step, Value part) {
        int index = FieldPath.index(step);
        if (index < 0 || index > items.size()) {
            throw SchemaException.noPart(step, this);
        }
        var copy = new ArrayList<>(items);
        if (index == items.size()) {
            copy.add(part);
        } else {
            copy.set(index, part);
        }
        return copy;
    }

    /** This value without the part at a path; unchanged where there is no such part. */
    default Value without(FieldPath path) {
        if (path.isEmpty() || at(path).isEmpty()) {
            return this;
        }
        if (path.steps().size() > 1) {
            return with(path.parent(), at(path.parent()).orElseThrow().without(path.last()));
        }
        return switch (this) {
            case Fields(var fields) -> {
                var copy = new LinkedHashMap<>(fields);
                copy.remove(path.first());
                yield new Fields(copy);
            }
            case Items(var items) -> {
                var copy = new ArrayList<>(items);
                copy.remove(FieldPath.index(path.first()));
                yield new Items(copy);
            }
            case Flag f -> this;
            case Num n -> this;
            case Text t -> this;
            case Nothing n -> this;
        };
    }

    /** The number at a path, or the fallback where there is none. */
    default double number(String path, double fallback) {
        return at(FieldPath.parse(path))
                .map(v -> v instanceof Num(var n) ? n : fallback)
                .orElse(fallback);
    }

    /** The text at a path, or the fallback where there is none. */
    default String text(String path, String fallback) {
        return at(FieldPath.parse(path))
                .map(v -> v instanceof Text(var t) ? t : fallback)
                .orElse(fallback);
    }

    /** The truth value at a path, or the fallback where there is none. */
    default boolean flag(String path, boolean fallback) {
        return at(FieldPath.parse(path))
                .map(v -> v instanceof Flag(var on) ? on : fallback)
                .orElse(fallback);
    }

    /** The list at a path, empty where there is none. */
    default List<Value> items(String path) {
        return at(FieldPath.parse(path))
                .map(v -> v instanceof Items(var items) ? items : List.<Value>of())
                .orElse(List.of());
    }

    /** The names of the fields, empty for anything but a struct. */
    default Map<String, Value> members() {
        return this instanceof Fields(var fields) ? fields : Map.of();
    }
}
