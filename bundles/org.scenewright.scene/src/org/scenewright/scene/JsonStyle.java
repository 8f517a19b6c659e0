// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Map;

/**
 * How somebody writes JSON.
 *
 * @param newline what ends a line; empty where all stands on one line
 * @param unit what a line is indented by for each level
 * @param colon what stands between a name and its value
 * @param comma what stands between two values on the same line
 */
record JsonStyle(String newline, String unit, String colon, String comma) {

    /** The style of the SDK's own tools. */
    static final JsonStyle OFFICIAL = new JsonStyle("\n", "  ", ": ", ", ");

    /** The style that a text is written in, as far as its beginning shows it. */
    static JsonStyle of(byte[] text) {
        var clues = new JsonClues(text);
        if (clues.isBare()) {
            return OFFICIAL;
        }
        String colon = clues.colon();
        return new JsonStyle(
                clues.newline(), clues.unit(), colon, colon.endsWith(" ") ? ", " : ",");
    }

    /** Whether each part of a value has a line of its own, as far as the beginning shows it. */
    boolean isOnLines() {
        return !newline.isEmpty() && !unit.isEmpty();
    }

    /**
     * The text of a value.
     *
     * @param indent what the line is indented by on which the value starts
     * @param lines whether each part has a line of its own
     */
    String print(Value value, String indent, boolean lines) {
        var out = new StringBuilder();
        print(out, value, lines ? newline + indent : "");
        return out.toString();
    }

    /** A name with its value. */
    String print(String name, Value value, String indent, boolean lines) {
        return quoted(name) + colon + print(value, indent, lines);
    }

    private void print(StringBuilder out, Value value, String line) {
        switch (value) {
            case Value.Fields(var fields) -> fields(out, fields, line);
            case Value.Items(var items) -> items(out, items, line);
            case Value.Text(var text) -> out.append(quoted(text));
            case Value.Flag f -> out.append(ValueJson.print(f));
            case Value.Num n -> out.append(ValueJson.print(n));
            case Value.Nothing n -> out.append(ValueJson.print(n));
        }
    }

    private void fields(StringBuilder out, Map<String, Value> fields, String line) {
        String inner = line.isEmpty() ? "" : line + unit;
        String before = "{" + inner;
        for (var field : fields.entrySet()) {
            out.append(before).append(quoted(field.getKey())).append(colon);
            print(out, field.getValue(), inner);
            before = between(inner);
        }
        out.append(fields.isEmpty() ? "{" : line).append('}');
    }

    private void items(StringBuilder out, List<Value> items, String line) {
        String inner = line.isEmpty() ? "" : line + unit;
        String before = "[" + inner;
        for (var item : items) {
            out.append(before);
            print(out, item, inner);
            before = between(inner);
        }
        out.append(items.isEmpty() ? "[" : line).append(']');
    }

    private String between(String inner) {
        return inner.isEmpty() ? comma : "," + inner;
    }

    private static String quoted(String text) {
        return ValueJson.print(Value.of(text));
    }
}
