// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Schema;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What a composite says of the shape of a component against what its definition says. */
final class SchemaDifference {
    private final BiConsumer<String, String> complaints;

    /**
     * @param complaints is told the dotted path of a part and how it differs
     */
    SchemaDifference(BiConsumer<String, String> complaints) {
        this.complaints = complaints;
    }

    void compare(Schema stored, Schema defined) {
        compare("", stored, defined);
    }

    private void compare(String path, Schema stored, Schema defined) {
        if (stored.equals(defined)) {
            return;
        }
        switch (defined) {
            case Schema.Struct(var now) when stored instanceof Schema.Struct(var was) ->
                    fields(path, was, now);
            case Schema.OneOf(var now, var b) when stored instanceof Schema.OneOf(var was, var o) ->
                    fields(path, was, now);
            case Schema.Items(var now) when stored instanceof Schema.Items(var was) ->
                    compare(path, was, now);
            case Schema.Maybe(var now) when stored instanceof Schema.Maybe(var was) ->
                    compare(path, was, now);
            case Schema.Choice now when stored instanceof Schema.Choice was ->
                    complaints.accept(path, "The scene knows other choices than the definition.");
            case Schema.Struct s -> kinds(path, stored, defined);
            case Schema.OneOf o -> kinds(path, stored, defined);
            case Schema.Items i -> kinds(path, stored, defined);
            case Schema.Maybe m -> kinds(path, stored, defined);
            case Schema.Choice c -> kinds(path, stored, defined);
            case Schema.Flag f -> kinds(path, stored, defined);
            case Schema.Number n -> kinds(path, stored, defined);
            case Schema.Text t -> kinds(path, stored, defined);
            case Schema.Mask m -> kinds(path, stored, defined);
            case Schema.Vector v -> kinds(path, stored, defined);
            case Schema.EntityReference e -> kinds(path, stored, defined);
            case Schema.Opaque o -> {}
        }
    }

    private void fields(String path, List<Schema.Field> stored, List<Schema.Field> defined) {
        for (var field : defined) {
            var was = Parts.field(stored, field.name());
            was.ifPresentOrElse(
                    known -> field(path, known, field),
                    () ->
                            complaints.accept(
                                    below(path, field),
                                    "The definition has this field, the scene does not have it"
                                            + " yet."));
        }
        for (var field : stored) {
            if (Parts.field(defined, field.name()).isEmpty()) {
                complaints.accept(
                        below(path, field),
                        "The scene has this field, the definition does not have it any more.");
            }
        }
        if (isReordered(stored, defined)) {
            complaints.accept(path, "The scene has the fields in another order.");
        }
    }

    private void field(String path, Schema.Field stored, Schema.Field defined) {
        if (stored.schema().equals(defined.schema())
                && !stored.fallback().equals(defined.fallback())) {
            complaints.accept(below(path, defined), "It has another default in the definition.");
        }
        compare(below(path, defined), stored.schema(), defined.schema());
    }

    private static boolean isReordered(List<Schema.Field> stored, List<Schema.Field> defined) {
        return !names(stored, defined).equals(names(defined, stored));
    }

    private static List<String> names(List<Schema.Field> fields, List<Schema.Field> others) {
        return fields.stream()
                .map(Schema.Field::name)
                .filter(name -> Parts.field(others, name).isPresent())
                .toList();
    }

    private static String below(String path, Schema.Field field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }

    private void kinds(String path, Schema stored, Schema defined) {
        complaints.accept(
                path,
                "This is "
                        + kind(stored)
                        + " in the scene and "
                        + kind(defined)
                        + " in the definition.");
    }

    private static String kind(Schema schema) {
        return switch (schema) {
            case Schema.Flag f -> "true or false";
            case Schema.Number(var kind, var unit) ->
                    "a number (" + kind.name().toLowerCase(Locale.ROOT) + ")";
            case Schema.Text t -> "a text";
            case Schema.Choice c -> "a choice";
            case Schema.Mask m -> "a set of flags";
            case Schema.Vector(var kind) -> "a " + kind.name().toLowerCase(Locale.ROOT);
            case Schema.EntityReference e -> "an entity";
            case Schema.Items i -> "a list";
            case Schema.Struct s -> "a group of fields";
            case Schema.OneOf o -> "one of several cases";
            case Schema.Maybe(var inner) -> kind(inner) + " or nothing";
            case Schema.Opaque o -> "something unknown";
        };
    }
}
