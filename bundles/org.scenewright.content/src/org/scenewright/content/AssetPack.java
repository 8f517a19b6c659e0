// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.List;
import java.util.Optional;

/**
 * Assets that belong together, as their catalog has them.
 *
 * @param thumbnail what shows the pack small, where it has such a picture
 */
public record AssetPack(
        String id, String name, Optional<AssetHash> thumbnail, List<CatalogAsset> assets) {
    public AssetPack {
        assets = List.copyOf(assets);
    }
}
