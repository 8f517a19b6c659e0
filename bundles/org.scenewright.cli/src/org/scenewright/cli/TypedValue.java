// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value as people type it: JSON, or the name of a choice. */
record TypedValue(String typed) {

    /** A path as people type it: also with indices in brackets. */
    static FieldPath path(String typed) {
        return FieldPath.parse(typed.replaceAll("\\[(\\d+)]", ".$1").replaceAll("^\\.", ""));
    }

    /**
     * What is meant in a field.
     *
     * @throws CommandFailed when it is neither JSON nor a name that the field knows
     */
    Value in(Schema schema) {
        return switch (schema) {
            case Schema.Maybe(var inner) -> in(inner);
            case Schema.Choice(var options) -> choice(options);
            case Schema.Text t -> json(" A text is written in quotes, as JSON: '" + quoted() + "'");
            case Schema.Flag f -> json("");
            case Schema.Number n -> json("");
            case Schema.Mask m -> json("");
            case Schema.Vector v -> json("");
            case Schema.EntityReference e -> json("");
            case Schema.Items i -> json("");
            case Schema.Struct s -> json("");
            case Schema.OneOf o -> json("");
            case Schema.Opaque o -> json("");
        };
    }

    private String quoted() {
        return ComponentList.printable(ValueJson.print(Value.of(typed)));
    }

    private Value json(String hint) {
        try {
            return ValueJson.parse(typed);
        } catch (SchemaException notJson) {
            throw new CommandFailed("The value is not JSON: " + notJson.getMessage() + hint);
        }
    }

    /** A value of the field's own goes before a name. */
    private Value choice(List<Schema.Option> options) {
        return named(options).orElseGet(() -> json(" There are: " + labels(options) + "."));
    }

    private Optional<Value> named(List<Schema.Option> options) {
        boolean isValue = options.stream().anyMatch(o -> ValueJson.print(o.value()).equals(typed));
        return options.stream()
                .filter(o -> !isValue)
                .filter(o -> o.label().equals(typed) || typed.equals("\"" + o.label() + "\""))
                .map(Schema.Option::value)
                .findFirst();
    }

    private static String labels(List<Schema.Option> options) {
        return options.stream().map(Schema.Option::label).collect(Collectors.joining(", "));
    }

    /** The schema of a part; opaque where nothing is known of it. */
    static Schema schema(Schema whole, FieldPath path) {
        var unknown = new Schema.Opaque("");
        if (path.isEmpty()) {
            return whole;
        }
        return switch (whole) {
            case Schema.Maybe(var inner) -> schema(inner, path);
            case Schema.Items(var element) -> schema(element, path.rest());
            case Schema.Struct(var fields) -> schema(fields, path).orElse(unknown);
            case Schema.OneOf oneOf -> schema(oneOf.cases(), path).orElse(unknown);
            case Schema.Vector v -> unknown;
            case Schema.Flag f -> unknown;
            case Schema.Number n -> unknown;
            case Schema.Text t -> unknown;
            case Schema.Choice c -> unknown;
            case Schema.Mask m -> unknown;
            case Schema.EntityReference e -> unknown;
            case Schema.Opaque o -> unknown;
        };
    }

    private static Optional<Schema> schema(List<Schema.Field> fields, FieldPath path) {
        return fields.stream()
                .filter(field -> field.name().equals(path.first()))
                .map(field -> schema(field.schema(), path.rest()))
                .findFirst();
    }
}
