// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.List;

/** What a codec needs of a value, or the exception that says what was found instead. */
final class Expect {
    private Expect() {}

    static boolean flag(Value value) {
        return value instanceof Value.Flag(var on) ? on : fail("true or false", value);
    }

    static double number(Value value) {
        return value instanceof Value.Num(var number) ? number : fail("a number", value);
    }

    static String text(Value value) {
        return value instanceof Value.Text(var text) ? text : fail("a text", value);
    }

    static List<Value> items(Value value) {
        return value instanceof Value.Items(var items) ? items : fail("a list", value);
    }

    static Value.Fields fields(Value value) {
        return value instanceof Value.Fields fields ? fields : fail("a struct", value);
    }

    /** The name of the case that a one-of has chosen; empty for none. */
    static String chosen(Value.Fields oneOf) {
        return oneOf.get(Schema.OneOf.CASE).map(Expect::text).orElse("");
    }

    /** Whether a choice is one of numbers and not of texts. */
    static boolean isOfNumbers(List<Schema.Option> options) {
        return options.isEmpty() || options.getFirst().value() instanceof Value.Num;
    }

    /** A whole number between two bounds, both included. */
    static long whole(Value value, double least, double greatest) {
        double number = number(value);
        if (number != Math.rint(number) || number < least || number > greatest) {
            throw new SchemaException(
                    "%s is no whole number from %s to %s"
                            .formatted(
                                    JsonNumbers.spell(number),
                                    JsonNumbers.spell(least),
                                    JsonNumbers.spell(greatest)));
        }
        return (long) number;
    }

    /** The 32 bits of a number; signed and unsigned spellings are both welcome. */
    static int bits(Value value) {
        return (int) whole(value, Integer.MIN_VALUE, 0xFFFFFFFFL);
    }

    private static <T> T fail(String expected, Value found) {
        throw new SchemaException("expected " + expected + " but found " + kind(found));
    }

    static String kind(Value value) {
        return switch (value) {
            case Value.Flag f -> "true or false";
            case Value.Num n -> "a number";
            case Value.Text t -> "a text";
            case Value.Nothing n -> "nothing";
            case Value.Items i -> "a list";
            case Value.Fields f -> "a struct";
        };
    }
}
