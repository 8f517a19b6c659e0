// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says what a document holds once more, with the next timestamps; made for one saying. */
final class Restating {
    private final CellStates cells;
    private final Sharing sharing;
    private final SceneSnapshot now;

    Restating(CellStates cells, Sharing sharing, SceneSnapshot now) {
        this.cells = cells;
        this.sharing = sharing;
        this.now = now;
    }

    /** Whether an entity of a document has a component, or what counts as one. */
    static boolean has(SceneSnapshot now, Entity entity, String component) {
        return held(now, entity, component).isPresent();
    }

    private static Optional<Value> held(SceneSnapshot now, Entity entity, String component) {
        boolean isRoot = entity.equals(Entity.ROOT);
        if (component.equals(Rank.NAME)) {
            // The root stands nowhere among others.
            return Optional.of(entity)
                    .filter(e -> !isRoot && now.holds(e))
                    .map(e -> Rank.value(now.key(e), false));
        }
        return isRoot && component.equals(Step.Cell.SETTINGS.component())
                ? Optional.of(now.settings())
                : now.value(entity, component);
    }

    /** What the others have to be told. */
    List<Batch.Write> writes(Collection<Step.Cell> known) {
        var writes = new ArrayList<Batch.Write>();
        for (var cell : known) {
            SharedTypes.find(now.types(), cell.component())
                    .filter(type -> type.role() != ComponentType.Role.RESULT)
                    .flatMap(type -> write(new Replica.Typed(cell.entity(), type)))
                    .ifPresent(writes::add);
        }
        return writes;
    }

    private Optional<Batch.Write> write(Replica.Typed cell) {
        var entity = cell.entity();
        var type = cell.type();
        var held = held(now, entity, type.name());
        var state = cells.state(cell, held);
        // Of who is gone it is told for good by its rank.
        boolean isRank = type.name().equals(Rank.NAME);
        var value = isRank && held.isEmpty() ? state.value() : held;
        var next = Spelling.fitted(type, state.winner().next(value, type.codec()));
        state.write(next, Optional.of(sharing.next()));
        return next.message(entity, type.id())
                .map(m -> new Batch.Write(m, List.of(), Spelling.whole(type, next)));
    }
}
