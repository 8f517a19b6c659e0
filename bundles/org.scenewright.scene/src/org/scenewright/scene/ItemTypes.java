// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The types of the components of an item.
 *
 * @param all those of a scene and those of the item
 * @param added those that the scene did not have
 */
record ItemTypes(ComponentTypes all, List<ComponentType> added) {
    private static final Pattern VERSION = Pattern.compile("-v[0-9]+$");

    /**
     * The types of an item in a scene, which has to know every component of the SDK and of its
     * editors in the very version; of others the item may say what they look like.
     *
     * @throws SchemaException where it does not know one
     */
    static ItemTypes of(ComponentTypes known, SceneItem item) {
        var all = known;
        var added = new ArrayList<ComponentType>();
        for (var part : item.parts()) {
            var type = known.find(part.component());
            if (type.filter(t -> !isUsable(t)).isPresent()) {
                throw new SchemaException(
                        part.component() + " is nothing that an item can bring into a scene");
            }
            if (type.isEmpty()) {
                added.add(declared(known, part));
                all = all.with(added.getLast());
            }
        }
        return new ItemTypes(all, List.copyOf(added));
    }

    private static boolean isUsable(ComponentType type) {
        return switch (type.role()) {
            case AUTHORED, EDITOR -> true;
            case RESULT, UNSUPPORTED -> false;
        };
    }

    private static ComponentType declared(ComponentTypes known, SceneItem.Part part) {
        String name = part.component();
        return part.jsonSchema()
                .filter(schema -> StoredSchemas.isOpen(name))
                .map(
                        schema ->
                                ComponentType.declared(
                                        name, JsonSchemas.read(ValueJson.write(schema))))
                .orElseThrow(() -> unknown(known, name));
    }

    private static SchemaException unknown(ComponentTypes known, String name) {
        String base = VERSION.matcher(name).replaceAll("");
        return new SchemaException(
                Optional.of(base)
                        .filter(other -> !other.equals(name))
                        .flatMap(known::find)
                        .map(other -> "it needs %s, a version of %s that this scene does not have")
                        .orElse("it needs %s, a component that this scene does not have")
                        .formatted(name, base));
    }
}
