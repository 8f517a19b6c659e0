// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What people type into a number field: an expression, and behind it perhaps a unit. */
final class Units {
    /** How many of the first unit each unit of a family is. */
    private static final List<Map<String, Double>> FAMILIES =
            List.of(
                    Map.of("m", 1.0, "mm", 0.001, "cm", 0.01, "km", 1000.0),
                    Map.of("s", 1.0, "ms", 0.001, "min", 60.0, "h", 3600.0),
                    Map.of("\u00b0", 1.0, "deg", 1.0, "degrees", 1.0, "rad", 180 / Math.PI));

    private static final int LONGEST = 200;

    private Units() {}

    /**
     * The number in the unit of the field.
     *
     * @param unit empty where nobody has said what the field counts: then what needs no conversion
     *     is understood
     */
    static OptionalDouble evaluate(String typed, String unit) {
        var bare = Arithmetic.evaluate(typed);
        if (bare.isPresent() || typed.length() > LONGEST) {
            return bare;
        }
        // The unit begins where what stands before it is a number: "1e2 m" has letters in both.
        return IntStream.range(1, typed.length())
                .mapToObj(at -> evaluate(typed.substring(0, at), typed.substring(at), unit))
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst();
    }

    private static OptionalDouble evaluate(String expression, String typedUnit, String unit) {
        var factor = factor(typedUnit.strip().toLowerCase(Locale.ROOT), unit);
        var number = factor.isPresent() ? Arithmetic.evaluate(expression) : factor;
        return number.isPresent()
                ? OptionalDouble.of(number.getAsDouble() * factor.getAsDouble())
                : number;
    }

    private static OptionalDouble factor(String typed, String unit) {
        if (!typed.isEmpty() && typed.equals(unit.toLowerCase(Locale.ROOT))) {
            return OptionalDouble.of(1);
        }
        return FAMILIES.stream()
                .filter(family -> family.containsKey(typed))
                .filter(
                        family ->
                                unit.isEmpty() ? family.get(typed) == 1 : family.containsKey(unit))
                .mapToDouble(family -> family.get(typed) / family.getOrDefault(unit, 1.0))
                .findFirst();
    }
}
