// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.Changes;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person is told whose edit of one entity brought all values of a component up to its
 * definition in TypeScript.
 */
final class Migrations {
    private boolean isTold;

    /**
     * What to tell: of the last such edit among the news, or nothing any more after another one.
     */
    Optional<String> sentence(SceneNews news) {
        var migrated = migrated(news);
        boolean isOver = isTold && migrated.isEmpty() && isEdited(news);
        isTold = migrated.isPresent() || isTold && !isOver;
        return isOver ? Optional.of("") : migrated;
    }

    private static boolean isEdited(SceneNews news) {
        return news.changes().stream().anyMatch(changes -> !changes.list().isEmpty());
    }

    private static Optional<String> migrated(SceneNews news) {
        return news.changes().stream()
                .filter(changes -> changes.origin().kind() == Origin.Kind.USER)
                .filter(changes -> !changes.migrated().isEmpty())
                .reduce((earlier, later) -> later)
                .map(changes -> sentence(changes, news.snapshot()));
    }

    private static String sentence(Changes changes, SceneSnapshot now) {
        return changes.migrated().stream()
                .map(component -> sentence(component, now))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String component, SceneSnapshot now) {
        long count =
                now.entities().stream()
                        .filter(entity -> now.value(entity, component).isPresent())
                        .count();
        String all = count == 1 ? "The one entity" : "All " + count + " entities";
        return component
                + " is defined otherwise in TypeScript by now. "
                + all
                + " with it "
                + (count == 1 ? "was" : "were")
                + " brought up to that with this edit; Undo takes it back.";
    }
}
