// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entities the Outline shows under which: all of a document, or those that match a search
 * with everything that leads to them. Immutable.
 */
final class TreeShape {
    private final SceneSnapshot snapshot;
    private final Optional<Set<Entity>> kept;
    private final List<Entity> matches;
    private final Map<Entity, List<Entity>> filtered = new HashMap<>();

    private TreeShape(SceneSnapshot snapshot, Optional<Set<Entity>> kept, List<Entity> matches) {
        this.snapshot = snapshot;
        this.kept = kept;
        this.matches = matches;
    }

    /** Everything. */
    static TreeShape of(SceneSnapshot snapshot) {
        return new TreeShape(snapshot, Optional.empty(), List.of());
    }

    /** What a search finds; takes time that grows with the document, so best off the UI thread. */
    static TreeShape of(SceneSnapshot snapshot, String search) {
        var words = search.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return of(snapshot);
        }
        var matches =
                snapshot.entities().stream()
                        .filter(
                                entity ->
                                        !entity.equals(Entity.ROOT)
                                                && matches(snapshot, entity, words))
                        .toList();
        var kept = new HashSet<Entity>();
        matches.forEach(match -> keep(snapshot, match, kept));
        return new TreeShape(snapshot, Optional.of(kept), matches);
    }

    private static boolean matches(SceneSnapshot snapshot, Entity entity, String words) {
        return name(snapshot, entity).toLowerCase(Locale.ROOT).contains(words)
                || entity.toString().equals(words);
    }

    private static void keep(SceneSnapshot snapshot, Entity entity, Set<Entity> kept) {
        for (var up = entity; kept.add(up) && !up.equals(Entity.ROOT); ) {
            up = snapshot.parent(up);
        }
    }

    static String name(SceneSnapshot snapshot, Entity entity) {
        var name = snapshot.name(entity);
        return entity.equals(Entity.ROOT) ? snapshot.settings().text("display.title", name) : name;
    }

    SceneSnapshot snapshot() {
        return snapshot;
    }

    boolean isFiltered() {
        return kept.isPresent();
    }

    /** What the search found, in ascending order; empty where there is none. */
    List<Entity> matches() {
        return matches;
    }

    String name(Entity entity) {
        return name(snapshot, entity);
    }

    boolean holds(Entity entity) {
        return snapshot.holds(entity) && kept.map(set -> set.contains(entity)).orElse(true);
    }

    List<Entity> children(Entity entity) {
        return kept.map(set -> filtered.computeIfAbsent(entity, parent -> children(parent, set)))
                .orElseGet(() -> snapshot.children(entity));
    }

    private List<Entity> children(Entity parent, Set<Entity> set) {
        return snapshot.children(parent).stream().filter(set::contains).toList();
    }
}
