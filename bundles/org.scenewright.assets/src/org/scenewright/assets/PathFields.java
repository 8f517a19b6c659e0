// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.function.BiConsumer;

/**
 * The paths that the value of a component holds, as far as its type says that they are some.
 *
 * @param component its name
 * @param found is told each field, as {@link AssetBindings} names it, and its path; empty ones not
 */
record PathFields(String component, BiConsumer<String, String> found) {

    /** Whether a component can hold paths. */
    static boolean isIn(SceneSnapshot scene, String component) {
        return scene.types().find(component).filter(type -> holdsPath(type.schema())).isPresent();
    }

    /** Goes through a value of the component. */
    void read(SceneSnapshot scene, Value value) {
        scene.types()
                .find(component)
                .ifPresent(type -> read(type.schema(), value, FieldPath.WHOLE));
    }

    private static boolean holdsPath(Schema schema) {
        return switch (schema) {
            case Schema.Text(var use) -> use == Schema.TextUse.ASSET_PATH;
            case Schema.Items(var element) -> holdsPath(element);
            case Schema.Struct(var fields) -> fields.stream().anyMatch(f -> holdsPath(f.schema()));
            case Schema.OneOf oneOf -> oneOf.cases().stream().anyMatch(f -> holdsPath(f.schema()));
            case Schema.Maybe(var inner) -> holdsPath(inner);
            case Schema.Flag f -> false;
            case Schema.Number n -> false;
            case Schema.Choice c -> false;
            case Schema.Mask m -> false;
            case Schema.Vector v -> false;
            case Schema.EntityReference e -> false;
            case Schema.Opaque o -> false;
        };
    }

    private void read(Schema schema, Value value, FieldPath at) {
        switch (schema) {
            case Schema.Text(var use) -> text(use, value, at);
            case Schema.Items(var element) -> items(element, value, at);
            case Schema.Struct(var fields) -> fields.forEach(field -> part(field, value, at));
            case Schema.OneOf oneOf -> chosen(oneOf, value, at);
            case Schema.Maybe(var inner) -> read(inner, value, at);
            case Schema.Flag f -> {}
            case Schema.Number n -> {}
            case Schema.Choice c -> {}
            case Schema.Mask m -> {}
            case Schema.Vector v -> {}
            case Schema.EntityReference e -> {}
            case Schema.Opaque o -> {}
        }
    }

    private void text(Schema.TextUse use, Value value, FieldPath at) {
        if (use == Schema.TextUse.ASSET_PATH
                && value instanceof Value.Text(var path)
                && !path.isEmpty()) {
            found.accept(at.isEmpty() ? component : component + "." + at, path);
        }
    }

    private void items(Schema element, Value value, FieldPath at) {
        int index = 0;
        for (var item : value.items("")) {
            read(element, item, at.child(index++));
        }
    }

    private void part(Schema.Field field, Value whole, FieldPath at) {
        var part = whole.members().get(field.name());
        if (part != null) {
            read(field.schema(), part, at.child(field.name()));
        }
    }

    private void chosen(Schema.OneOf oneOf, Value value, FieldPath at) {
        oneOf.chosen(value)
                .map(c -> new Schema.Field(oneOf.key(c.name()), c.schema(), c.fallback()))
                .ifPresent(content -> part(content, value, at));
    }
}
