// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The components of those entities to which a replica of ours wrote, with all that is known of
 * them; what plain clients wrote of all others stays in their store.
 */
final class CellStates {
    private final Map<Entity, SequencedMap<String, CellState>> cells = new HashMap<>();
    private final Room room;
    private final LwwStore plain;
    private final Function<ComponentId, Optional<ComponentType>> types;

    /**
     * @param plain what plain clients wrote
     * @param types the types that the scene knows
     * @param room where it is counted what is kept
     */
    CellStates(LwwStore plain, Function<ComponentId, Optional<ComponentType>> types, Room room) {
        this.room = room;
        this.plain = plain;
        this.types = types;
    }

    /** The state of a component; where nobody wrote it before, that is what it is here. */
    CellState state(Replica.Typed cell, Optional<Value> start) {
        if (!isWritten(cell.entity())) {
            adopt(cell.entity());
        }
        return cells.get(cell.entity())
                .computeIfAbsent(
                        cell.type().name(),
                        c -> state(cell, Stamped.own(0, start, cell.type().codec())));
    }

    /**
     * Takes over what plain clients wrote of an entity before anybody else did: it must not matter
     * whether they are heard first or last.
     */
    private void adopt(Entity entity) {
        var states = new LinkedHashMap<String, CellState>();
        for (var component : plain.components(entity)) {
            types.apply(component)
                    .filter(type -> type.role() != ComponentType.Role.RESULT)
                    // Of time 0 is what came in just now, and what the files say may win over it.
                    .filter(type -> plain.timestamp(entity, component) != 0)
                    .map(type -> new Replica.Typed(entity, type))
                    .filter(cell -> kept(cell).isPresent())
                    .ifPresent(
                            cell ->
                                    states.put(
                                            cell.type().name(),
                                            state(cell, Stamped.deletion(0, cell.type().codec()))));
        }
        cells.put(entity, states);
    }

    /** The state of a component that was so far as the files say or as a plain client wrote it. */
    private CellState state(Replica.Typed cell, Stamped start) {
        var state = new CellState(start, room);
        kept(cell).ifPresent(known -> state.merge(known, Batch.plain()));
        return state;
    }

    /** What plain clients wrote of a component. */
    private Optional<Stamped> kept(Replica.Typed cell) {
        return plain.cell(cell.entity(), cell.type().id())
                .flatMap(known -> Stamped.kept(known, cell.type()));
    }

    /** Whether this replica or another one of ours ever wrote to an entity. */
    boolean isWritten(Entity entity) {
        return cells.containsKey(entity);
    }

    Optional<CellState> state(Entity entity, String component) {
        var known = cells.get(entity);
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(component));
    }

    /** The names of the components of an entity that somebody wrote. */
    List<String> written(Entity entity) {
        var known = cells.get(entity);
        return known == null ? List.of() : List.copyOf(known.keySet());
    }

    /** All that is known of an entity. */
    Collection<CellState> of(Entity entity) {
        var known = cells.get(entity);
        return known == null ? List.of() : known.values();
    }

    /** The entities of which a component was ever written. */
    List<Entity> entities(String component) {
        var entities = new ArrayList<Entity>();
        cells.forEach(
                (entity, states) -> {
                    if (states.containsKey(component)) {
                        entities.add(entity);
                    }
                });
        return entities;
    }

    /** Takes over what was known when the document was kept. */
    void restore(List<Knowledge.Written> kept) {
        for (var cell : kept) {
            cells.computeIfAbsent(cell.entity(), e -> new LinkedHashMap<>())
                    .put(cell.component(), new CellState(cell.state(), room));
        }
    }

    /** What there is to keep. */
    List<Knowledge.Written> kept() {
        var kept = new ArrayList<Knowledge.Written>();
        forEach(
                (entity, name, state) ->
                        kept.add(new Knowledge.Written(entity, name, state.kept())));
        return kept;
    }

    /** Hears of every component. */
    interface Visitor {
        void visit(Entity entity, String component, CellState state);
    }

    void forEach(Visitor visitor) {
        cells.forEach(
                (entity, states) ->
                        states.forEach((name, state) -> visitor.visit(entity, name, state)));
    }
}
