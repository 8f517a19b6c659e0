// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the fields of a struct, and where in arrays its values stand; thousands of structs
 * share one.
 *
 * <p>Two shapes are never equal.
 */
final class Shape {
    static final Shape EMPTY = new Shape(List.of(), List.of(), new Range(0, 0), new Range(0, 0));

    private final List<String> names;
    private final List<Part> parts;
    private final Range numbers;
    private final Range others;
    private final int size;

    /** Indices from one up to another. */
    record Range(int from, int to) {
        private Range moved(int by) {
            return new Range(from + by, to + by);
        }

        private Range longer(int by) {
            return new Range(from, to + by);
        }
    }

    /** Where the value of a field is. */
    sealed interface Part {
        /** Among the numbers. */
        record Number(int index) implements Part {}

        /** Among the others, as a string. */
        record Text(int index) implements Part {}

        /** Among the others. */
        record Other(int index) implements Part {}

        /** Here: the same for all. */
        record Same(Value value) implements Part {}

        /** Spread over the arrays. */
        record Nested(Shape shape) implements Part {}
    }

    private Shape(List<String> names, List<Part> parts, Range numbers, Range others) {
        this.names = names;
        this.parts = parts;
        this.numbers = numbers;
        this.others = others;
        this.size = parts.stream().mapToInt(Shape::size).sum();
    }

    private static int size(Part part) {
        return part instanceof Part.Nested(var shape) ? 1 + shape.size : 1;
    }

    /** Which numbers are those of the struct and of the ones nested in it. */
    Range numbers() {
        return numbers;
    }

    /** Which of the others are. */
    Range others() {
        return others;
    }

    /** How many fields there are, those of nested structs included. */
    int size() {
        return size;
    }

    List<String> names() {
        return names;
    }

    Part part(int index) {
        return parts.get(index);
    }

    /** The index of a field; -1 where there is none of that name. */
    int index(@Nullable Object name) {
        int index = names.size() - 1;
        while (index >= 0 && !names.get(index).equals(name)) {
            index--;
        }
        return index;
    }

    Shape withNumber(String name) {
        return with(name, new Part.Number(numbers.to()), numbers.longer(1), others);
    }

    Shape withText(String name) {
        return with(name, new Part.Text(others.to()), numbers, others.longer(1));
    }

    Shape withOther(String name) {
        return with(name, new Part.Other(others.to()), numbers, others.longer(1));
    }

    Shape withSame(String name, Value value) {
        return with(name, new Part.Same(value), numbers, others);
    }

    Shape withNested(String name, Shape nested) {
        return with(
                name,
                new Part.Nested(nested.moved(numbers.to(), others.to())),
                numbers.longer(nested.numbers.to()),
                others.longer(nested.others.to()));
    }

    private Shape with(String name, Part part, Range moreNumbers, Range moreOthers) {
        return new Shape(longer(names, name), longer(parts, part), moreNumbers, moreOthers);
    }

    private static <T> List<T> longer(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    private Shape moved(int byNumbers, int byOthers) {
        var moved = parts.stream().map(part -> moved(part, byNumbers, byOthers)).toList();
        return new Shape(names, moved, numbers.moved(byNumbers), others.moved(byOthers));
    }

    private static Part moved(Part part, int byNumbers, int byOthers) {
        return switch (part) {
            case Part.Number(var index) -> new Part.Number(index + byNumbers);
            case Part.Text(var index) -> new Part.Text(index + byOthers);
            case Part.Other(var index) -> new Part.Other(index + byOthers);
            case Part.Same same -> same;
            case Part.Nested(var shape) -> new Part.Nested(shape.moved(byNumbers, byOthers));
        };
    }
}
