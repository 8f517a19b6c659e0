// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Edits as a restless person makes them, some of which must be refused; the same for the same seed.
 */
final class RandomEdits {
    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    Edit next(SceneSnapshot scene) {
        var entity = entity(scene);
        return switch (random.nextInt(17)) {
            case 0, 1 -> new Edit.Spawn(name(), place(scene), components());
            case 2 -> new Edit.Despawn(some(scene));
            case 3, 4 ->
                    new Edit.Set(
                            entity,
                            SceneSnapshot.TRANSFORM,
                            FieldPath.parse("position." + axis()),
                            number());
            case 5 ->
                    new Edit.Set(
                            entity,
                            SceneSnapshot.TRANSFORM,
                            FieldPath.of("parent"),
                            Value.of(entity(scene).toLong()));
            case 6 ->
                    new Edit.Put(
                            entity,
                            "core-schema::Tags",
                            ValueJson.parse("{\"tags\":[\"" + name() + "\",\"b\"]}"));
            case 7 -> new Edit.Unset(entity, "core-schema::Tags", FieldPath.parse("tags.0"));
            case 8 -> new Edit.Remove(entity, component(scene, entity));
            case 9 -> new Edit.Rename(entity, name());
            case 10, 11 -> new Edit.Reparent(some(scene), place(scene));
            case 12 -> new Edit.Duplicate(few(scene));
            case 13 -> new Edit.Paste(Fragment.copy(scene, few(scene)), place(scene));
            case 14 -> new Edit.Configure(FieldPath.of("display", axis()), number());
            case 15 ->
                    new Edit.Put(
                            entity,
                            "inspector::Lock",
                            Value.fields("value", Value.of(random.nextInt(4) == 0)));
            default -> new Edit.All("", List.of(next(scene), next(scene), next(scene)));
        };
    }

    private String name() {
        return List.of("Box", "Lid", "Box_2", "Crate", "Lid_3").get(random.nextInt(5));
    }

    private String axis() {
        return List.of("x", "y", "z").get(random.nextInt(3));
    }

    private Value number() {
        return Value.of(random.nextInt(5));
    }

    private Entity entity(SceneSnapshot scene) {
        var entities = scene.entities();
        return entities.get(random.nextInt(entities.size()));
    }

    private List<Entity> some(SceneSnapshot scene) {
        var some = new ArrayList<Entity>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(entity(scene));
        }
        return some;
    }

    // Copies of everything, made again and again, would fill the scene.
    private List<Entity> few(SceneSnapshot scene) {
        return scene.size() > 60 ? List.of() : some(scene);
    }

    private String component(SceneSnapshot scene, Entity entity) {
        var names = scene.components(entity);
        return names.isEmpty() ? SceneSnapshot.NAME : names.get(random.nextInt(names.size()));
    }

    private Edit.Place place(SceneSnapshot scene) {
        var parent = entity(scene);
        var children = scene.children(parent);
        boolean isEnd = children.isEmpty() || random.nextBoolean();
        return new Edit.Place(
                parent,
                isEnd
                        ? Optional.empty()
                        : Optional.of(children.get(random.nextInt(children.size()))));
    }

    private LinkedHashMap<String, Value> components() {
        var components = new LinkedHashMap<String, Value>();
        if (random.nextBoolean()) {
            components.put(
                    "core-schema::Network-Entity",
                    ValueJson.parse("{\"networkId\":0,\"entityId\":8002}"));
            components.put("asset-packs::Actions", ValueJson.parse("{\"id\":1,\"value\":[]}"));
        }
        return components;
    }

    Origin origin() {
        return switch (random.nextInt(6)) {
            case 0 -> Origin.link(Origin.Kind.PEER, "anna");
            case 1, 2 -> Origin.gesture(1 + random.nextInt(2));
            default -> Origin.USER;
        };
    }

    boolean often() {
        return random.nextInt(5) > 0;
    }
}
