// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.ArrayList;

/** The component types that every scene knows: those of the SDK and those of its editors. */
public final class CoreComponents {
    private CoreComponents() {}

    /** All of them, the core components first; a new set at each call. */
    public static ComponentTypes load() {
        var descriptors = Descriptors.load();
        var schemas = new ProtoSchemas(descriptors.enumeration("ColliderLayer"));
        var types = new ArrayList<ComponentType>();
        types.add(transform());
        for (var row : CoreTable.rows()) {
            var message = descriptors.message(row.message());
            types.add(
                    new ComponentType(
                            row.name(),
                            row.id(),
                            schemas.of(message),
                            new ProtoCodec(message),
                            row.role()));
        }
        types.addAll(EditorTable.types());
        var notes = CoreNotes.load();
        return ComponentTypes.of(types.stream().map(t -> t.with(notes.of(t.name()))).toList());
    }

    private static ComponentType transform() {
        return new ComponentType(
                CoreTable.TRANSFORM,
                ComponentNumbers.of(CoreTable.TRANSFORM),
                TransformCodec.SCHEMA,
                new TransformCodec(),
                ComponentType.Role.AUTHORED);
    }
}
