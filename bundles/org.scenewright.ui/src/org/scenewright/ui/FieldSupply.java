// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.PlatformUI;
import org.scenewright.content.AssetCatalog;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.scene.SceneItem;

import java.io.IOException;
import java.util.List;

/** What assets of the catalog have for a field of a scene; blocks, not for the UI thread. */
record FieldSupply(OpenScene scene, AssetPlaces.Field field) {

    AssetPlaces.Supply of(String asset) {
        return CatalogsFactory.of(PlatformUI.getWorkbench())
                .catalog()
                .find(asset)
                .map(this::of)
                .orElseGet(() -> new AssetPlaces.Supply.None("No catalog has the asset " + asset));
    }

    private AssetPlaces.Supply of(AssetCatalog.Entry entry) {
        try {
            var bound = scene.imports().promised(entry, scene.snapshot());
            var fit = fit(bound.files().files(), entry.asset().composite());
            if (fit.size() != 1) {
                return new AssetPlaces.Supply.None(
                        "\"" + entry.asset().about().name() + "\" has " + several(fit));
            }
            scene.imports().bring(bound.files());
            return new AssetPlaces.Supply.Held(
                    bound.files().folder() + "/" + fit.getFirst(), bound.whose());
        } catch (IOException failure) {
            return new AssetPlaces.Supply.None(String.valueOf(failure.getMessage()));
        }
    }

    /** Those that the field may name; of several those that the asset's own fields name. */
    private List<String> fit(List<String> files, String composite) {
        var all = SourceKind.of(field.field()).map(kind -> kind.among(files)).orElse(files);
        var named =
                all.stream()
                        .filter(f -> composite.contains(SceneItem.FOLDER + "/" + f + "\""))
                        .toList();
        return all.size() == 1 || named.isEmpty() ? all : named;
    }

    private static String several(List<String> files) {
        return files.isEmpty()
                ? "no such file"
                : files.size() + " such files, as " + files.getFirst();
    }
}
