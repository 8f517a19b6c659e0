// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IWorkbenchPage;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.CatalogAsset;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;

import java.util.List;
import java.util.Optional;

/**
 * What people do with an asset of the catalog. UI thread.
 *
 * @param page whose active editor shows the scene that assets are placed in
 * @param changed is run when habits have changed
 */
record CatalogDeeds(
        IWorkbenchPage page, AssetCatalog catalog, CatalogHabits habits, Runnable changed) {

    Optional<OpenScene> scene() {
        return SceneEditor.active(page);
    }

    /** Places an asset where somebody looks, in the scene of the active editor. */
    void place(CatalogAsset asset) {
        scene().ifPresent(
                        scene -> catalog.find(asset.id()).ifPresent(entry -> place(scene, entry)));
    }

    private void place(OpenScene scene, AssetCatalog.Entry entry) {
        var pose = new Pose(scene.gaze(), Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
        scene.imports().place(entry, pose, Edit.Place.TOP);
        used(entry.asset().id());
    }

    void used(String id) {
        habits.used(id);
        changed.run();
    }

    void favour(CatalogAsset asset) {
        habits.toggle(List.of(asset.id()));
        changed.run();
    }

    boolean isFavourite(CatalogAsset asset) {
        return habits.isFavourite(asset.id());
    }
}
