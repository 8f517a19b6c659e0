// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people may want to know of a component beside its shape.
 *
 * @param packageName the package that defines it; empty for the SDK and for the scene itself
 * @param isInternal whether its authors did not mean it to be added by hand
 * @param text what it is for; empty where nobody has said so
 * @param fields what its fields are for, by the steps of their paths joined with dots, without the
 *     places in lists
 * @param foreign the fields of the sort of an entity, spelled alike, whose numbers are not those of
 *     the scene's own entities
 */
public record About(
        String packageName,
        boolean isInternal,
        String text,
        Map<String, String> fields,
        Set<String> foreign) {
    /** Nothing is known. */
    public static final About NOTHING = new About("", false, "", Map.of());

    public About {
        fields = Map.copyOf(fields);
        foreign = Set.copyOf(foreign);
    }

    /** Where all entities are those of the scene. */
    public About(String packageName, boolean isInternal, String text, Map<String, String> fields) {
        this(packageName, isInternal, text, fields, Set.of());
    }

    /** What a field is for, if somebody has said so. */
    public Optional<String> field(FieldPath path) {
        return Optional.ofNullable(fields.get(names(path)));
    }

    /** Whether a field of the sort of an entity holds a number that is none of this scene's. */
    public boolean isForeign(FieldPath path) {
        return foreign.contains(names(path));
    }

    private static String names(FieldPath path) {
        return path.steps().stream()
                .filter(step -> FieldPath.index(step) < 0)
                .collect(Collectors.joining("."));
    }
}
