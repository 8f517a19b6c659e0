// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.scenewright.crdt.ComponentId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The one table of the SDK's components, as {@code core-components.txt} lists them. */
final class CoreTable {
    static final String TRANSFORM = "core::Transform";

    private static final String PREFIX = "core::";
    private static final CoreTable TABLE = new CoreTable(lines());

    private final Map<String, ComponentId> numbers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Hint> hints = new HashMap<>();

    /** A component with a message of its own. */
    record Row(ComponentId id, String name, ComponentType.Role role) {
        String message() {
            return messageOf(name);
        }
    }

    /**
     * What a descriptor does not say of a field.
     *
     * @param use what it stands for; empty for nothing special
     * @param fallback the value that holds while it is absent
     */
    record Hint(String use, Optional<Value> fallback) {
        static final Hint NONE = new Hint("", Optional.empty());
    }

    private CoreTable(List<String> lines) {
        numbers.put(TRANSFORM, new ComponentId(1));
        for (String line : lines) {
            if (line.startsWith(" ")) {
                hint(line.strip());
            } else if (!line.startsWith("#")) {
                row(line.split(" "));
            }
        }
    }

    private void row(String[] words) {
        var id = new ComponentId(Integer.parseInt(words[0]));
        var role = words.length > 2 ? role(words[2]) : ComponentType.Role.AUTHORED;
        rows.add(new Row(id, PREFIX + words[1], role));
        numbers.put(PREFIX + words[1], id);
    }

    private static ComponentType.Role role(String word) {
        return ComponentType.Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private void hint(String line) {
        String[] sides = line.split(" = ", 2);
        String[] field = sides[0].split(" : ", 2);
        var fallback =
                sides.length > 1 ? Optional.of(ValueJson.parse(sides[1])) : Optional.<Value>empty();
        hints.put(field[0], new Hint(field.length > 1 ? field[1] : "", fallback));
    }

    private static List<String> lines() {
        try (var in = CoreTable.class.getResourceAsStream("core-components.txt")) {
            if (in == null) {
                throw new IllegalStateException("core-components.txt is missing from the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ComponentId> number(String name) {
        return Optional.ofNullable(TABLE.numbers.get(name));
    }

    static List<Row> rows() {
        return TABLE.rows;
    }

    /**
     * What is known of a field, by its message and its name in JSON: {@code
     * PBMaterial.PbrMaterial.metallic}.
     */
    static Hint hint(String message, String field) {
        return TABLE.hints.getOrDefault(message + "." + field, Hint.NONE);
    }

    /** All fields of which something is known. */
    static List<String> hinted() {
        return List.copyOf(TABLE.hints.keySet());
    }

    /** The message that a core component's values are written as. */
    static String messageOf(String componentName) {
        return "PB" + componentName.substring(PREFIX.length());
    }

    static boolean isProtobuf(String componentName) {
        return !componentName.equals(TRANSFORM) && TABLE.numbers.containsKey(componentName);
    }
}
