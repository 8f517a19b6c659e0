// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** What can be created from a menu: a name, an icon and the components that it starts with. */
enum Creatable {
    EMPTY("Entity", "entity", 0, value -> value),
    BOX("Box", "primitive", 0.5, mesh("box"), "core::MeshRenderer", "core::MeshCollider"),
    SPHERE("Sphere", "primitive", 0.5, mesh("sphere"), "core::MeshRenderer", "core::MeshCollider"),
    CYLINDER(
            "Cylinder",
            "primitive",
            0.5,
            mesh("cylinder"),
            "core::MeshRenderer",
            "core::MeshCollider"),
    PLANE("Plane", "primitive", 0.5, mesh("plane"), "core::MeshRenderer", "core::MeshCollider"),
    MODEL("Model", "model", 0, value -> value, "core::GltfContainer"),
    TEXT(
            "Text",
            "text",
            1,
            value -> value.with(FieldPath.of("text"), Value.of("Text")),
            "core::TextShape"),
    LIGHT("Light", "light", 2, Creatable::pointLight, "core::LightSource");

    private final String label;
    private final String icon;
    private final double height;
    private final UnaryOperator<Value> start;
    private final String[] components;

    Creatable(
            String label,
            String icon,
            double height,
            UnaryOperator<Value> start,
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
            types.find(name).ifPresent(type -> values.put(name, start.apply(type.initial())));
        }
        return values;
    }

    private static UnaryOperator<Value> mesh(String shape) {
        var choice = Value.fields("$case", Value.of(shape)).with(FieldPath.of(shape), Value.EMPTY);
        return value -> value.with(FieldPath.of("mesh"), choice);
    }

    private static Value pointLight(Value light) {
        var choice =
                Value.fields("$case", Value.of("point")).with(FieldPath.of("point"), Value.EMPTY);
        return light.with(FieldPath.of("type"), choice);
    }
}
