// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Lets values that are read soon after one another take little room: equal ones are the same
 * object, and structs with equal names share these. Confined to one thread.
 */
public final class ValuePool {
    private static final int BITS = 14;

    /** Beyond, a table finds a name sooner, and shapes are hardly ever shared. */
    private static final int LARGEST = 48;

    private static final int MOST_SHAPES = 4096;
    private static final String NUMBER = "a number";
    private static final String TEXT = "a text";
    private static final String OTHER = "another value";

    // Whoever shares no values pays for no table of them.
    private @Nullable Value[] slots = {};
    private final Map<Step, Shape> shapes = new HashMap<>();

    /** The way from a shape to the one with one more field. */
    private record Step(Shape from, String name, Object kind) {}

    /** An equal value, perhaps one that was there before. */
    public Value shared(Value value) {
        // The golden ratio spreads even hashes of round numbers, which differ in few bits.
        slots = slots.length == 0 ? new Value[1 << BITS] : slots;
        int slot = hash(value) * 0x9E3779B9 >>> Integer.SIZE - BITS;
        var known = slots[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        slots[slot] = value;
        return value;
    }

    /** Unlike the hash of a map, this one tells red from green with the same numbers. */
    private static int hash(Value value) {
        int hash = 1;
        switch (value) {
            case Value.Fields(ShapedFields fields) -> hash = fields.orderedHash();
            case Value.Fields(var fields) -> {
                for (var field : fields.entrySet()) {
                    hash = 31 * (31 * hash + field.getKey().hashCode()) + hash(field.getValue());
                }
            }
            case Value.Items(var items) -> {
                for (var item : items) {
                    hash = 31 * hash + hash(item);
                }
            }
            case Value.Num n -> hash = n.hashCode();
            case Value.Text t -> hash = t.hashCode();
            case Value.Flag f -> hash = f.hashCode();
            case Value.Nothing n -> hash = 0;
        }
        return hash ^ hash >>> 16;
    }

    /** A struct with these fields. */
    public Value.Fields fields(SequencedMap<String, Value> fields) {
        var shape = Shape.EMPTY;
        for (var field : fields.entrySet()) {
            var step = new Step(shape, field.getKey(), kind(field.getKey(), field.getValue()));
            var known = shapes.get(step);
            if (known == null && (shape.size() >= LARGEST || shapes.size() >= MOST_SHAPES)) {
                return new Value.Fields(fields);
            }
            shape = known == null ? longer(step) : known;
            if (known == null) {
                shapes.put(step, shape);
            }
        }
        return shape.size() > LARGEST
                ? new Value.Fields(fields)
                : new Value.Fields(ShapedFields.of(shape, fields.values()));
    }

    /** An equal value that takes little room, as if it had been read struct by struct. */
    public Value compact(Value value) {
        return switch (value) {
            case Value.Fields(TransformFields bytes) -> value;
            case Value.Fields(ShapedFields shaped) when shaped.isWhole() -> value;
            case Value.Fields(var fields) -> {
                var parts = new LinkedHashMap<String, Value>();
                fields.forEach((name, part) -> parts.put(name, compact(part)));
                yield fields(parts);
            }
            case Value.Items(var items) -> Value.of(items.stream().map(this::compact).toList());
            case Value.Num n -> value;
            case Value.Text t -> value;
            case Value.Flag f -> value;
            case Value.Nothing n -> value;
        };
    }

    /** What the shape of a struct tells of the value of a field. */
    private static Object kind(String name, Value value) {
        return switch (value) {
            case Value.Num n -> NUMBER;
            case Value.Fields(ShapedFields nested) when nested.isFirst() -> nested.shape();
            // Few cases are chosen by many.
            case Value.Text text -> name.equals(Schema.OneOf.CASE) ? text : TEXT;
            case Value.Fields f -> OTHER;
            case Value.Items i -> OTHER;
            case Value.Flag f -> OTHER;
            case Value.Nothing n -> OTHER;
        };
    }

    private static Shape longer(Step step) {
        return switch (step.kind()) {
            case Shape nested -> step.from().withNested(step.name(), nested);
            case Value same -> step.from().withSame(step.name(), same);
            case Object kind when kind == NUMBER -> step.from().withNumber(step.name());
            case Object kind when kind == TEXT -> step.from().withText(step.name());
            default -> step.from().withOther(step.name());
        };
    }
}
