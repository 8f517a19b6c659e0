// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.jspecify.annotations.Nullable;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The fields of a struct whose names stand in a shape that others share, with the numbers of all
 * nested structs in one array.
 */
final class ShapedFields extends CompactFields {
    private static final double[] NO_NUMBERS = {};
    private static final Object[] NO_OTHERS = {};

    private final Shape shape;
    private final double[] numbers;
    private final Object[] others;

    private ShapedFields(Shape shape, double[] numbers, Object[] others) {
        this.shape = shape;
        this.numbers = numbers;
        this.others = others;
    }

    /**
     * @param values those of the fields in their order, of the kinds that the shape says
     */
    static ShapedFields of(Shape shape, Iterable<Value> values) {
        var numbers = shape.numbers().to() == 0 ? NO_NUMBERS : new double[shape.numbers().to()];
        var others = shape.others().to() == 0 ? NO_OTHERS : new Object[shape.others().to()];
        int number = 0;
        int other = 0;
        int index = 0;
        for (var value : values) {
            switch (shape.part(index++)) {
                case Shape.Part.Number n ->
                        numbers[number++] = value instanceof Value.Num(var d) ? d : 0;
                case Shape.Part.Text t ->
                        others[other++] = value instanceof Value.Text(var text) ? text : "";
                case Shape.Part.Other o -> others[other++] = value;
                case Shape.Part.Same s -> {}
                case Shape.Part.Nested(var nested) -> {
                    if (value instanceof Value.Fields(ShapedFields fields)) {
                        fields.copyTo(numbers, number, others, other);
                    }
                    number = nested.numbers().to();
                    other = nested.others().to();
                }
            }
        }
        return new ShapedFields(shape, numbers, others);
    }

    Shape shape() {
        return shape;
    }

    /** Whether nothing stands before its values in the arrays. */
    boolean isFirst() {
        return shape.numbers().from() == 0 && shape.others().from() == 0;
    }

    /** Whether the arrays hold nothing but its values. */
    boolean isWhole() {
        return shape.numbers().equals(new Shape.Range(0, numbers.length))
                && shape.others().equals(new Shape.Range(0, others.length));
    }

    @Override
    public @Nullable Value get(@Nullable Object name) {
        int index = shape.index(name);
        return index < 0 ? null : value(index);
    }

    private Value value(int index) {
        return switch (shape.part(index)) {
            case Shape.Part.Number(var at) -> Value.of(numbers[at]);
            case Shape.Part.Text(var at) -> Value.of((String) others[at]);
            case Shape.Part.Other(var at) -> (Value) others[at];
            case Shape.Part.Same(var value) -> value;
            case Shape.Part.Nested(var nested) ->
                    new Value.Fields(new ShapedFields(nested, numbers, others));
        };
    }

    private void copyTo(double[] allNumbers, int firstNumber, Object[] allOthers, int firstOther) {
        var from = shape.numbers();
        System.arraycopy(numbers, from.from(), allNumbers, firstNumber, from.to() - from.from());
        var rest = shape.others();
        System.arraycopy(others, rest.from(), allOthers, firstOther, rest.to() - rest.from());
    }

    @Override
    public int size() {
        return shape.names().size();
    }

    @Override
    public Set<String> keySet() {
        return new Entries<>() {
            @Override
            String at(int index) {
                return shape.names().get(index);
            }
        };
    }

    @Override
    public Set<Map.Entry<String, Value>> entrySet() {
        return new Entries<>() {
            @Override
            Map.Entry<String, Value> at(int index) {
                return Map.entry(shape.names().get(index), value(index));
            }
        };
    }

    private abstract class Entries<T> extends AbstractSet<T> {
        abstract T at(int index);

        @Override
        public Iterator<T> iterator() {
            return IntStream.range(0, size()).mapToObj(this::at).iterator();
        }

        @Override
        public int size() {
            return shape.names().size();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShapedFields f && f.shape == shape
                ? holdsSame(f)
                : super.equals(other);
    }

    private boolean holdsSame(ShapedFields f) {
        var n = shape.numbers();
        var o = shape.others();
        return Arrays.equals(numbers, n.from(), n.to(), f.numbers, n.from(), n.to())
                && Arrays.equals(others, o.from(), o.to(), f.others, o.from(), o.to());
    }

    /** A hash by the places of the numbers, unlike that of a map. */
    int orderedHash() {
        int hash = shape.hashCode();
        for (int i = shape.numbers().from(); i < shape.numbers().to(); i++) {
            hash = 31 * hash + Double.hashCode(numbers[i]);
        }
        for (int i = shape.others().from(); i < shape.others().to(); i++) {
            hash = 31 * hash + others[i].hashCode();
        }
        return hash;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
