// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a tree of merged entities: nobody below what is gone or below himself because of the merge,
 * and siblings in an order that both sides know again.
 */
final class TreeMerge {
    /** The field of a Transform that names the parent. */
    static final FieldPath PARENT = FieldPath.of("parent");

    private final ThreeWay merge;
    private final SceneSnapshot base;
    private final SceneSnapshot ours;
    private final SceneSnapshot theirs;

    TreeMerge(ThreeWay merge) {
        this.merge = merge;
        this.base = merge.versions().base();
        this.ours = merge.versions().ours();
        this.theirs = merge.versions().theirs();
    }

    void run() {
        // Every repair brings something back to what it is in ours, so there is an end.
        boolean isSound = false;
        while (!isSound) {
            isSound = true;
            for (var entity : merged().entities()) {
                isSound &= !repairsUpwards(entity);
            }
            for (var ring : rings()) {
                isSound &= !opens(ring);
            }
        }
        nodes();
    }

    private List<List<Entity>> rings() {
        var now = merged();
        return TreeOrder.rings(now.entities(), e -> held(now, Hierarchy.wanted(now, e)));
    }

    private static Entity held(SceneSnapshot snapshot, Entity parent) {
        return snapshot.holds(parent) ? parent : Entity.ROOT;
    }

    private SceneSnapshot merged() {
        return merge.merged();
    }

    private static boolean hangs(SceneSnapshot snapshot, Entity entity, Entity parent) {
        return snapshot.holds(entity) && Hierarchy.wanted(snapshot, entity).equals(parent);
    }

    /** Whether a ring of entities, which stands on neither side alone, is none any more. */
    private boolean opens(List<Entity> ring) {
        var now = merged();
        boolean isMixed = ring.stream().anyMatch(e -> !hangs(theirs, e, Hierarchy.wanted(now, e)));
        var moved =
                ring.stream()
                        .filter(e -> ours.holds(e) && !hangs(ours, e, Hierarchy.wanted(now, e)))
                        .filter(e -> isMixed)
                        .sorted()
                        .findFirst();
        moved.ifPresent(merge::keepPlace);
        return moved.isPresent();
    }

    /** As {@link #repairsMissing}, also for what hangs above by then: it may have come back. */
    private boolean repairsUpwards(Entity entity) {
        boolean isRepaired = false;
        var next = entity;
        while (repairsMissing(next)) {
            isRepaired = true;
            var parent = Hierarchy.wanted(merged(), next);
            next = merged().holds(parent) ? parent : next;
        }
        return isRepaired;
    }

    /** Whether the parent of an entity was not there, and something was done about it. */
    private boolean repairsMissing(Entity entity) {
        var parent = Hierarchy.wanted(merged(), entity);
        return !entity.equals(Entity.ROOT)
                && !merged().holds(parent)
                && repairsMissing(entity, parent);
    }

    private boolean repairsMissing(Entity entity, Entity parent) {
        boolean isOurs = hangs(ours, entity, parent) && ours.holds(parent);
        boolean isTheirs = hangs(theirs, entity, parent) && theirs.holds(parent);
        if (isOurs && merged().withNumber(parent.number()).isEmpty()) {
            revive(parent);
        } else if (isTheirs && ours.holds(entity)) {
            merge.keepPlace(entity);
        } else if (isTheirs || isOurs) {
            uproot(entity, parent);
        }
        return isOurs || isTheirs;
    }

    /** Keeps an entity that they deleted but that we hung something below. */
    private void revive(Entity parent) {
        merge.add(parent, ours);
        merge.tellWhole(parent);
    }

    /** Hangs an entity that has no place in ours at the root, where it is in the world. */
    private void uproot(Entity entity, Entity parent) {
        var from = theirs.holds(entity) ? theirs : ours;
        var cell = new Step.Cell(entity, SceneSnapshot.TRANSFORM);
        var place = merged().value(entity, SceneSnapshot.TRANSFORM).orElse(Value.EMPTY);
        merge.write(
                cell,
                Optional.of(
                        Moving.below(Moving.posed(place, from.worldPose(entity)), Entity.ROOT)));
        var number = Optional.<Value>of(Value.of(parent.toLong()));
        merge.tell(cell, PARENT, new ValueMerge.Sides(Optional.empty(), Optional.empty(), number));
    }

    /** The parent of each entity in the end. */
    private Map<Entity, Entity> parents() {
        var parents = new LinkedHashMap<Entity, Entity>();
        for (var entity : merged().entities()) {
            parents.put(entity, held(merged(), Hierarchy.wanted(merged(), entity)));
        }
        rings().forEach(ring -> ring.forEach(entity -> parents.put(entity, Entity.ROOT)));
        parents.put(Entity.ROOT, Entity.ROOT);
        return parents;
    }

    private static Map<Entity, Set<Entity>> families(Map<Entity, Entity> parents) {
        var families = new HashMap<Entity, Set<Entity>>();
        parents.forEach(
                (entity, parent) -> {
                    if (!entity.equals(Entity.ROOT)) {
                        families.computeIfAbsent(parent, p -> new LinkedHashSet<>()).add(entity);
                    }
                });
        return families;
    }

    private List<Entity> order(Entity parent, Set<Entity> children) {
        var was = base.children(parent);
        var o = ours.children(parent);
        var t = theirs.children(parent);
        if (isAscending(was) && isAscending(o) && isAscending(t)) {
            // Nobody ever chose an order.
            return children.stream().sorted().toList();
        }
        var sequence = new SequenceMerge<>(was, o, t, Entity::compareTo);
        var order = new ArrayList<>(sequence.merged());
        order.retainAll(children);
        var placed = new HashSet<>(order);
        children.stream().filter(child -> !placed.contains(child)).forEach(order::add);
        if (sequence.isDisputed()) {
            var sides =
                    new ValueMerge.Sides(
                            Optional.of(Comparison.numbers(was)),
                            Optional.of(Comparison.numbers(o)),
                            Optional.of(Comparison.numbers(t)));
            merge.tell(new Step.Cell(parent, TreeOrder.NODES), Comparison.ORDER, sides);
        }
        return order;
    }

    private static boolean isAscending(List<Entity> list) {
        return list.equals(list.stream().sorted().toList());
    }

    private void nodes() {
        var result = merged();
        var parents = parents();
        var families = families(parents);
        for (var entity : parents.keySet()) {
            var children = order(entity, families.getOrDefault(entity, Set.of()));
            var parent = parents.getOrDefault(entity, Entity.ROOT);
            boolean isSame =
                    result.parent(entity).equals(parent)
                            && result.children(entity).equals(children);
            result =
                    isSame
                            ? result
                            : result.withNode(new SceneSnapshot.Node(entity, parent, children));
        }
        var list = new NodesMerge(merge.versions()).merged();
        boolean isListed = list.equals(result.value(Entity.ROOT, TreeOrder.NODES));
        merge.become(isListed ? result : result.with(Entity.ROOT, TreeOrder.NODES, list));
    }
}
