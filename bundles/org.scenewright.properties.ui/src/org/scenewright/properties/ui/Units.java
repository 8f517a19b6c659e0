// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What people type into a number field: an expression, and behind it perhaps a unit. */
final class Units {
    /** How many of the first unit each unit of a family is. */
    private static final List<Map<String, Double>> FAMILIES =
            List.of(
                    Map.of("m", 1.0, "mm", 0.001, "cm", 0.01, "km", 1000.0),
                    Map.of("s", 1.0, "ms", 0.001, "min", 60.0, "h", 3600.0),
                    Map.of("\u00b0", 1.0, "deg", 1.0, "degrees", 1.0, "rad", 180 / Math.PI));

    private static final Pattern WITH_UNIT = Pattern.compile("(.*?[0-9.)])\\s*([\\p{L}\u00b0%].*)");
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
        var parts = WITH_UNIT.matcher(typed.strip());
        if (!parts.matches()) {
            return bare;
        }
        var number = Arithmetic.evaluate(parts.group(1));
        var factor = factor(parts.group(2).strip().toLowerCase(Locale.ROOT), unit);
        return number.isPresent() && factor.isPresent()
                ? OptionalDouble.of(number.getAsDouble() * factor.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble factor(String typed, String unit) {
        if (typed.equals(unit.toLowerCase(Locale.ROOT))) {
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
