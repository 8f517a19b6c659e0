// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.script.wire.Definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Components that entities of a scene have though nothing in the project defines them any more.
 *
 * @param former what was defined once
 */
record Undefined(List<Definition> former) {

    /**
     * A problem for each such component.
     *
     * @param file the composite, as problems name it
     */
    List<Problem> problems(SceneSnapshot now, String file) {
        return former.stream().flatMap(gone -> problem(gone, now, file).stream()).toList();
    }

    private static Optional<Problem> problem(Definition gone, SceneSnapshot now, String file) {
        var with = new ArrayList<Entity>();
        now.forEach(gone.name(), (entity, value) -> with.add(entity));
        boolean isDefined =
                now.types().find(gone.name()).flatMap(type -> type.definition()).isPresent();
        return with.isEmpty() || isDefined
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Problem.Severity.WARNING,
                                file,
                                "",
                                gone.name(),
                                0,
                                sentence(gone, with.size())));
    }

    private static String sentence(Definition gone, int entities) {
        return "%s is on %s, but no source file defines it any more; %s did. Its values stay as they are."
                .formatted(gone.name(), Counted.entities(entities), gone.place().file());
    }
}
