// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Reflection;

import java.util.List;

/**
 * The component types that every scene of a project has: those of the SDK and those that its source
 * files define.
 *
 * @param types all of them; of two definitions with one name the first one counts
 * @param definitions those that count, in their order
 * @param conflicts definitions that do not count, or that the SDK would not take
 */
public record ProjectTypes(
        ComponentTypes types, List<Definition> definitions, List<Conflict> conflicts) {
    public ProjectTypes {
        definitions = List.copyOf(definitions);
        conflicts = List.copyOf(conflicts);
    }

    /** Adds what was found in source files to the types of the SDK. */
    public static ProjectTypes of(ComponentTypes core, Reflection reflection) {
        var merge = new TypeMerge(core);
        reflection.definitions().forEach(merge::add);
        return merge.done();
    }
}
