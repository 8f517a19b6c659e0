// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.Map;

/**
 * Which fields of one entity are bound to assets of the catalog, as its component {@value
 * #COMPONENT} says (ADR-18, in which a message binds a component to its asset).
 *
 * @param assets the id of the asset by field: the name of the component, a dot and the path of the
 *     field
 */
public record AssetBindings(Map<String, String> assets) {
    /** The component that holds the bindings of an entity. */
    public static final String COMPONENT = "scenewright::Asset";

    /** Nothing is bound. */
    public static final AssetBindings NONE = new AssetBindings(Map.of());

    public AssetBindings {
        assets = Map.copyOf(assets);
    }

    /** The bindings of an entity; of several for one field the last counts. */
    public static AssetBindings of(SceneSnapshot scene, Entity entity) {
        return scene.value(entity, COMPONENT).map(AssetBindings::read).orElse(NONE);
    }

    static AssetBindings read(Value component) {
        var assets = new HashMap<String, String>();
        for (var binding : component.items("bindings")) {
            assets.put(binding.text("field", ""), binding.text("assetId", ""));
        }
        return new AssetBindings(assets);
    }

    /**
     * What a field leads to.
     *
     * @param field as {@link #assets} names it
     * @param path what the field says
     */
    public AssetSource source(String field, String path) {
        return new AssetSource(assets.getOrDefault(field, ""), path);
    }

    /** What the field {@code src} of a component of an entity leads to. */
    public static AssetSource source(SceneSnapshot scene, Entity entity, String component) {
        var path = scene.value(entity, component).map(value -> value.text("src", "")).orElse("");
        return of(scene, entity).source(component + ".src", path);
    }
}
