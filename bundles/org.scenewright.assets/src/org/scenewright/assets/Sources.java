// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetCatalog;
import org.scenewright.content.ContentProvider;
import org.scenewright.content.Resolution;

/**
 * The one place that decides where a source leads: to the provider of the asset that it is bound
 * to, or else to that of the scene (ADR-18). Any thread; a lookup may ask a disk.
 */
final class Sources {
    private final ContentProvider scene;
    private final AssetCatalog catalog;

    /** What a source has led to, and whose it is: all that it refers to is the same provider's. */
    record Lead(ContentProvider provider, Resolution resolution) {}

    Sources(ContentProvider scene, AssetCatalog catalog) {
        this.scene = scene;
        this.catalog = catalog;
    }

    /**
     * Looks up a source. What the catalog does not know yet, or what the asset has not got, is
     * looked for in the scene: an imported asset is to be seen where no catalog has it.
     */
    Lead find(AssetSource source) {
        if (source.isBound()) {
            var entry = catalog.find(source.assetId());
            if (entry.isPresent()) {
                var provider = entry.get().provider();
                var resolution = provider.resolve(source.path());
                if (resolution instanceof Resolution.Found) {
                    return new Lead(provider, resolution);
                }
            }
        }
        return own(source);
    }

    /** What the scene itself has at the path of a source. */
    Lead own(AssetSource source) {
        return new Lead(scene, scene.resolve(source.path()));
    }

    boolean isScene(ContentProvider provider) {
        return provider == scene;
    }

    /** Why nothing is there, for people. */
    String absence(AssetSource source) {
        boolean unknown = source.isBound() && catalog.find(source.assetId()).isEmpty();
        return unknown
                ? "The file %s is missing, and no catalog has its asset %s."
                        .formatted(source.path(), source.assetId())
                : "The file " + source.path() + " is missing.";
    }
}
