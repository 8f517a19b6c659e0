// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An asset as a catalog describes it.
 *
 * @param id by which components are bound to it
 * @param pack the name of the pack it belongs to
 * @param composite JSON of the composite that it becomes in a scene, with its placeholders; empty
 *     where it has none
 * @param thumbnail what shows it small, where its pack has such a picture
 * @param contents the hash of each of its files, by its path within the asset
 */
public record CatalogAsset(
        String id,
        String pack,
        About about,
        String composite,
        Optional<AssetHash> thumbnail,
        Map<String, AssetHash> contents) {

    /**
     * What people are told about an asset; texts are empty where nothing is known.
     *
     * @param category as its pack calls it
     */
    public record About(
            String name,
            String category,
            List<String> tags,
            String description,
            String author,
            String license) {
        public About {
            tags = List.copyOf(tags);
        }
    }

    public CatalogAsset {
        contents = Map.copyOf(contents);
    }
}
