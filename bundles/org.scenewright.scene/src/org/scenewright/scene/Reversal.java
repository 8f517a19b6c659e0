// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a step back, wherever the document still is what the step made of it.
 *
 * <p>What others wrote since stays: a field that they changed, an entity of ours that they changed
 * or hung something below.
 */
final class Reversal {
    private final Draft draft;
    private final Step step;
    private final boolean isExact;
    private final Others others;
    private final Map<Entity, Map<String, Step.Diff>> written = new HashMap<>();
    private final Set<Entity> spawned = new HashSet<>();
    private final Set<Entity> adopted = new HashSet<>();
    private final Set<Entity> kept = new HashSet<>();
    private final Set<Entity> respawned = new HashSet<>();

    /** What others wrote. */
    interface Others {
        /** Whether the latest write of a field is somebody else's. */
        boolean wrote(Step.Cell cell, FieldPath path);
    }

    /**
     * @param isExact whether nobody changed the document since the step
     */
    Reversal(Draft draft, Step step, boolean isExact, Others others) {
        this.isExact = isExact;
        this.others = others;
        this.draft = draft;
        this.step = step;
        step.cells()
                .forEach(
                        (cell, diff) ->
                                written.computeIfAbsent(cell.entity(), e -> new HashMap<>())
                                        .put(cell.component(), diff));
        step.relocations().forEach(this::survey);
    }

    private void survey(Relocation relocation) {
        if (relocation instanceof Relocation.Moved(var entity, var from, var to)) {
            (from.isEmpty() ? spawned : adopted).add(entity);
            if (to.isEmpty()) {
                spawned.remove(entity);
            }
        }
    }

    Draft run() {
        step.relocations().reversed().forEach(this::judge);
        var wanted = new TreeMap<Entity, Entity>();
        for (var cell : step.cells().keySet()) {
            if (cell.component().equals(SceneSnapshot.TRANSFORM)) {
                wanted.put(cell.entity(), Hierarchy.wanted(draft.now(), cell.entity()));
            }
        }
        step.cells().forEach(this::restore);
        step.relocations().reversed().forEach(this::relocate);
        step.cells().forEach(this::refill);
        if (!isExact) {
            step.cells().keySet().forEach(this::rename);
            step.cells().keySet().forEach(this::end);
        }
        new Hierarchy(draft).settle(wanted);
        return draft;
    }

    /**
     * Keeps an entity of ours when others have a part in it by now; children are judged before
     * their parents.
     */
    private void judge(Relocation relocation) {
        if (relocation instanceof Relocation.Moved(var entity, var from, var to)
                && from.isEmpty()
                && spawned.contains(entity)
                && draft.now().holds(entity)
                && isShared(entity)) {
            kept.add(entity);
        }
    }

    private boolean isShared(Entity entity) {
        var mine = written.getOrDefault(entity, Map.of());
        boolean isChanged =
                draft.now().components(entity).stream()
                        .anyMatch(
                                component -> {
                                    var after =
                                            Optional.ofNullable(mine.get(component))
                                                    .flatMap(Step.Diff::after);
                                    return !draft.now().value(entity, component).equals(after);
                                });
        return isChanged || draft.children(entity).stream().anyMatch(this::isForeign);
    }

    private boolean isForeign(Entity child) {
        return kept.contains(child) || !spawned.contains(child) && !adopted.contains(child);
    }

    private void restore(Step.Cell cell, Step.Diff diff) {
        if (cell.equals(Step.Cell.SETTINGS)) {
            FieldMerge.undo(diff, Optional.of(draft.now().settings())).ifPresent(draft::configure);
        } else if (draft.now().holds(cell.entity()) && !kept.contains(cell.entity())) {
            var current = draft.now().value(cell.entity(), cell.component());
            var undone = FieldMerge.undo(diff, current);
            draft.write(cell.entity(), cell.component(), yielded(cell, current, undone));
        }
    }

    /** Leaves the fields alone that others wrote since, though they hold the very value of mine. */
    private Optional<Value> yielded(
            Step.Cell cell, Optional<Value> current, Optional<Value> undone) {
        if (isExact || current.isEmpty() || undone.isEmpty()) {
            return undone;
        }
        var result = undone;
        for (var path : FieldDiff.paths(current, undone.get())) {
            if (others.wrote(cell, path)) {
                var theirs = current.flatMap(value -> value.at(path));
                result = result.flatMap(value -> FieldDiff.written(value, path, theirs));
            }
        }
        return result;
    }

    private void refill(Step.Cell cell, Step.Diff diff) {
        if (respawned.contains(cell.entity())) {
            draft.write(cell.entity(), cell.component(), diff.before());
        }
    }

    /** Gives an entity another name where somebody else took the one that came back. */
    private void rename(Step.Cell cell) {
        String name = draft.now().name(cell.entity());
        if (cell.component().equals(SceneSnapshot.NAME) && draft.ledger().isShared(name)) {
            var unique = Value.fields("value", Value.of(draft.ledger().unique(name)));
            draft.write(cell.entity(), SceneSnapshot.NAME, Optional.of(unique));
        }
    }

    /** Ends an entity of which others left nothing but what was just taken back. */
    private void end(Step.Cell cell) {
        if (draft.ledger().isSpent(cell.entity(), draft.now())) {
            new Hierarchy(draft).orphan(cell.entity());
            draft.despawn(cell.entity());
        }
    }

    private void relocate(Relocation relocation) {
        switch (relocation) {
            case Relocation.Moved(var entity, var from, var to) -> relocate(entity, from, to);
            case Relocation.Reordered(var parent, var before, var after) -> {
                if (draft.children(parent).equals(after)) {
                    draft.reorder(parent, before);
                }
            }
        }
    }

    private void relocate(Entity entity, Optional<Spot> from, Optional<Spot> to) {
        boolean isThere = draft.now().holds(entity);
        if (from.isEmpty()) {
            if (isThere && !kept.contains(entity)) {
                new Hierarchy(draft).orphan(entity);
                draft.despawn(entity);
            }
        } else if (to.isEmpty()) {
            respawn(entity, from.get());
        } else if (isThere
                && draft.now().parent(entity).equals(to.get().parent())
                && isOpen(entity, from.get())) {
            draft.move(entity, from.get());
        }
    }

    private boolean isOpen(Entity entity, Spot spot) {
        return draft.now().holds(spot.parent())
                && !Hierarchy.isBelow(draft.now(), spot.parent(), entity);
    }

    private void respawn(Entity entity, Spot spot) {
        // Somebody else may have got the number meanwhile; then the entity stays gone.
        if (draft.ledger().isFree(entity)) {
            draft.spawn(entity, draft.now().holds(spot.parent()) ? spot : Spot.end(Entity.ROOT));
            new Hierarchy(draft).welcome(entity);
            respawned.add(entity);
        }
    }
}
