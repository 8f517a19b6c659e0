// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.NamedSources;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong in an open scene.
 *
 * @param entities those of the document that problems name, or whose files have some
 */
record Flaws(List<Problem> problems, Set<Entity> entities) {
    static final Flaws NONE = new Flaws(List.of(), Set.of());

    Flaws {
        problems = List.copyOf(problems);
        entities = Set.copyOf(entities);
    }

    static Flaws of(List<Problem> problems, SceneSnapshot scene, NamedSources sources) {
        var entities = new HashSet<Entity>();
        var names = new HashSet<String>();
        for (var problem : problems) {
            entities.addAll(sources.users(problem.file()));
            numbered(problem.entity(), scene)
                    .ifPresentOrElse(entities::add, () -> names.add(problem.entity()));
        }
        named(names, scene).forEach(entities::add);
        return new Flaws(problems, entities);
    }

    private static Optional<Entity> numbered(String name, SceneSnapshot scene) {
        boolean isNumber = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && name.length() < 10
                ? scene.withNumber(Integer.parseInt(name)).filter(e -> e.toString().equals(name))
                : Optional.empty();
    }

    /** Only where there are names: it looks at all entities. */
    private static Stream<Entity> named(Set<String> names, SceneSnapshot scene) {
        names.remove("");
        return names.isEmpty()
                ? Stream.of()
                : scene.entities().stream()
                        .filter(
                                entity ->
                                        names.contains(scene.name(entity))
                                                || names.contains(entity.toString()));
    }
}
