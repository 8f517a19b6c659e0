// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
            for (var entity : merge.merged().entities()) {
                isSound &= !repairs(entity);
            }
        }
        nodes(order(families()));
    }

    private SceneSnapshot merged() {
        return merge.merged();
    }

    private static boolean hangs(SceneSnapshot snapshot, Entity entity, Entity parent) {
        return snapshot.holds(entity) && Hierarchy.wanted(snapshot, entity).equals(parent);
    }

    /** Whether something was wrong with the parent of an entity, and is not any more. */
    private boolean repairs(Entity entity) {
        var parent = Hierarchy.wanted(merged(), entity);
        if (entity.equals(Entity.ROOT) || parent.equals(Entity.ROOT)) {
            return false;
        }
        if (!merged().holds(parent)) {
            return repairsMissing(entity, parent);
        }
        boolean isTheirs = !hangs(ours, entity, parent);
        boolean isMixed = isTheirs && ours.holds(entity) && isMixedCycle(entity);
        if (isMixed) {
            merge.keepPlace(entity);
        }
        return isMixed;
    }

    /** Whether an entity's parents lead back to it, and do so on neither side alone. */
    private boolean isMixedCycle(Entity entity) {
        var cycle = new LinkedHashSet<Entity>();
        var up = entity;
        while (!up.equals(Entity.ROOT) && merged().holds(up) && cycle.add(up)) {
            up = Hierarchy.wanted(merged(), up);
        }
        return up.equals(entity)
                && !cycle.stream().allMatch(e -> hangs(theirs, e, Hierarchy.wanted(merged(), e)));
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

    /** Who hangs below whom in the end. */
    private Map<Entity, Set<Entity>> families() {
        var families = new HashMap<Entity, Set<Entity>>();
        for (var entity : merged().entities()) {
            if (!entity.equals(Entity.ROOT)) {
                families.computeIfAbsent(
                                Hierarchy.effective(merged(), entity), p -> new LinkedHashSet<>())
                        .add(entity);
            }
        }
        return families;
    }

    private Map<Entity, List<Entity>> order(Map<Entity, Set<Entity>> families) {
        var ordered = new HashMap<Entity, List<Entity>>();
        families.forEach((parent, children) -> ordered.put(parent, order(parent, children)));
        return ordered;
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

    private void nodes(Map<Entity, List<Entity>> order) {
        var result = merged();
        for (var entity : merged().entities()) {
            var node =
                    new SceneSnapshot.Node(
                            entity,
                            entity.equals(Entity.ROOT)
                                    ? Entity.ROOT
                                    : Hierarchy.effective(merged(), entity),
                            order.getOrDefault(entity, List.of()));
            boolean isSame =
                    result.parent(entity).equals(node.parent())
                            && result.children(entity).equals(node.children());
            result = isSame ? result : result.withNode(node);
        }
        var list = new NodesMerge(merge.versions()).merged();
        boolean isListed = list.equals(result.value(Entity.ROOT, TreeOrder.NODES));
        merge.become(isListed ? result : result.with(Entity.ROOT, TreeOrder.NODES, list));
    }
}
