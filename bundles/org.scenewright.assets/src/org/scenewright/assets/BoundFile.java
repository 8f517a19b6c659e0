// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.CatalogAsset;
import org.scenewright.content.LocalPath;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.AssetFields;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that a field names which is bound to an asset of the catalog.
 *
 * @param field the name of the component, a dot and the path of the field
 * @param path what the field says
 * @param asset the id of the asset
 */
public record BoundFile(Entity entity, String field, String path, String asset) {

    /** All of a scene; any thread. */
    public static List<BoundFile> in(SceneSnapshot scene) {
        var found = new ArrayList<BoundFile>();
        scene.forEach(
                AssetBindings.COMPONENT,
                (entity, value) -> {
                    var bindings = AssetBindings.read(value);
                    for (var component : scene.components(entity)) {
                        found.addAll(of(scene, entity, component, bindings));
                    }
                });
        return found;
    }

    private static List<BoundFile> of(
            SceneSnapshot scene, Entity entity, String component, AssetBindings bindings) {
        var type = scene.types().find(component);
        var value = scene.value(entity, component);
        if (type.isEmpty() || value.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<BoundFile>();
        AssetFields.in(type.get().schema(), value.get())
                .forEach(
                        (at, path) -> {
                            String field = component + "." + at;
                            var asset = bindings.assets().getOrDefault(field, "");
                            if (!asset.isEmpty()) {
                                found.add(new BoundFile(entity, field, path, asset));
                            }
                        });
        return found;
    }

    /**
     * The folder of the project in which the asset lies, or is to lie: what stands before the path
     * of one of its files. Nothing where the field names no file of the asset, or one at the top of
     * the project.
     */
    public Optional<String> folder(CatalogAsset of) {
        return LocalPath.names(path)
                .map(names -> String.join("/", names))
                .flatMap(whole -> folder(whole, of));
    }

    private static Optional<String> folder(String whole, CatalogAsset of) {
        String key = whole.toLowerCase(Locale.ROOT);
        return of.contents().keySet().stream()
                .flatMap(file -> LocalPath.key(file).stream())
                .filter(file -> key.endsWith("/" + file))
                .map(file -> whole.substring(0, whole.length() - file.length() - 1))
                .min(Comparator.comparingInt(String::length));
    }
}
