// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document while an edit is being made; nobody else sees it before it is sealed.
 *
 * <p>Lists of children are copied once per draft, however many of them an edit moves.
 */
final class Draft {
    private final SceneSnapshot start;
    private final Ledger ledger;
    private final List<Change> changes = new ArrayList<>();
    private final List<Relocation> relocations = new ArrayList<>();
    private final Map<Entity, List<Entity>> touched = new HashMap<>();
    private SceneSnapshot now;

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

    private List<Entity> touch(Entity parent) {
        return touched.computeIfAbsent(parent, p -> new ArrayList<>(now.children(p)));
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
            change(new Change.Written(entity, component, before, after));
            ledger.written(component, before, after);
            now = now.with(entity, component, after);
        }
    }

    void configure(Value after) {
        if (!now.settings().equals(after)) {
            change(new Change.Configured(now.settings(), after));
            now = now.withSettings(after);
        }
    }

    /** Makes a component type known; types are no content, so that undo leaves them. */
    void declare(ComponentType type) {
        now = now.withTypes(now.types().with(type));
    }

    void spawn(Entity entity, Spot spot) {
        now = now.withNode(new SceneSnapshot.Node(entity, spot.parent(), List.of()));
        ledger.spawned(entity);
        relocations.add(
                new Relocation.Moved(entity, Optional.empty(), Optional.of(insert(entity, spot))));
        change(new Change.Spawned(entity));
    }

    /** Removes an entity that has no children any more, with its components. */
    void despawn(Entity entity) {
        ledger.forget(entity, Hierarchy.wanted(now, entity));
        now.components(entity).forEach(component -> write(entity, component, Optional.empty()));
        relocations.add(
                new Relocation.Moved(entity, Optional.of(detach(entity)), Optional.empty()));
        touched.remove(entity);
        now = now.withoutNode(entity);
        ledger.despawned(entity);
        change(new Change.Despawned(entity));
    }

    void move(Entity entity, Spot to) {
        var oldParent = now.parent(entity);
        var from = detach(entity);
        now = now.withNode(new SceneSnapshot.Node(entity, to.parent(), now.children(entity)));
        var landed = insert(entity, to);
        if (!landed.equals(from)) {
            relocations.add(new Relocation.Moved(entity, Optional.of(from), Optional.of(landed)));
            change(new Change.Moved(entity, oldParent, to.parent()));
        }
    }

    private Spot insert(Entity entity, Spot spot) {
        var siblings = touch(spot.parent());
        int index = spot.in(siblings);
        siblings.add(index, entity);
        return Spot.of(spot.parent(), siblings, index);
    }

    private Spot detach(Entity entity) {
        var siblings = touch(now.parent(entity));
        // From the end, where whole lists are taken apart.
        int index = siblings.lastIndexOf(entity);
        var spot = Spot.of(now.parent(entity), siblings, index);
        siblings.remove(index);
        return spot;
    }

    /** Puts the children of an entity into another order. */
    void reorder(Entity parent, List<Entity> order) {
        var siblings = touch(parent);
        if (!siblings.equals(order)) {
            relocations.add(new Relocation.Reordered(parent, siblings, order));
            for (int i = 0; i < order.size(); i++) {
                if (!order.get(i).equals(siblings.get(i))) {
                    change(new Change.Moved(order.get(i), parent, parent));
                    siblings.set(i, order.get(i));
                }
            }
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
        now = now.withNode(new SceneSnapshot.Node(entity, now.parent(entity), children));
    }

    /** Takes out of the ledger what was noted for this draft, which is thrown away after. */
    void abandon() {
        for (var change : changes.reversed()) {
            switch (change) {
                case Change.Written(var e, var component, var before, var after) ->
                        ledger.written(component, after, before);
                case Change.Spawned(var entity) -> {
                    ledger.despawned(entity);
                    ledger.release(entity);
                }
                case Change.Despawned(var entity) -> ledger.spawned(entity);
                case Change.Moved m -> {}
                case Change.Configured c -> {}
            }
        }
        Hierarchy.renote(changes, now, start, ledger);
    }
}
