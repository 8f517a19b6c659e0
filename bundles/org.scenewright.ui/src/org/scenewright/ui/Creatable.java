// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be created from a menu: a name, an icon and the components that it starts with. */
enum Creatable {
    EMPTY("Entity", "entity", 0, ComponentType::initial),
    BOX("Box", "primitive", 0.5, chosen("mesh", "box"), "core::MeshRenderer", "core::MeshCollider"),
    SPHERE(
            "Sphere",
            "primitive",
            0.5,
            chosen("mesh", "sphere"),
            "core::MeshRenderer",
            "core::MeshCollider"),
    CYLINDER(
            "Cylinder",
            "primitive",
            0.5,
            chosen("mesh", "cylinder"),
            "core::MeshRenderer",
            "core::MeshCollider"),
    PLANE(
            "Plane",
            "primitive",
            0.5,
            chosen("mesh", "plane"),
            "core::MeshRenderer",
            "core::MeshCollider"),
    MODEL("Model", "model", 0, ComponentType::initial, "core::GltfContainer"),
    TEXT(
            "Text",
            "text",
            1,
            type -> type.initial().with(FieldPath.of("text"), Value.of("Text")),
            "core::TextShape"),
    LIGHT("Light", "light", 2, chosen("type", "point"), "core::LightSource");

    private final String label;
    private final String icon;
    private final double height;
    private final Function<ComponentType, Value> start;
    private final String[] components;

    Creatable(
            String label,
            String icon,
            double height,
            Function<ComponentType, Value> start,
            String... components) {
        this.label = label;
        this.icon = icon;
        this.height = height;
        this.start = start;
        this.components = components;
    }

    String label() {
        return label;
    }

    String icon() {
        return icon;
    }

    /** Where its middle is when it stands on a place. */
    Pose on(Pose.Vec ground) {
        var middle = new Pose.Vec(ground.x(), ground.y() + height, ground.z());
        return new Pose(middle, Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
    }

    /** The edit that makes one at a place of the tree, with a pose relative to its parent. */
    Edit spawn(SceneSnapshot snapshot, Edit.Place place, Pose pose) {
        return new Edit.Spawn(label, place, values(snapshot.types(), pose));
    }

    private SequencedMap<String, Value> values(ComponentTypes types, Pose pose) {
        var values = new LinkedHashMap<String, Value>();
        values.put(SceneSnapshot.TRANSFORM, pose.toValue());
        for (var name : components) {
            types.find(name).ifPresent(type -> values.put(name, start.apply(type)));
        }
        return values;
    }

    /** The initial value with a case chosen in one of its fields, and all that belongs to it. */
    private static Function<ComponentType, Value> chosen(String field, String name) {
        return type -> type.initial().with(FieldPath.of(field), choice(type.schema(), field, name));
    }

    private static Value choice(Schema schema, String field, String name) {
        return Stream.of(schema)
                .flatMap(has -> has instanceof Schema.Struct(var all) ? all.stream() : Stream.of())
                .filter(part -> part.name().equals(field))
                .flatMap(
                        part ->
                                part.schema() instanceof Schema.OneOf one
                                        ? Stream.of(one)
                                        : Stream.of())
                .flatMap(
                        one ->
                                one.cases().stream()
                                        .filter(c -> c.name().equals(name))
                                        .map(one::choose))
                .findFirst()
                .orElseThrow();
    }
}
