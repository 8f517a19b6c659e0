// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.assets.AssetBindings;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the elements of the user interface of a scene; what did not change since the last time is
 * not read again. One thread only.
 */
final class Elements {
    private static final String TRANSFORM = "core::UiTransform";
    private static final String TEXT = "core::UiText";
    static final String BACKGROUND = "core::UiBackground";
    private static final String INPUT = "core::UiInput";
    private static final String DROPDOWN = "core::UiDropdown";
    private static final String EVENTS = "core::PointerEvents";

    /** The components that say how the user interface looks and what it does. */
    static final Set<String> COMPONENTS =
            Set.of(TRANSFORM, TEXT, BACKGROUND, INPUT, DROPDOWN, EVENTS, AssetBindings.COMPONENT);

    private static final int DEEPEST = 200;
    private static final int MOST = 20_000;

    /** PointerFilterMode. */
    private static final int BLOCK = 1;

    private Map<Value, FlexStyle> styles = new IdentityHashMap<>();
    private Map<Value, FlexStyle> read = new IdentityHashMap<>();

    /** One entity and where it hangs. */
    private record Hung(Entity entity, Value transform, int parent, int rightOf) {}

    /** The elements that hang from the screen, in their order. */
    List<Element> roots(SceneSnapshot scene) {
        read = new IdentityHashMap<>();
        var hung = hung(scene);
        var roots = new Family(scene, hung).of(0, 0);
        styles = read;
        return roots;
    }

    private static Map<Integer, List<Hung>> hung(SceneSnapshot scene) {
        var hung = new HashMap<Integer, List<Hung>>();
        int[] count = new int[1];
        scene.forEach(
                TRANSFORM,
                (entity, value) -> {
                    var part = Part.of(value);
                    var one =
                            new Hung(
                                    entity,
                                    value,
                                    part.whole("parent", 0),
                                    part.whole("rightOf", 0));
                    if (count[0]++ < MOST) {
                        hung.computeIfAbsent(one.parent, p -> new ArrayList<>()).add(one);
                    }
                });
        return hung;
    }

    private final class Family {
        private final SceneSnapshot scene;
        private final Map<Integer, List<Hung>> hung;

        Family(SceneSnapshot scene, Map<Integer, List<Hung>> hung) {
            this.scene = scene;
            this.hung = hung;
        }

        List<Element> of(int parent, int depth) {
            // What is taken out is not found again, whoever hangs below himself.
            var children = hung.remove(parent);
            return children == null || depth > DEEPEST
                    ? List.of()
                    : ordered(children).stream().map(child -> element(child, depth)).toList();
        }

        private Element element(Hung one, int depth) {
            var entity = one.entity;
            var part = Part.of(one.transform);
            var fill =
                    part(entity, BACKGROUND)
                            .map(back -> Fill.of(back, AssetBindings.of(scene, entity)));
            var matter =
                    new Element.Matter(
                            part(entity, TEXT).map(Wording::of),
                            part(entity, INPUT).map(Field::of),
                            part(entity, DROPDOWN).map(Choice::of));
            var events = scene.value(entity, EVENTS);
            boolean isSolid =
                    part.whole("pointerFilter", 0) == BLOCK
                            || events.isPresent()
                            || matter.isActive();
            return new Element(
                    entity,
                    style(one.transform),
                    Look.of(part, fill),
                    matter,
                    events.map(Element::wants).orElse(Set.of()),
                    isSolid,
                    of(entity.bits(), depth + 1));
        }

        private Optional<Part> part(Entity entity, String component) {
            return scene.value(entity, component).map(Part::of);
        }

        private FlexStyle style(Value transform) {
            var known = styles.get(transform);
            var style = known == null ? new FlexReading(Part.of(transform)).style() : known;
            read.put(transform, style);
            return style;
        }
    }

    /** Each right of the one it names; those of whom nobody knows at the end. */
    private static List<Hung> ordered(List<Hung> siblings) {
        var byLeft = new HashMap<Integer, List<Hung>>();
        siblings.forEach(
                one -> byLeft.computeIfAbsent(one.rightOf, left -> new ArrayList<>()).add(one));
        var ordered = new ArrayList<Hung>();
        follow(0, byLeft, ordered);
        var placed = ordered.stream().map(Hung::entity).collect(Collectors.toSet());
        siblings.stream()
                .filter(one -> !placed.contains(one.entity))
                .sorted(Comparator.comparingInt(one -> one.entity.number()))
                .forEach(ordered::add);
        return ordered;
    }

    private static void follow(int first, Map<Integer, List<Hung>> byLeft, List<Hung> to) {
        var left = new ArrayList<>(List.of(first));
        while (!left.isEmpty()) {
            var next = byLeft.remove(left.removeLast());
            if (next != null) {
                to.addAll(next);
                next.forEach(one -> left.add(one.entity.bits()));
            }
        }
    }
}
