// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.scene.CompositeFile;

import java.util.List;

/**
 * All components that a project has beside those of the SDK: those of its source files and those
 * that only its composites declare.
 *
 * @param components each name once, those of source files first
 * @param conflicts what does not fit together
 */
public record ProjectComponents(List<ProjectComponent> components, List<Conflict> conflicts) {
    public ProjectComponents {
        components = List.copyOf(components);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Adds what composites declare to what source files define.
     *
     * @param composites all of the project, as they read with these types
     */
    public static ProjectComponents of(ProjectTypes types, List<CompositeFile> composites) {
        var merge = new CompositeTypes(types);
        composites.forEach(merge::add);
        return merge.done();
    }
}
