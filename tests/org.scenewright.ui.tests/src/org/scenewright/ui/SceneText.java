// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small scene as text: boxes without light, each in one colour, so that every pixel of them is
 * known.
 */
final class SceneText {
    private final Map<String, Map<Integer, String>> components = new LinkedHashMap<>();
    private final List<Integer> top = new ArrayList<>();

    /** A scene of one parcel with a green box in the middle and a small blue one behind it. */
    static SceneText boxes() {
        return new SceneText()
                .box(512, "Green", "8, 1, 8", "0, 1, 0")
                .box(513, "Blue", "2, 1, 14", "0, 0, 1");
    }

    /** Adds a box of 3 metres. */
    SceneText box(int entity, String name, String place, String color) {
        var xyz = place.split(", ");
        var rgb = color.split(", ");
        top.add(entity);
        put(
                "core::Transform",
                entity,
                """
                "position": { "x": %s, "y": %s, "z": %s },
                "scale": { "x": 3, "y": 3, "z": 3 },
                "rotation": { "x": 0, "y": 0, "z": 0, "w": 1 },
                "parent": 0\
                """
                        .formatted((Object[]) xyz));
        put(
                "core::MeshRenderer",
                entity,
                "\"mesh\": { \"$case\": \"box\", \"box\": { \"uvs\": [] } }");
        put(
                "core::Material",
                entity,
                """
                "material": { "$case": "unlit", "unlit": { "diffuseColor": { "r": %s, "g": %s, "b": %s, "a": 1 } } }\
                """
                        .formatted((Object[]) rgb));
        return name(entity, name);
    }

    SceneText name(int entity, String name) {
        return put("core-schema::Name", entity, "\"value\": \"" + name + "\"");
    }

    SceneText model(int entity, String name, String src) {
        top.add(entity);
        put("core::GltfContainer", entity, "\"src\": \"" + src + "\"");
        return name(entity, name);
    }

    /** Adds a model of 3 metres that is bound to an asset of the catalog. */
    SceneText bound(int entity, String name, String place, String assetId) {
        var xyz = place.split(", ");
        put(
                "core::Transform",
                entity,
                """
                "position": { "x": %s, "y": %s, "z": %s },
                "scale": { "x": 3, "y": 3, "z": 3 },
                "rotation": { "x": 0, "y": 0, "z": 0, "w": 1 },
                "parent": 0\
                """
                        .formatted((Object[]) xyz));
        put(
                "scenewright::Asset",
                entity,
                """
                "bindings": [{ "field": "core::GltfContainer.src", "assetId": "%s", "provider": "" }]\
                """
                        .formatted(assetId));
        return model(entity, name, "assets/asset-packs/crate/crate.glb");
    }

    /** Adds many entities that are only names. */
    SceneText crowd(int count) {
        for (int i = 0; i < count; i++) {
            top.add(1000 + i);
            name(1000 + i, "Someone " + i);
        }
        return this;
    }

    private SceneText put(String component, int entity, String json) {
        components.computeIfAbsent(component, key -> new LinkedHashMap<>()).put(entity, json);
        return this;
    }

    /** Writes the files of the scene into a folder. */
    Path write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("assets/scene"));
            Files.writeString(
                    folder.resolve("scene.json"),
                    """
                    {
                      "ecs7": true,
                      "runtimeVersion": "7",
                      "display": { "title": "%s" },
                      "scene": { "parcels": ["0,0"], "base": "0,0" }
                    }
                    """
                            .formatted(folder.getFileName()));
            return Files.writeString(folder.resolve("assets/scene/main.composite"), composite());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String composite() {
        var nodes =
                top.stream()
                        .map(entity -> "{ \"entity\": " + entity + ", \"children\": [] }")
                        .collect(Collectors.joining(",\n"));
        put(
                "inspector::Nodes",
                0,
                "\"value\": [{ \"entity\": 0, \"children\": " + top + " },\n" + nodes + "]");
        return components.entrySet().stream()
                .map(entry -> component(entry.getKey(), entry.getValue()))
                .collect(
                        Collectors.joining(
                                ",\n", "{\n\"version\": 1,\n\"components\": [\n", "\n]\n}\n"));
    }

    private static String component(String name, Map<Integer, String> values) {
        return values.entrySet().stream()
                .map(
                        entry ->
                                "\""
                                        + entry.getKey()
                                        + "\": { \"json\": {\n"
                                        + entry.getValue()
                                        + "\n} }")
                .collect(
                        Collectors.joining(
                                ",\n",
                                "{ \"name\": \""
                                        + name
                                        + "\", \"jsonSchema\": "
                                        + StoredSchema.of(name)
                                        + ", \"data\": {\n",
                                "\n} }"));
    }
}
