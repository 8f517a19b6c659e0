// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;

/** Makes a draft what another snapshot of the same scene is, by changing only what differs. */
final class Replacing {
    private final Draft draft;
    private final SceneSnapshot goal;

    Replacing(Draft draft, SceneSnapshot goal) {
        this.draft = draft;
        this.goal = goal;
    }

    /** A draft that makes one snapshot another one. */
    static Draft draft(SceneSnapshot start, SceneSnapshot goal) {
        return new Replacing(new Draft(start.ranked(), new Ledger(start)), goal).run();
    }

    /** Changes the draft, and hands it back. */
    Draft run() {
        goal.types().all().forEach(this::declare);
        draft.configure(goal.settings());
        // From the leaves up, so that nobody ends before those below it.
        breadthFirst(draft.now()).reversed().stream()
                .filter(e -> !goal.holds(e))
                .forEach(this::end);
        var order = breadthFirst(goal);
        order.forEach(this::spawn);
        // First all to the root, so that no order of moves makes a ring.
        order.stream()
                .filter(this::hangsElsewhere)
                .forEach(e -> draft.move(e, Spot.end(Entity.ROOT)));
        order.stream()
                .filter(this::hangsElsewhere)
                .forEach(e -> draft.move(e, Spot.end(goal.parent(e))));
        order.forEach(entity -> draft.reorder(entity, goal.children(entity)));
        order.forEach(this::write);
        return draft;
    }

    private void declare(ComponentType type) {
        if (draft.now().types().find(type.name()).isEmpty()) {
            draft.declare(type);
        }
    }

    private static LinkedHashSet<Entity> breadthFirst(SceneSnapshot snapshot) {
        var order = new LinkedHashSet<Entity>();
        var next = new ArrayDeque<Entity>();
        next.add(Entity.ROOT);
        while (!next.isEmpty()) {
            var entity = next.remove();
            order.add(entity);
            next.addAll(snapshot.children(entity));
        }
        return order;
    }

    private void end(Entity entity) {
        new Hierarchy(draft).orphan(entity);
        draft.despawn(entity);
    }

    private void spawn(Entity entity) {
        if (!draft.now().holds(entity)) {
            draft.spawn(entity, Spot.end(goal.parent(entity)));
        }
    }

    private boolean hangsElsewhere(Entity entity) {
        return !draft.now().parent(entity).equals(goal.parent(entity));
    }

    private void write(Entity entity) {
        var names = new HashSet<>(draft.now().cells(entity));
        names.addAll(goal.cells(entity));
        var wantedBefore = Hierarchy.wanted(draft.now(), entity);
        names.stream()
                .sorted()
                .forEach(name -> draft.write(entity, name, goal.value(entity, name)));
        draft.ledger().forget(entity, wantedBefore);
        draft.ledger().note(entity, draft.now());
    }
}
