// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Judges a merge without knowing how it is done: by the table of leaves, and by what lists may
 * become.
 */
final class MergeOracle {
    // Numbers of the whole scene, and the counter of them.
    private static final Pattern IDS =
            Pattern.compile(
                    " asset-packs::(Actions|States|Counter) id$"
                            + "|^0 asset-packs::Counter value$"
                            + "| core-schema::Network-Entity entityId$");

    private final Map<String, Value> base;
    private final Map<String, Value> ours;
    private final Map<String, Value> theirs;
    private final Map<String, Value> merged;
    private final ThreeWay.Merged result;
    private int taken;

    MergeOracle(
            SceneSnapshot base, SceneSnapshot ours, SceneSnapshot theirs, ThreeWay.Merged result) {
        this.result = result;
        this.base = leaves(base, Map.of());
        this.ours = leaves(ours, Map.of());
        this.theirs = leaves(theirs, result.renumbered());
        this.merged = leaves(result.snapshot(), Map.of());
    }

    static Set<String> components(SceneSnapshot one, SceneSnapshot other, Entity entity) {
        var names = new TreeSet<>(one.components(entity));
        names.addAll(other.components(entity));
        names.remove(TreeOrder.NODES);
        return names;
    }

    /** How many fields stand as only they wanted. */
    int taken() {
        return taken;
    }

    /** All fields that are no structs; those of renumbered entities under the new number. */
    private static Map<String, Value> leaves(
            SceneSnapshot snapshot, Map<Entity, Entity> renumbered) {
        var leaves = new TreeMap<String, Value>();
        add(leaves, "0 scene.json", snapshot.settings());
        for (var entity : snapshot.entities()) {
            for (String component : components(snapshot, snapshot, entity)) {
                var value = snapshot.value(entity, component).orElseThrow();
                var parent = Entity.of(value.number("parent", 0)).orElse(Entity.ROOT);
                boolean isMoved =
                        component.equals(SceneSnapshot.TRANSFORM) && renumbered.containsKey(parent);
                var followed =
                        isMoved
                                ? Moving.below(value, renumbered.getOrDefault(parent, parent))
                                : value;
                var now = renumbered.getOrDefault(entity, entity);
                add(leaves, now + " " + component, followed);
            }
        }
        return leaves;
    }

    private static void add(Map<String, Value> leaves, String key, Value value) {
        if (value instanceof Value.Fields(var fields) && !fields.isEmpty()) {
            fields.forEach((name, part) -> add(leaves, key + " " + name, part));
        } else {
            leaves.put(key, value);
        }
    }

    void check(String story) {
        var told = new HashSet<String>();
        for (var c : result.conflicts()) {
            told.add(key(c.entity(), c.component(), c.path()));
            checkTold(c, story);
        }
        var keys = new TreeSet<>(base.keySet());
        keys.addAll(ours.keySet());
        keys.addAll(theirs.keySet());
        keys.addAll(merged.keySet());
        keys.removeIf(IDS.asPredicate());
        keys.forEach(key -> check(key, told, story + ": " + key));
        checkIds(story);
    }

    /** No new id stands for more things than on one of the sides. */
    private void checkIds(String story) {
        var most = uses(ours);
        uses(theirs).forEach((id, count) -> most.merge(id, count, Math::max));
        var now = uses(merged);
        now.keySet().removeAll(uses(base).keySet());
        now.forEach(
                (id, count) ->
                        assertTrue(
                                count <= most.getOrDefault(id, 1),
                                story + ": the id " + id + " twice"));
    }

    private static Map<String, Integer> uses(Map<String, Value> leaves) {
        var uses = new TreeMap<String, Integer>();
        leaves.forEach(
                (key, id) -> {
                    if (IDS.matcher(key).find() && !key.startsWith("0 ")) {
                        uses.merge(key.substring(key.lastIndexOf(' ')) + id, 1, Integer::sum);
                    }
                });
        return uses;
    }

    private static String key(Entity entity, String component, FieldPath path) {
        var key = new StringBuilder(entity.toString());
        key.append(component.isEmpty() ? "" : " " + component);
        path.steps().forEach(step -> key.append(' ').append(step));
        return key.toString();
    }

    private void checkTold(Conflict c, String story) {
        boolean isPlace = c.component().equals(SceneSnapshot.TRANSFORM) || c.component().isEmpty();
        assertTrue(isPlace || !c.base().equals(c.ours()), story + ": we changed " + c);
        assertTrue(
                c.component().isEmpty() || !c.base().equals(c.theirs()),
                story + ": they changed " + c);
        assertTrue(isPlace || !c.ours().equals(c.theirs()), story + ": a difference in " + c);
    }

    private void check(String key, Set<String> told, String story) {
        var b = Optional.ofNullable(base.get(key));
        var o = Optional.ofNullable(ours.get(key));
        var t = Optional.ofNullable(theirs.get(key));
        var m = Optional.ofNullable(merged.get(key));
        if (isUprooted(key)) {
            return;
        }
        if (isTold(key, told) || isWholeKept(key)) {
            checkKept(o, m, story);
        } else if (o.equals(t) || t.equals(b)) {
            assertEquals(o, m, story);
        } else if (o.equals(b)) {
            taken++;
            assertEquals(t, m, story);
        } else {
            assertTrue(
                    o.orElse(Value.EMPTY) instanceof Value.Items
                            && t.orElse(Value.EMPTY) instanceof Value.Items,
                    story + " is an untold conflict: " + b + o + t);
            checkList(o.get(), t.get(), m.orElseThrow(), story);
        }
    }

    /** Ours stands; of a list with a conflict in one item other items may be theirs. */
    private static void checkKept(Optional<Value> ours, Optional<Value> merged, String story) {
        if (!(merged.orElse(Value.EMPTY) instanceof Value.Items)) {
            assertEquals(ours, merged, story);
        }
    }

    /** What both still have is there, and nothing that nobody has. */
    private static void checkList(Value ours, Value theirs, Value merged, String story) {
        var both = new LinkedHashSet<>(ours.items(""));
        both.retainAll(theirs.items(""));
        assertTrue(merged.items("").containsAll(both), story);
        var either = new LinkedHashSet<>(ours.items(""));
        either.addAll(theirs.items(""));
        assertTrue(either.containsAll(merged.items("")), story);
    }

    /** Whether a conflict speaks of the leaf, of something around it or of an item in it. */
    private static boolean isTold(String key, Set<String> told) {
        return told.stream()
                .anyMatch(t -> key.equals(t) || key.startsWith(t + " ") || t.startsWith(key + " "));
    }

    /** An entity that they hung below what we deleted has a place that nobody gave it. */
    private boolean isUprooted(String key) {
        return result.conflicts().stream()
                .anyMatch(
                        c ->
                                c.path().equals(TreeMerge.PARENT)
                                        && c.ours().isEmpty()
                                        && key.startsWith(
                                                c.entity() + " " + SceneSnapshot.TRANSFORM));
    }

    /** Of an entity that one side deleted and the other one changed, all stays as in ours. */
    private boolean isWholeKept(String key) {
        String entity = key.substring(0, key.indexOf(' ') + 1);
        boolean isTold = result.conflicts().stream().anyMatch(c -> entity.equals(c.entity() + " "));
        return isTold && holds(base, entity) && (!holds(ours, entity) || !holds(theirs, entity));
    }

    private static boolean holds(Map<String, Value> leaves, String entity) {
        return leaves.keySet().stream().anyMatch(key -> key.startsWith(entity));
    }
}
