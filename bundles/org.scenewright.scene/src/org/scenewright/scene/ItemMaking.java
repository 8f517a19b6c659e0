// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts placeholders where entities of a scene name files, ids and each other. */
final class ItemMaking {
    /** What an editor notes of entities for itself, and what they are to others alone. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    Copying.SELECTION,
                    "inspector::TransformConfig",
                    "inspector::Ground",
                    "inspector::Tile",
                    ItemCopy.CUSTOM,
                    TreeOrder.NODES,
                    SceneSnapshot.HIDE,
                    SceneSnapshot.LOCK,
                    SceneSnapshot.TRANSFORM,
                    Following.COMPOSITE,
                    NetworkIds.ENTITY,
                    NetworkIds.PARENT,
                    Placement.BINDING);

    private static final FieldPath ID = FieldPath.of("id");

    private final SceneSnapshot scene;
    private final List<Entity> tops;
    private final SequencedMap<Entity, Entity> numbers = new LinkedHashMap<>();
    private final Map<Long, Step.Cell> owners;
    private final ItemFiles files;
    private final Set<String> losses = new HashSet<>();

    ItemMaking(SceneSnapshot scene, List<Entity> entities, Function<String, List<String>> needs) {
        this.scene = scene;
        tops = scene.tops(entities.stream().filter(e -> !e.isReserved()).toList());
        var all = new ArrayList<>(tops);
        for (int next = 0; next < all.size(); next++) {
            all.addAll(scene.children(all.get(next)));
        }
        // Where others refer to the one at the top, 0 would tell them that they refer to nobody.
        int first =
                tops.size() == 1 && !isMeant(tops.getFirst(), all) ? 0 : Entity.FIRST_FREE_NUMBER;
        for (var entity : all) {
            boolean isZero = first == 0 && numbers.isEmpty();
            int number = isZero ? 0 : Entity.FIRST_FREE_NUMBER + numbers.size();
            numbers.put(entity, new Entity(number));
        }
        owners = PackIds.owners(scene, all);
        files = new ItemFiles(scene, all, needs);
    }

    private boolean isMeant(Entity top, List<Entity> all) {
        return all.stream()
                .filter(entity -> !entity.equals(top))
                .anyMatch(entity -> refers(entity, top));
    }

    private boolean refers(Entity from, Entity to) {
        return scene.components(from).stream()
                .filter(component -> !LEFT_OUT.contains(component))
                .anyMatch(
                        component ->
                                scene.types().find(component).stream()
                                        .anyMatch(
                                                type ->
                                                        References.in(
                                                                        type.schema(),
                                                                        value(from, component))
                                                                .contains(to)));
    }

    private Value value(Entity entity, String component) {
        return scene.value(entity, component).orElse(Value.EMPTY);
    }

    MadeItem item() {
        var parts = new ArrayList<SceneItem.Part>();
        transforms().ifPresent(parts::add);
        for (String component : scene.componentNames()) {
            var type = scene.types().find(component);
            if (type.isPresent() && !LEFT_OUT.contains(component)) {
                part(type.get()).ifPresent(parts::add);
            }
        }
        return new MadeItem(new SceneItem(parts), files.all(), losses.stream().sorted().toList());
    }

    private Optional<SceneItem.Part> part(ComponentType type) {
        var values = new TreeMap<Entity, Value>();
        numbers.forEach(
                (entity, number) ->
                        scene.value(entity, type.name())
                                .ifPresent(value -> values.put(number, made(type, entity, value))));
        var schema =
                Optional.of(type)
                        .filter(open -> StoredSchemas.isOpen(open.name()))
                        .map(open -> ValueJson.read(JsonSchemas.write(open)));
        return Optional.of(new SceneItem.Part(type.name(), schema, values))
                .filter(part -> !values.isEmpty());
    }

    private Value made(ComponentType type, Entity entity, Value value) {
        String component = type.name();
        var located = files.located(type, value);
        var pointed =
                References.written(other -> reference(entity, other))
                        .follow(type.schema(), located);
        if (component.equals(PackIds.TRIGGERS)) {
            return PackIds.eachTriggered(pointed, part -> trigger(entity, part));
        } else if (component.equals(ItemValues.SYNC)) {
            return pointed.with(FieldPath.of("componentIds"), named(pointed));
        }
        return Ledger.WITH_IDS.contains(component)
                ? pointed.with(ID, Value.of(ItemValues.SELF))
                : pointed;
    }

    private Value reference(Entity from, Entity to) {
        if (from.equals(to)) {
            return Value.of(ItemValues.SELF);
        }
        var inside = Optional.ofNullable(numbers.get(to));
        if (inside.isEmpty() && !to.isReserved() && scene.holds(to)) {
            lose(from, to);
        }
        var other = to.isReserved() ? to : Entity.ROOT;
        return Value.of(inside.orElse(other).toLong());
    }

    private void lose(Entity from, Entity to) {
        losses.add(
                "\"%s\" refers to \"%s\", which is no part of the item."
                        .formatted(scene.name(from), scene.name(to)));
    }

    private Value trigger(Entity self, Value part) {
        if (!(part.at(ID).orElse(Value.EMPTY) instanceof Value.Num(var number))) {
            return part;
        }
        long id = (long) number;
        var own = PackIds.component(scene, self, id).map(name -> "{self:" + name + "}");
        var reference =
                own.or(
                        () ->
                                Optional.ofNullable(owners.get(id))
                                        .map(
                                                cell ->
                                                        "{"
                                                                + numbers.get(cell.entity())
                                                                + ":"
                                                                + cell.component()
                                                                + "}"));
        if (reference.isEmpty()) {
            losses.add(
                    "A trigger of \"%s\" is about something that is no part of the item."
                            .formatted(scene.name(self)));
        }
        return reference
                .map(text -> part.with(ID, Value.of(text)))
                .orElseGet(() -> part.without(ID));
    }

    /** The names of components, which are the same in every scene. */
    private Value named(Value sync) {
        return Value.of(
                sync.items("componentIds").stream()
                        .map(
                                id ->
                                        scene.types()
                                                .find(
                                                        new ComponentId(
                                                                (int) (long) id.number("", 0)))
                                                .<Value>map(type -> Value.of(type.name()))
                                                .orElse(id))
                        .toList());
    }

    private Optional<SceneItem.Part> transforms() {
        var values = new TreeMap<Entity, Value>();
        var middle = middle();
        numbers.forEach(
                (entity, number) -> {
                    var world = scene.worldPose(entity);
                    if (!tops.contains(entity)) {
                        var parent = Optional.ofNullable(numbers.get(scene.parent(entity)));
                        var local = value(entity, SceneSnapshot.TRANSFORM);
                        values.put(number, Moving.below(local, parent.orElse(Entity.ROOT)));
                    } else if (tops.size() > 1) {
                        var around =
                                new Pose(
                                        world.position().minus(middle),
                                        world.rotation(),
                                        world.scale());
                        values.put(number, Moving.below(posed(around), Entity.ROOT));
                    } else if (!isUpright(world)) {
                        values.put(
                                number,
                                posed(
                                        new Pose(
                                                Pose.IDENTITY.position(),
                                                world.rotation(),
                                                world.scale())));
                    }
                });
        return Optional.of(new SceneItem.Part(SceneSnapshot.TRANSFORM, Optional.empty(), values))
                .filter(part -> !values.isEmpty());
    }

    private static boolean isUpright(Pose pose) {
        return Tidy.same(pose.rotation(), Pose.IDENTITY.rotation())
                && Tidy.same(pose.scale(), Pose.IDENTITY.scale());
    }

    private static Value posed(Pose pose) {
        return Moving.posed(Pose.IDENTITY.toValue(), pose);
    }

    private Pose.Vec middle() {
        var sum = Pose.IDENTITY.position();
        for (var top : tops) {
            sum = sum.plus(scene.worldPose(top).position());
        }
        return sum.scaled(1.0 / Math.max(1, tops.size()));
    }
}
