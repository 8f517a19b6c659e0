// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Participant;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where in the tree of entities others are at work.
 *
 * @param all what each has selected or drags, in the document
 */
record ColleaguePlaces(Map<Entity, List<Dot>> all) {
    /** Of a huge selection nobody looks for all. */
    private static final int MOST_LOOKED_FOR = 200;

    /**
     * What stands for somebody at an entity.
     *
     * @param address of whom
     * @param at what they have selected
     * @param isHolding whether they drag it
     * @param isInside whether it is somewhere below the row that it is shown in
     */
    record Dot(
            String address,
            String name,
            int color,
            Entity at,
            boolean isHolding,
            boolean isInside) {
        private Dot inside() {
            return new Dot(address, name, color, at, isHolding, true);
        }

        /** As people read it. */
        String sentence(SceneSnapshot now) {
            String what = isInside ? now.name(at) : "this";
            return name + (isHolding ? " is dragging " : " has selected ") + what + ".";
        }
    }

    static ColleaguePlaces of(List<Participant> others) {
        var all = new LinkedHashMap<Entity, List<Dot>>();
        for (var other : others) {
            var held = other.presence().holding();
            Stream.concat(held.stream(), other.presence().selection().stream())
                    .distinct()
                    .map(entity -> dot(other, entity, held.contains(entity)))
                    .forEach(dot -> add(dot, all));
        }
        return new ColleaguePlaces(all);
    }

    private static Dot dot(Participant other, Entity at, boolean isHolding) {
        return new Dot(other.address(), other.name(), other.color(), at, isHolding, false);
    }

    private static void add(Dot dot, Map<Entity, List<Dot>> all) {
        all.computeIfAbsent(dot.at(), entity -> new ArrayList<>()).add(dot);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Who is at a row, each once.
     *
     * @param isFolded whether the rows below it are not seen
     */
    List<Dot> at(Entity row, boolean isFolded, SceneSnapshot now) {
        var dots = new LinkedHashMap<String, Dot>();
        all.getOrDefault(row, List.of()).forEach(dot -> dots.putIfAbsent(dot.address(), dot));
        if (isFolded && !now.children(row).isEmpty()) {
            all.entrySet().stream()
                    .limit(MOST_LOOKED_FOR)
                    .filter(place -> now.holds(place.getKey()) && isBelow(row, place.getKey(), now))
                    .flatMap(place -> place.getValue().stream())
                    .forEach(dot -> dots.putIfAbsent(dot.address(), dot.inside()));
        }
        return List.copyOf(dots.values());
    }

    private static boolean isBelow(Entity row, Entity entity, SceneSnapshot now) {
        var up = entity;
        while (!up.equals(Entity.ROOT)) {
            up = now.parent(up);
            if (up.equals(row)) {
                return true;
            }
        }
        return false;
    }
}
