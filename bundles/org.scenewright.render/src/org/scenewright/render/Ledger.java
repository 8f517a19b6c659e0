// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What all entities of a scene add up to; each change costs what it changes. */
final class Ledger {
    private final Map<Kind, Set<Entity>> users = new IdentityHashMap<>();
    private final Counts<Value> materials = new Counts<>(new HashMap<>());
    private final Counts<Object> pictures = new Counts<>(new HashMap<>());
    private final TreeMap<Float, Integer> tops = new TreeMap<>();
    private long triangles;
    private long bodies;
    private long kindMaterials;

    void add(Entity entity, Burden burden) {
        burden.kinds().forEach(kind -> add(entity, kind));
        burden.materials().forEach(materials::add);
        burden.pictures().forEach(pictures::add);
    }

    private void add(Entity entity, Kind kind) {
        var known = users.computeIfAbsent(kind, k -> new LinkedHashSet<>());
        if (known.isEmpty()) {
            kindMaterials += kind.materials();
            kind.pictures().forEach(pictures::add);
        }
        if (known.add(entity)) {
            triangles += kind.triangles();
            bodies += kind.bodies();
        }
    }

    void remove(Entity entity, Burden burden) {
        burden.kinds().forEach(kind -> remove(entity, kind));
        burden.materials().forEach(materials::remove);
        burden.pictures().forEach(pictures::remove);
    }

    private void remove(Entity entity, Kind kind) {
        var known = users.getOrDefault(kind, Set.of());
        if (known.remove(entity)) {
            triangles -= kind.triangles();
            bodies -= kind.bodies();
        }
        if (known.isEmpty()) {
            users.remove(kind);
            kindMaterials -= kind.materials();
            kind.pictures().forEach(pictures::remove);
        }
    }

    /** Something reaches another height than it did; 0 and less is none. */
    void reach(float before, float after) {
        if (before > 0 && before != after) {
            tops.computeIfPresent(before, (key, count) -> count > 1 ? count - 1 : null);
        }
        if (after > 0 && before != after) {
            tops.merge(after, 1, Integer::sum);
        }
    }

    /** How high all of it reaches. */
    double height() {
        return tops.isEmpty() ? 0 : tops.lastKey();
    }

    long triangles() {
        return triangles;
    }

    long bodies() {
        return bodies;
    }

    long materials() {
        return kindMaterials + materials.different();
    }

    long pictures() {
        return pictures.different();
    }

    /** What has the most triangles together, the heaviest first. */
    List<Heavy> heaviest(int most) {
        return users.entrySet().stream()
                .map(e -> new Heavy(e.getKey().name(), e.getValue().size(), e.getKey().triangles()))
                .filter(heavy -> heavy.triangles() > 0)
                .sorted(
                        Comparator.comparingLong(Heavy::triangles)
                                .reversed()
                                .thenComparing(Heavy::name))
                .limit(most)
                .toList();
    }

    /** The entities that show something of a name. */
    List<Entity> users(String name) {
        return users.entrySet().stream()
                .filter(e -> e.getKey().name().equals(name))
                .flatMap(e -> e.getValue().stream())
                .sorted()
                .toList();
    }
}
