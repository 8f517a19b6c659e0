// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain Java values as compact JSON, for fixtures that must not lean on what they test. */
public final class JsonWriter {
    private JsonWriter() {}

    /** Maps, lists, float arrays, numbers, booleans and texts; anything else as text. */
    public static String write(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> quoted(entry.getKey()) + ":" + write(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            case List<?> list ->
                    list.stream().map(JsonWriter::write).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number(number);
            case Boolean truth -> truth.toString();
            default -> quoted(value);
        };
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : number.toString();
    }

    private static String quoted(Object text) {
        return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
