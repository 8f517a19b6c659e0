// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the tree what the Transforms say.
 *
 * <p>An entity hangs below the parent that its Transform wants; at the root while that is missing
 * or while its wishes lead back to itself (ADR-117's data may well hold such a cycle, made by two
 * people at once).
 */
final class Hierarchy {
    private final Draft draft;

    Hierarchy(Draft draft) {
        this.draft = draft;
    }

    /** The parent that an entity's Transform names, whether or not it is there. */
    static Entity wanted(SceneSnapshot snapshot, Entity entity) {
        return wanted(snapshot.value(entity, SceneSnapshot.TRANSFORM));
    }

    static Entity wanted(Optional<Value> transform) {
        return transform.flatMap(t -> Entity.of(t.number("parent", 0))).orElse(Entity.ROOT);
    }

    /** The parent that an entity ought to hang below. */
    static Entity effective(SceneSnapshot snapshot, Entity entity) {
        var wanted = wanted(snapshot, entity);
        return !snapshot.holds(wanted) || chain(snapshot, wanted).contains(entity)
                ? Entity.ROOT
                : wanted;
    }

    /** The parents that all entities ought to hang below, found at once; the root has itself. */
    static Map<Entity, Entity> parents(SceneSnapshot snapshot) {
        var parents = new LinkedHashMap<Entity, Entity>();
        for (var entity : snapshot.entities()) {
            var wanted = wanted(snapshot, entity);
            parents.put(entity, snapshot.holds(wanted) ? wanted : Entity.ROOT);
        }
        TreeOrder.rings(snapshot.entities(), e -> parents.getOrDefault(e, Entity.ROOT))
                .forEach(ring -> ring.forEach(entity -> parents.put(entity, Entity.ROOT)));
        parents.put(Entity.ROOT, Entity.ROOT);
        return parents;
    }

    /** An entity and all that it wants to hang below, up to where that ends or repeats itself. */
    private static SequencedSet<Entity> chain(SceneSnapshot snapshot, Entity start) {
        var chain = new LinkedHashSet<Entity>();
        var up = start;
        while (!up.equals(Entity.ROOT) && snapshot.holds(up) && chain.add(up)) {
            up = wanted(snapshot, up);
        }
        return chain;
    }

    /** Whether an entity is the other one or hangs below it. */
    static boolean isBelow(SceneSnapshot snapshot, Entity entity, Entity top) {
        var up = entity;
        while (!up.equals(top) && !up.equals(Entity.ROOT)) {
            up = snapshot.parent(up);
        }
        return up.equals(top);
    }

    /** Settles an entity after its Transform was written. */
    void settle(Entity entity, Entity wantedBefore) {
        settle(new TreeMap<>(Map.of(entity, wantedBefore)));
    }

    /** Settles entities whose Transforms were written together, given whom they wanted before. */
    void settle(SortedMap<Entity, Entity> wantedBefore) {
        var partners = new LinkedHashSet<Entity>();
        wantedBefore.forEach((entity, wanted) -> partners.addAll(partners(entity, wanted)));
        if (wantedBefore.size() > 1) {
            wantedBefore.keySet().forEach(this::uproot);
        }
        wantedBefore.forEach(this::place);
        partners.forEach(this::place);
    }

    /** Those who were in a cycle with an entity or are now; they go with it. */
    private SequencedSet<Entity> partners(Entity entity, Entity wantedBefore) {
        var now = draft.now();
        var partners = new LinkedHashSet<Entity>();
        if (!wantedBefore.equals(now.parent(entity))) {
            partners.addAll(chain(now, wantedBefore));
        }
        if (!wanted(now, entity).equals(effective(now, entity))) {
            partners.addAll(chain(now, wanted(now, entity)));
        }
        return partners;
    }

    /**
     * Takes an entity to the root first where it hangs wrongly, so that no order of moves makes a
     * ring.
     */
    private void uproot(Entity entity) {
        var parent = draft.now().parent(entity);
        boolean isAstray =
                draft.now().holds(entity) && !effective(draft.now(), entity).equals(parent);
        if (isAstray && !parent.equals(Entity.ROOT)) {
            draft.hang(entity, Entity.ROOT);
        }
    }

    /** Settles those who waited for an entity that came into being. */
    void welcome(Entity parent) {
        draft.ledger().waitingFor(parent).forEach(this::place);
    }

    /** Hangs the children of an entity that is about to end at the root, where they wait for it. */
    void orphan(Entity parent) {
        for (var child : List.copyOf(draft.children(parent))) {
            draft.hang(child, Entity.ROOT);
            draft.ledger().note(child, draft.now());
        }
    }

    private void place(Entity entity) {
        place(entity, wanted(draft.now(), entity));
    }

    private void place(Entity entity, Entity wantedBefore) {
        draft.ledger().forget(entity, wantedBefore);
        if (draft.now().holds(entity) && !entity.equals(Entity.ROOT)) {
            var parent = effective(draft.now(), entity);
            if (!parent.equals(draft.now().parent(entity))) {
                draft.hang(entity, parent);
            }
            draft.ledger().note(entity, draft.now());
        }
    }

    /** Notes anew who waits for a parent, after a draft was thrown away. */
    static void renote(List<Change> changes, SceneSnapshot from, SceneSnapshot to, Ledger ledger) {
        var entities = new HashSet<Entity>();
        changes.forEach(change -> add(change, entities));
        for (var entity : entities) {
            ledger.forget(entity, wanted(from, entity));
            ledger.note(entity, to);
        }
    }

    private static void add(Change change, HashSet<Entity> entities) {
        switch (change) {
            case Change.Written(var entity, var component, var before, var after) ->
                    entities.add(entity);
            case Change.Spawned(var entity) -> entities.add(entity);
            case Change.Despawned(var entity) -> entities.add(entity);
            case Change.Moved(var entity, var from, var to) -> entities.add(entity);
            case Change.Configured c -> {}
            case Change.Declared d -> {}
        }
    }
}
