// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Names of components and fields as people type them: short, or with a slip. */
final class SpelledName {
    private static final String SEPARATOR = "::";

    private SpelledName() {}

    /**
     * The full name of a component, which may be written without what stands before it where only
     * one is called so.
     *
     * @throws CommandFailed when there is none or more than one
     */
    static String component(ComponentTypes types, String asked) {
        if (types.find(asked).isPresent()) {
            return asked;
        }
        var names = types.all().stream().map(ComponentType::name).toList();
        var meant = names.stream().filter(name -> simple(name).equals(asked)).toList();
        if (meant.size() > 1) {
            String message = "\"%s\" may be %s; write one of them in full.";
            throw new CommandFailed(message.formatted(asked, String.join(" or ", meant)));
        }
        return meant.isEmpty() ? nothing(asked, names) : meant.getFirst();
    }

    private static String nothing(String asked, List<String> names) {
        boolean isFull = asked.contains(SEPARATOR);
        String near = Suggestion.of(asked, names, name -> isFull ? name : simple(name));
        throw new CommandFailed(
                "There is no component type \"" + asked + "\" in this scene." + near);
    }

    private static String simple(String name) {
        int separator = name.lastIndexOf(SEPARATOR);
        return separator < 0 ? name : name.substring(separator + SEPARATOR.length());
    }

    /** What to say of the first step of a path that a schema does not have; empty if it has all. */
    static String hint(Schema schema, FieldPath path) {
        if (path.isEmpty()) {
            return "";
        }
        return switch (schema) {
            case Schema.Maybe(var inner) -> hint(inner, path);
            case Schema.Items(var element) -> hint(element, path.rest());
            case Schema.Struct(var fields) -> hint(fields, path);
            case Schema.OneOf oneOf ->
                    path.first().equals(Schema.OneOf.CASE) || path.first().equals("value")
                            ? ""
                            : hint(oneOf.cases(), path);
            case Schema.Vector(var kind) -> absent(path.first(), kind.parts());
            case Schema.Flag f -> "";
            case Schema.Number n -> "";
            case Schema.Text t -> "";
            case Schema.Choice c -> "";
            case Schema.Mask m -> "";
            case Schema.EntityReference e -> "";
            case Schema.Opaque o -> "";
        };
    }

    private static String hint(List<Schema.Field> fields, FieldPath path) {
        Optional<Schema.Field> found =
                fields.stream().filter(field -> field.name().equals(path.first())).findFirst();
        return found.map(f -> hint(f.schema(), path.rest()))
                .orElseGet(
                        () ->
                                absent(
                                        path.first(),
                                        fields.stream().map(Schema.Field::name).toList()));
    }

    private static String absent(String step, List<String> names) {
        if (names.contains(step) || names.isEmpty()) {
            return "";
        }
        String near = Suggestion.of(step, names, UnaryOperator.identity());
        return near.isEmpty() ? " There are: " + String.join(", ", names) + "." : near;
    }
}
