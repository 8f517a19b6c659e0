// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document while an edit is being made; nobody else sees it before it is sealed.
 *
 * <p>What an edit costs depends on what it changes alone, not on the scene.
 */
final class Draft {
    private final SceneSnapshot start;
    private final Ledger ledger;
    private final List<Change> changes = new ArrayList<>();
    private final List<Relocation> relocations = new ArrayList<>();
    private final Map<Entity, Siblings> touched = new HashMap<>();
    private final Map<Entity, Ranked> ranks = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, EntityTable.Editor<Value>> tables = new LinkedHashMap<>();
    private SceneSnapshot now;

    /** Something done to the tree or to the types, after that many changes. */
    private record Turn(int changes, Act act) {}

    Draft(SceneSnapshot start, Ledger ledger) {
        this.start = start;
        this.ledger = ledger;
        this.now = start;
    }

    /** The state so far, but for lists of children, which {@link #children} knows better. */
    SceneSnapshot now() {
        return now;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Change> changes() {
        return changes;
    }

    List<Relocation> relocations() {
        return relocations;
    }

    List<Entity> children(Entity entity) {
        var list = touched.get(entity);
        return list == null ? now.children(entity) : list;
    }

    private void note(Act act) {
        turns.add(new Turn(changes.size(), act));
    }

    /** All that was done, in order. */
    List<Act> acts() {
        var acts = new ArrayList<Act>(turns.size() + changes.size());
        int next = 0;
        for (int i = 0; i <= changes.size(); i++) {
            for (; next < turns.size() && turns.get(next).changes() == i; next++) {
                acts.add(turns.get(next).act());
            }
            if (i < changes.size()) {
                add(changes.get(i), acts);
            }
        }
        return acts;
    }

    private static void add(Change change, List<Act> acts) {
        switch (change) {
            case Change.Written(var entity, var component, var before, var after) ->
                    acts.add(new Act.Wrote(entity, component, after));
            case Change.Configured(var before, var after) -> acts.add(new Act.Configured(after));
            // The turns say the same and where exactly.
            case Change.Spawned s -> {}
            case Change.Despawned d -> {}
            case Change.Moved m -> {}
            // What was written or declared brings it about again.
            case Change.Declared d -> {}
        }
    }

    /** The index of an entity among its siblings; -1 where it is not there. */
    int index(Entity entity) {
        var siblings = children(now.parent(entity));
        int found = Collections.binarySearch(siblings, entity, this::compareRanks);
        // Ranks of others may leave a list out of order for a while.
        return found >= 0 ? found : siblings.lastIndexOf(entity);
    }

    /** The schema of a component; opaque where the scene does not know its type. */
    Schema schema(String component) {
        return now.types().find(component).map(ComponentType::schema).orElse(new Schema.Opaque(""));
    }

    /**
     * Writes a component, or removes it where the value is empty; the tree is settled by the
     * caller.
     */
    void write(Entity entity, String component, Optional<Value> after) {
        var before = now.value(entity, component);
        if (!before.equals(after)) {
            var kept = after.map(ledger::compact);
            change(new Change.Written(entity, component, before, kept));
            ledger.written(component, before, kept);
            var types = now.types();
            now = now.with(entity, component, kept);
            if (types != now.types()) {
                changes.addAll(StoredSchemas.changes(types, now.types()));
            }
        }
    }

    /**
     * Writes a component among many; nobody sees it before the {@link #flush}.
     *
     * @return what it was before
     */
    Optional<Value> overwrite(Entity entity, String component, Optional<Value> after) {
        var table = tables.computeIfAbsent(component, name -> now.table(name).edit());
        var before = table.get(entity);
        if (!before.equals(after)) {
            var kept = after.map(ledger::compact);
            change(new Change.Written(entity, component, before, kept));
            ledger.written(component, before, kept);
            table.put(entity, kept);
        }
        return before;
    }

    void flush() {
        tables.forEach((component, table) -> now = now.with(component, table.table()));
        tables.clear();
    }

    void configure(Value after) {
        if (!now.settings().equals(after)) {
            change(new Change.Configured(now.settings(), after));
            now = now.withSettings(after);
        }
    }

    /** Makes a component type known; types are no content, so that undo leaves them. */
    void declare(ComponentType type) {
        note(new Act.Declared(type));
        now = now.withTypes(now.types().with(type));
    }

    /**
     * The rank that an entity was given among its siblings.
     *
     * @param before the one it had, empty for a newcomer
     * @param after the one it has, or had when it ended
     * @param isGone whether it ended
     */
    record Ranked(Optional<OrderKey> before, OrderKey after, boolean isGone) {}

    /** The entities that this draft gave another rank, brought into being or ended. */
    Map<Entity, Ranked> ranks() {
        return ranks;
    }

    private void rank(Entity entity, Optional<OrderKey> before, OrderKey after) {
        var known = ranks.get(entity);
        ranks.put(entity, new Ranked(known == null ? before : known.before(), after, false));
    }

    /** Brings an entity into being at a spot. */
    void spawn(Entity entity, Spot spot) {
        place(entity, spot.parent(), new Ranking(this, spot.parent()).at(spot.in(this), entity));
    }

    /** Brings an entity into being that has its rank from elsewhere. */
    void spawn(Entity entity, Entity parent, OrderKey key) {
        note(new Act.Spawned(entity, parent, key));
        now = now.withNode(new SceneSnapshot.Node(entity, parent, List.of(), key));
        ledger.spawned(entity);
        var spot = insert(entity, parent);
        relocations.add(new Relocation.Moved(entity, Optional.empty(), Optional.of(spot)));
        change(new Change.Spawned(entity));
    }

    /** Removes an entity that has no children any more, with its components. */
    void despawn(Entity entity) {
        ledger.forget(entity, Hierarchy.wanted(now, entity));
        now.components(entity).forEach(component -> write(entity, component, Optional.empty()));
        relocations.add(
                new Relocation.Moved(entity, Optional.of(detach(entity)), Optional.empty()));
        touched.remove(entity);
        var known = ranks.get(entity);
        var key = now.key(entity);
        ranks.put(entity, new Ranked(known == null ? Optional.of(key) : known.before(), key, true));
        now = now.withoutNode(entity);
        ledger.despawned(entity);
        note(new Act.Ended(entity));
        change(new Change.Despawned(entity));
    }

    /** Moves an entity because somebody wants it at that spot. */
    void move(Entity entity, Spot to) {
        var before = now.key(entity);
        var from = detach(entity);
        int index = to.in(this);
        boolean stays = from.parent().equals(to.parent()) && index == from.index();
        var after = stays ? before : new Ranking(this, to.parent()).at(index, entity);
        if (!after.equals(before)) {
            rank(entity, Optional.of(before), after);
        }
        land(
                entity,
                from,
                new SceneSnapshot.Node(entity, to.parent(), now.children(entity), after));
    }

    /** Gives an entity, which comes into being by that where needed, a parent and a rank. */
    void place(Entity entity, Entity parent, OrderKey key) {
        boolean isThere = now.holds(entity);
        var before = isThere ? Optional.of(now.key(entity)) : Optional.<OrderKey>empty();
        if (!before.equals(Optional.of(key))) {
            rank(entity, before, key);
        }
        if (isThere) {
            rank(entity, parent, key);
        } else {
            spawn(entity, parent, key);
        }
    }

    /** Hangs an entity below another parent, in the rank that it has. */
    void hang(Entity entity, Entity parent) {
        rank(entity, parent, now.key(entity));
    }

    /** Gives an entity a parent and a rank that come from elsewhere. */
    void rank(Entity entity, Entity parent, OrderKey key) {
        var from = detach(entity);
        land(entity, from, new SceneSnapshot.Node(entity, parent, now.children(entity), key));
    }

    private void land(Entity entity, Spot from, SceneSnapshot.Node node) {
        note(new Act.Placed(entity, node.parent(), node.key()));
        now = now.withNode(node);
        var landed = insert(entity, node.parent());
        if (!landed.equals(from)) {
            relocations.add(new Relocation.Moved(entity, Optional.of(from), Optional.of(landed)));
            change(new Change.Moved(entity, from.parent(), node.parent()));
        }
    }

    /** Inserts an entity among its siblings, where its rank says. */
    private Spot insert(Entity entity, Entity parent) {
        var siblings = children(parent);
        int found = Collections.binarySearch(siblings, entity, this::compareRanks);
        int index = found < 0 ? -found - 1 : found;
        touched.put(parent, Siblings.of(siblings).with(index, entity));
        return Spot.of(parent, siblings, index);
    }

    private int compareRanks(Entity one, Entity other) {
        int rank = now.key(one).compareTo(now.key(other));
        return rank != 0 ? rank : one.compareTo(other);
    }

    private Spot detach(Entity entity) {
        var parent = now.parent(entity);
        int index = index(entity);
        touched.put(parent, Siblings.of(children(parent)).without(index));
        return Spot.of(parent, children(parent), index);
    }

    /** Puts the children of an entity into another order. */
    void reorder(Entity parent, List<Entity> order) {
        var siblings = children(parent);
        if (!siblings.equals(order)) {
            note(new Act.Ordered(parent, order));
            relocations.add(new Relocation.Reordered(parent, siblings, order));
            touched.put(parent, Siblings.of(order));
            for (int i = 0; i < order.size(); i++) {
                if (!order.get(i).equals(siblings.get(i))) {
                    change(new Change.Moved(order.get(i), parent, parent));
                }
                rerank(order.get(i), OrderKey.ofIndex(i));
            }
        }
    }

    private void rerank(Entity entity, OrderKey key) {
        var before = now.key(entity);
        if (!before.equals(key)) {
            rank(entity, Optional.of(before), key);
            var node = new SceneSnapshot.Node(entity, now.parent(entity), now.children(entity));
            now = now.withNode(node.with(key));
        }
    }

    private void change(Change change) {
        changes.add(change);
    }

    /** The finished state, one revision further when anything changed. */
    SceneSnapshot seal() {
        touched.forEach(this::keep);
        return changes.isEmpty() ? now : now.withRevision(start.revision() + 1);
    }

    private void keep(Entity entity, List<Entity> children) {
        now =
                now.withNode(
                        new SceneSnapshot.Node(
                                entity, now.parent(entity), children, now.key(entity)));
    }

    /** Takes out of the ledger what was noted for this draft, which is thrown away after. */
    void abandon() {
        for (var change : changes.reversed()) {
            switch (change) {
                case Change.Written(var e, var component, var before, var after) ->
                        ledger.written(component, after, before);
                case Change.Spawned(var entity) -> ledger.withdraw(entity);
                case Change.Despawned(var entity) -> ledger.spawned(entity);
                case Change.Moved m -> {}
                case Change.Configured c -> {}
                case Change.Declared d -> {}
            }
        }
        Hierarchy.renote(changes, now, start, ledger);
    }
}
