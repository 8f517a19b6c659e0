// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what entities add to a scene. */
final class Weighing {
    private static final FieldPath MESH = FieldPath.of("mesh");

    private final AssetUse assets;
    private final Shapes shapes = new Shapes();
    private final Map<AssetSource, Kind> models = new HashMap<>();
    private final Map<String, Kind> meshes = new HashMap<>();

    Weighing(AssetLibrary library) {
        assets = new AssetUse(library);
    }

    Burden of(SceneSnapshot scene, Entity entity) {
        var shown = assets.forget(entity);
        var burden = burden(scene, entity);
        drop(shown);
        return burden;
    }

    /** What nobody shows any more is not kept: models are large. */
    private void drop(Set<AssetSource> shown) {
        shown.stream().filter(source -> !assets.isUsed(source)).forEach(models::remove);
    }

    private Burden burden(SceneSnapshot scene, Entity entity) {
        var kinds = new ArrayList<Kind>();
        model(scene, entity).ifPresent(kinds::add);
        scene.value(entity, Looks.MESH).flatMap(this::shape).ifPresent(kinds::add);
        return scene.value(entity, Looks.MATERIAL)
                .map(material -> Burden.of(List.copyOf(kinds), material))
                .orElseGet(() -> new Burden(List.copyOf(kinds), List.of(), List.of()));
    }

    /** What adds nothing is not waited for. */
    void forget(Entity entity) {
        drop(assets.forget(entity));
    }

    /** How many models are known. */
    int models() {
        return models.size();
    }

    /** Those that a source concerns which has arrived. */
    Set<Entity> loaded(AssetSource source) {
        return assets.loaded(source);
    }

    private Optional<Kind> model(SceneSnapshot scene, Entity entity) {
        if (scene.value(entity, Looks.MODEL).isEmpty()) {
            return Optional.empty();
        }
        var source = AssetBindings.source(scene, entity, Looks.MODEL);
        return assets.model(entity, source) instanceof Loading.Ready<Model>(var model)
                ? Optional.of(model(source, model))
                : Optional.empty();
    }

    private Kind model(AssetSource source, Model model) {
        return models.compute(
                source,
                (key, known) ->
                        known != null && known.isOf(model) ? known : Kind.of(key.path(), model));
    }

    private Optional<Kind> shape(Value renderer) {
        var mesh = renderer.at(MESH).orElse(Value.EMPTY);
        return shapes.of(mesh).stream()
                .findFirst()
                .map(
                        made ->
                                meshes.compute(
                                        mesh.text("$case", ""),
                                        (name, known) ->
                                                known != null && known.isOf(made)
                                                        ? known
                                                        : Kind.of(name, made)));
    }
}
