// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges two states of a scene that come from a third one, field by field; made for one merge.
 *
 * <p>What only one side changed is as there, what both changed alike is so once. Where they differ,
 * ours stays and a {@link Conflict} tells it; so it is when one side deletes what the other one
 * changes. Different entities that both added under one number both survive.
 */
final class ThreeWay {
    private static final FieldPath POSITION = FieldPath.of("position");
    private static final FieldPath ROTATION = FieldPath.of("rotation");
    private static final FieldPath SCALE = FieldPath.of("scale");

    private final Versions versions;
    private final Map<Entity, Entity> renumbered;
    private final int newIds;
    private final SequencedMap<Step.Cell, List<Conflict>> conflicts = new LinkedHashMap<>();
    private SceneSnapshot merged;

    /** The three states; their types, entities and settings are merged. */
    record Versions(SceneSnapshot base, SceneSnapshot ours, SceneSnapshot theirs) {
        List<SceneSnapshot> all() {
            return List.of(base, ours, theirs);
        }
    }

    /**
     * What came of it.
     *
     * @param snapshot the merged state
     * @param conflicts where ours was kept against theirs; by entity
     * @param renumbered their number of each entity that has another one in the merged state
     * @param newIds how many ids of smart items and in the network are others than theirs were
     * @param theirs their state with those numbers and ids
     * @param listed the side whose list of all entities the merged state has
     */
    record Merged(
            SceneSnapshot snapshot,
            List<Conflict> conflicts,
            SequencedMap<Entity, Entity> renumbered,
            int newIds,
            SceneSnapshot theirs,
            SceneSnapshot listed) {}

    private ThreeWay(Versions given, BitSet taken, BitSet foreign) {
        var renumbering = new Renumbering(given, taken, foreign);
        this.renumbered = renumbering.renumbered();
        var packs = IdMerge.packs(given, renumbering::now);
        var network = IdMerge.network(given, renumbering::now);
        this.newIds = packs.changed() + network.changed();
        var theirs = renumbering.theirs(packs, network);
        this.versions = counted(new Versions(given.base(), given.ours(), theirs), packs);
        this.merged = given.ours();
    }

    /**
     * Both sides counted on from one number, which is no conflict: who comes after counts on from
     * the highest id of all.
     */
    private static Versions counted(Versions given, IdMerge packs) {
        long was = PackIds.counted(given.base());
        long ours = PackIds.counted(given.ours());
        long theirs = PackIds.counted(given.theirs());
        boolean isOneSided = ours == theirs || ours == was || theirs == was;
        if (packs.changed() == 0 && isOneSided) {
            return given;
        }
        boolean isCounted = given.ours().value(Entity.ROOT, PackIds.COUNTER).isPresent();
        return new Versions(
                isCounted ? PackIds.counting(given.base(), ours) : given.base(),
                given.ours(),
                PackIds.counting(given.theirs(), packs.last()));
    }

    /**
     * Merges.
     *
     * @throws SceneFormatException when there are more entities than numbers
     */
    static Merged merge(SceneSnapshot base, SceneSnapshot ours, SceneSnapshot theirs) {
        return merge(new Versions(base, ours, theirs), new BitSet());
    }

    /**
     * @param taken numbers that no entity may be given
     */
    static Merged merge(Versions versions, BitSet taken) {
        return merge(versions, taken, new BitSet());
    }

    /**
     * @param taken numbers that no entity may be given
     * @param foreign numbers that no entity may keep that they added, since others may have them
     */
    static Merged merge(Versions versions, BitSet taken, BitSet foreign) {
        return new ThreeWay(versions, taken, foreign).run();
    }

    private Merged run() {
        versions.theirs().types().all().stream()
                .filter(type -> merged.types().find(type.name()).isEmpty())
                .forEach(type -> merged = merged.withTypes(merged.types().with(type)));
        settings();
        versions.ours().entities().forEach(this::endOurs);
        versions.theirs().entities().forEach(this::addTheirs);
        components().forEach(this::component);
        new TreeMerge(this).run();
        var all = new ArrayList<Conflict>();
        var cells = new TreeSet<>(conflicts.keySet());
        cells.forEach(cell -> all.addAll(conflicts.getOrDefault(cell, List.of())));
        return new Merged(
                merged,
                all,
                new LinkedHashMap<>(renumbered),
                newIds,
                versions.theirs(),
                new NodesMerge(versions).source());
    }

    Versions versions() {
        return versions;
    }

    SceneSnapshot merged() {
        return merged;
    }

    /** Goes on with another state. */
    void become(SceneSnapshot next) {
        merged = next;
    }

    private void settings() {
        var sides =
                new ValueMerge.Sides(
                        Optional.of(versions.base().settings()),
                        Optional.of(versions.ours().settings()),
                        Optional.of(versions.theirs().settings()));
        merged = merged.withSettings(merge(Step.Cell.SETTINGS, sides).orElse(Value.EMPTY));
    }

    /** Merges a cell and tells its conflicts. */
    private Optional<Value> merge(Step.Cell cell, ValueMerge.Sides sides) {
        return sides.agreed()
                .orElseGet(() -> new ValueMerge(clash -> tell(cell, clash)).merge(sides));
    }

    private void tell(Step.Cell cell, ValueMerge.Clash clash) {
        tell(cell, clash.path(), clash.sides());
    }

    void tell(Step.Cell cell, FieldPath path, ValueMerge.Sides sides) {
        conflicts.computeIfAbsent(cell, c -> new ArrayList<>()).add(Conflict.of(cell, path, sides));
    }

    /** Takes an entity out that they deleted, unless we changed it. */
    private void endOurs(Entity entity) {
        if (!versions.theirs().holds(entity) && versions.base().holds(entity)) {
            var changed = changed(entity, versions.ours());
            tellDeletion(entity, changed);
            merged = changed.isEmpty() ? merged.without(entity) : merged;
        }
    }

    /** Tells what one side changed of an entity that the other one deleted. */
    private void tellDeletion(Entity entity, Set<String> changed) {
        for (String name : changed) {
            if (versions.base().value(entity, name).isPresent()) {
                tell(new Step.Cell(entity, name), FieldPath.WHOLE, sides(entity, name));
            }
        }
        if (changed.stream().anyMatch(c -> versions.base().value(entity, c).isEmpty())) {
            tellWhole(entity);
        }
    }

    /**
     * Tells that one side has an entity, with all that it has there, and the other one does not.
     */
    void tellWhole(Entity entity) {
        var sides =
                new ValueMerge.Sides(
                        cells(versions.base(), entity),
                        cells(versions.ours(), entity),
                        cells(versions.theirs(), entity));
        tell(new Step.Cell(entity, ""), FieldPath.WHOLE, sides);
    }

    private static Optional<Value> cells(SceneSnapshot snapshot, Entity entity) {
        var cells = new LinkedHashMap<String, Value>();
        snapshot.components(entity)
                .forEach(c -> snapshot.value(entity, c).ifPresent(v -> cells.put(c, v)));
        return snapshot.holds(entity) ? Optional.of(new Value.Fields(cells)) : Optional.empty();
    }

    /** Adds an entity that they added, and tells of one that they changed but we deleted. */
    private void addTheirs(Entity entity) {
        if (versions.ours().holds(entity)) {
            return;
        }
        if (versions.base().holds(entity)) {
            tellDeletion(entity, changed(entity, versions.theirs()));
        } else {
            add(entity, versions.theirs());
        }
    }

    /** Adds an entity as it is in one of the states. */
    void add(Entity entity, SceneSnapshot from) {
        merged = merged.withNode(new SceneSnapshot.Node(entity, Entity.ROOT, List.of()));
        from.components(entity)
                .forEach(name -> write(new Step.Cell(entity, name), from.value(entity, name)));
    }

    void write(Step.Cell cell, Optional<Value> value) {
        merged = merged.with(cell.entity(), cell.component(), value);
    }

    /** What a side wrote of an entity; what it only took out goes well with a deletion. */
    private Set<String> changed(Entity entity, SceneSnapshot side) {
        var names = new LinkedHashSet<>(side.components(entity));
        names.removeIf(n -> versions.base().value(entity, n).equals(side.value(entity, n)));
        return names;
    }

    private ValueMerge.Sides sides(Entity entity, String component) {
        return new ValueMerge.Sides(
                versions.base().value(entity, component),
                versions.ours().value(entity, component),
                versions.theirs().value(entity, component));
    }

    private Set<String> components() {
        var names = new LinkedHashSet<>(versions.ours().cellNames());
        names.addAll(versions.theirs().cellNames());
        names.remove(TreeOrder.NODES);
        return names;
    }

    private void component(String component) {
        var entities = new TreeSet<Entity>();
        versions.ours().forEach(component, (entity, value) -> entities.add(entity));
        versions.theirs().forEach(component, (entity, value) -> entities.add(entity));
        for (var entity : entities) {
            // Whoever is missing on one side came or went as a whole.
            if (versions.ours().holds(entity) && versions.theirs().holds(entity)) {
                cell(new Step.Cell(entity, component));
            }
        }
    }

    private void cell(Step.Cell cell) {
        var sides = sides(cell.entity(), cell.component());
        var value = merge(cell, sides);
        if (!value.equals(sides.ours())) {
            write(cell, value);
        }
        if (cell.component().equals(SceneSnapshot.TRANSFORM) && isPlaceDisputed(cell, sides)) {
            keepPlace(cell.entity());
        }
    }

    private boolean isPlaceDisputed(Step.Cell cell, ValueMerge.Sides sides) {
        boolean isParent =
                conflicts.getOrDefault(cell, List.of()).stream()
                        .anyMatch(c -> c.path().equals(TreeMerge.PARENT));
        return isParent
                || isElsewhere(sides.base(), sides.ours()) && isPlaced(sides.base(), sides.theirs())
                || isElsewhere(sides.base(), sides.theirs())
                        && isPlaced(sides.base(), sides.ours());
    }

    /** Whether an entity came below a parent where its axes are others than before. */
    private static boolean isElsewhere(Optional<Value> was, Optional<Value> is) {
        return !Hierarchy.wanted(was).equals(Hierarchy.wanted(is))
                && (differs(ROTATION, was, is) || differs(SCALE, was, is));
    }

    /** Whether an entity was moved, rotated or scaled where it hangs. */
    private static boolean isPlaced(Optional<Value> was, Optional<Value> is) {
        return Hierarchy.wanted(was).equals(Hierarchy.wanted(is))
                && (differs(POSITION, was, is)
                        || differs(ROTATION, was, is)
                        || differs(SCALE, was, is));
    }

    private static boolean differs(FieldPath path, Optional<Value> was, Optional<Value> is) {
        return !was.flatMap(value -> value.at(path)).equals(is.flatMap(value -> value.at(path)));
    }

    /**
     * Leaves an entity where it is in ours: position, rotation and scale mean nothing below another
     * parent.
     */
    void keepPlace(Entity entity) {
        var cell = new Step.Cell(entity, SceneSnapshot.TRANSFORM);
        var sides = sides(entity, cell.component());
        conflicts.remove(cell);
        for (var part : ValueDiff.of(sides.base(), sides.theirs())) {
            var clash =
                    new ValueMerge.Sides(
                            part.before(),
                            sides.ours().flatMap(value -> value.at(part.path())),
                            part.after());
            if (!clash.ours().equals(clash.theirs())) {
                tell(cell, part.path(), clash);
            }
        }
        write(cell, sides.ours());
    }
}
