// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Title;
import org.scenewright.schema.Value;

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

    /** Lists may be endless, and most of their items have the same fields. */
    private static final int MOST_ITEMS = 100;

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
                Title.of(type.shortName()),
                type.name(),
                type.about().packageName());
    }

    /** By its name or by any of the fields that it shows. */
    boolean finds(ComponentType type, Target target) {
        var value = target.snapshot().value(target.entities().getFirst(), type.name());
        return findsName(type) || finds(type.schema(), value.orElse(Value.EMPTY));
    }

    /** By any of the fields that are shown of a value of this shape. */
    boolean finds(Schema schema, Value value) {
        return finds(schema, value, "");
    }

    private boolean finds(Schema schema, Value value, String path) {
        return switch (schema) {
            case Schema.Struct(var fields) -> fields.stream().anyMatch(f -> finds(f, value, path));
            case Schema.OneOf oneOf ->
                    oneOf.chosen(value).filter(c -> finds(oneOf, c, value, path)).isPresent();
            case Schema.Maybe(var inner) -> finds(inner, value, path);
            case Schema.Items(var element) ->
                    value.items("").stream()
                            .limit(MOST_ITEMS)
                            .anyMatch(item -> finds(element, item, path));
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

    private boolean finds(Schema.Field field, Value whole, String path) {
        String longer = longer(path, field);
        var value = whole.at(FieldPath.of(field.name())).orElse(field.fallback());
        return finds(Title.of(field.name()), longer) || finds(field.schema(), value, longer);
    }

    private boolean finds(Schema.OneOf oneOf, Schema.Field chosen, Value whole, String path) {
        String longer = longer(path, chosen);
        var value = oneOf.content(whole).orElse(chosen.fallback());
        return finds(Title.of(chosen.name()), longer) || finds(chosen.schema(), value, longer);
    }

    private static String longer(String path, Schema.Field field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }
}
