// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a draft did, exact enough to be done again to the same document without asking
 * why.
 */
sealed interface Act {

    /** A component got a value, or went. */
    record Wrote(Entity entity, String component, Optional<Value> after) implements Act {}

    /** {@code scene.json} got a value. */
    record Configured(Value after) implements Act {}

    /** A component type became known. */
    record Declared(ComponentType type) implements Act {}

    /** An entity came into being below a parent, with a rank among its siblings. */
    record Spawned(Entity entity, Entity parent, OrderKey key) implements Act {}

    /** An entity got a parent and a rank. */
    record Placed(Entity entity, Entity parent, OrderKey key) implements Act {}

    /** An entity, which had no components and no children any more, ended. */
    record Ended(Entity entity) implements Act {}

    /** The children of an entity were put into an order. */
    record Ordered(Entity parent, List<Entity> children) implements Act {
        public Ordered {
            children = List.copyOf(children);
        }
    }

    /**
     * Does the next of some lists again, to a draft of the same document.
     *
     * @throws SceneFormatException when it is another document
     */
    static Draft playAll(Iterator<List<Act>> drafts, Draft draft) {
        require(drafts.hasNext());
        var start = draft.now();
        var acts = drafts.next();
        acts.forEach(act -> act.play(draft));
        acts.forEach(act -> act.check(draft.now()));
        Hierarchy.renote(draft.changes(), start, draft.now(), draft.ledger());
        return draft;
    }

    /**
     * Does it again.
     *
     * @throws SceneFormatException when the document is another one, which has no such entity
     */
    default void play(Draft draft) {
        var now = draft.now();
        switch (this) {
            case Wrote(var entity, var component, var after) -> {
                require(now.holds(entity));
                draft.write(entity, component, after);
            }
            case Configured(var after) -> draft.configure(after);
            case Declared(var type) -> draft.declare(type);
            case Spawned(var entity, var parent, var key) -> {
                require(now.withNumber(entity.number()).isEmpty());
                draft.place(entity, parent, key);
            }
            case Placed(var entity, var parent, var key) -> {
                require(now.holds(entity) && !entity.equals(Entity.ROOT));
                draft.place(entity, parent, key);
            }
            case Ended(var entity) -> {
                require(now.holds(entity) && !entity.equals(Entity.ROOT));
                require(draft.children(entity).isEmpty());
                draft.despawn(entity);
            }
            case Ordered(var parent, var children) -> {
                var known = draft.children(parent);
                require(now.holds(parent) && known.size() == children.size());
                require(new HashSet<>(known).equals(new HashSet<>(children)));
                draft.reorder(parent, children);
            }
        }
    }

    /** Requires that every entity that was moved hangs somewhere below the root. */
    default void check(SceneSnapshot now) {
        switch (this) {
            case Spawned(var entity, var parent, var key) -> checkPlace(now, entity);
            case Placed(var entity, var parent, var key) -> checkPlace(now, entity);
            case Wrote w -> {}
            case Configured c -> {}
            case Declared d -> {}
            case Ended e -> {}
            case Ordered o -> {}
        }
    }

    private static void checkPlace(SceneSnapshot now, Entity entity) {
        var up = entity;
        for (int steps = 0; now.holds(entity) && !up.equals(Entity.ROOT); steps++) {
            up = now.parent(up);
            require(now.holds(up) && steps <= now.size());
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new SceneFormatException("This was done to another document.", 0);
        }
    }
}
