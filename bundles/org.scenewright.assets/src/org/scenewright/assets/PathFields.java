// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.scene.AssetFields;
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
                .map(type -> AssetFields.in(type.schema(), value))
                .ifPresent(fields -> fields.forEach(this::tell));
    }

    private void tell(FieldPath at, String path) {
        found.accept(at.isEmpty() ? component : component + "." + at, path);
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
}
