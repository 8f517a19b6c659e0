// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the components of the SDK and their fields are for, as {@code core-notes.txt} tells it. */
final class CoreNotes {
    /** Before what is said of a field whose number is none of the scene's own entities. */
    private static final String FOREIGN = "(foreign) ";

    private final Map<String, String> components = new HashMap<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();
    private final Map<String, Set<String>> foreign = new HashMap<>();

    static CoreNotes load() {
        try (var in = CoreNotes.class.getResourceAsStream("core-notes.txt")) {
            if (in == null) {
                throw new IllegalStateException("core-notes.txt is missing from the bundle");
            }
            return new CoreNotes(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each component, with its name before its text, and below it its fields alike. */
    private CoreNotes(String text) {
        String component = "";
        for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            String[] words = line.strip().split(" ", 2);
            if (line.startsWith(" ")) {
                field(component, words[0], words[1]);
            } else {
                component = words[0];
                components.put(component, words[1]);
            }
        }
    }

    private void field(String component, String field, String text) {
        if (text.startsWith(FOREIGN)) {
            foreign.computeIfAbsent(component, name -> new HashSet<>()).add(field);
        }
        fields.computeIfAbsent(component, name -> new HashMap<>())
                .put(field, text.startsWith(FOREIGN) ? text.substring(FOREIGN.length()) : text);
    }

    About of(String component) {
        return new About(
                "",
                false,
                components.getOrDefault(component, ""),
                fields.getOrDefault(component, Map.of()),
                foreign.getOrDefault(component, Set.of()));
    }

    /** All components of which something is told, with the paths of their fields. */
    Map<String, Map<String, String>> all() {
        return Map.copyOf(fields);
    }
}
