// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a person looks for among the fields.
 *
 * @param words all of which have to occur, in lower case
 */
record Search(List<String> words) {
    static final Search EVERYTHING = new Search(List.of());

    static Search of(String typed) {
        return new Search(
                Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    boolean isEverything() {
        return words.isEmpty();
    }

    /** Whether every word occurs in one of the texts. */
    boolean finds(String... texts) {
        return words.stream()
                .allMatch(
                        word ->
                                Stream.of(texts)
                                        .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(word)));
    }

    /** By its title, its name and the path to it. */
    boolean finds(Slot slot) {
        return finds(slot.label(), slot.path().toString());
    }

    /** By its name and its package, whatever fields it has. */
    boolean findsName(ComponentType type) {
        return finds(
                type.shortName(),
                Slot.title(type.shortName()),
                type.name(),
                type.about().packageName());
    }

    /** By its name or by any of its fields. */
    boolean finds(ComponentType type) {
        return findsName(type) || finds(type.schema(), "");
    }

    private boolean finds(Schema schema, String path) {
        return switch (schema) {
            case Schema.Struct(var fields) -> fields.stream().anyMatch(f -> finds(f, path));
            case Schema.OneOf(var cases, var boxed) -> cases.stream().anyMatch(c -> finds(c, path));
            case Schema.Maybe(var inner) -> finds(inner, path);
            case Schema.Items(var element) -> finds(element, path);
            case Schema.Flag f -> false;
            case Schema.Number n -> false;
            case Schema.Text t -> false;
            case Schema.Choice c -> false;
            case Schema.Mask m -> false;
            case Schema.Vector v -> false;
            case Schema.EntityReference e -> false;
            case Schema.Opaque o -> false;
        };
    }

    private boolean finds(Schema.Field field, String path) {
        String longer = path.isEmpty() ? field.name() : path + "." + field.name();
        return finds(Slot.title(field.name()), longer) || finds(field.schema(), longer);
    }
}
