// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What people may want to know of a component beside its shape.
 *
 * @param packageName the package that defines it; empty for the SDK and for the scene itself
 * @param isInternal whether its authors did not mean it to be added by hand
 * @param text what it is for; empty where nobody has said so
 * @param fields what its fields are for, by the steps of their paths joined with dots, without the
 *     places in lists
 */
public record About(
        String packageName, boolean isInternal, String text, Map<String, String> fields) {
    /** Nothing is known. */
    public static final About NOTHING = new About("", false, "", Map.of());

    public About {
        fields = Map.copyOf(fields);
    }

    /** What a field is for, if somebody has said so. */
    public Optional<String> field(FieldPath path) {
        var names = path.steps().stream().filter(step -> FieldPath.index(step) < 0).toList();
        return Optional.ofNullable(fields.get(String.join(".", names)));
    }
}
