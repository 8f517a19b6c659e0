// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Play;
import org.scenewright.scene.Origin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;

/**
 * What was selected before entities came into being, so that undo can select it again; UI thread.
 */
final class Creations {
    private static final int MOST = 100;

    private final Deque<Creation> latest = new ArrayDeque<>();
    private List<Entity> awaited = List.of();

    private record Creation(List<Entity> created, List<Entity> before) {}

    void add(List<Entity> created, List<Entity> before) {
        latest.addFirst(new Creation(created, before));
        if (latest.size() > MOST) {
            latest.removeLast();
        }
    }

    /** What came into being last, and a running scene has yet to follow. */
    void await(List<Entity> created) {
        awaited = created;
    }

    /** What was awaited, by the numbers that it has in a running scene; once, when all is there. */
    List<Entity> arrived(Play running) {
        var there =
                awaited.stream()
                        .filter(entity -> follows(running, entity))
                        .map(running::running)
                        .toList();
        boolean isAll = there.size() == awaited.size();
        awaited = isAll ? List.of() : awaited;
        return isAll ? there : List.of();
    }

    /** A script may have made something of the same number. */
    private static boolean follows(Play running, Entity document) {
        var entity = running.running(document);
        return running.snapshot().holds(entity)
                && running.document(entity).filter(document::equals).isPresent();
    }

    /** What remains selected after news: what is still there, or what was chosen before it came. */
    List<Entity> remaining(List<Entity> selected, SceneNews news) {
        var left = selected.stream().filter(news.snapshot()::holds).toList();
        return left.isEmpty() && isHistory(news)
                ? before(selected).stream().filter(news.snapshot()::holds).toList()
                : left;
    }

    private static boolean isHistory(SceneNews news) {
        return news.changes().stream()
                .anyMatch(changes -> changes.origin().kind() == Origin.Kind.HISTORY);
    }

    private List<Entity> before(List<Entity> selected) {
        return latest.stream()
                .filter(creation -> !selected.isEmpty())
                .filter(creation -> new HashSet<>(creation.created()).containsAll(selected))
                .findFirst()
                .map(Creation::before)
                .orElse(selected);
    }
}
