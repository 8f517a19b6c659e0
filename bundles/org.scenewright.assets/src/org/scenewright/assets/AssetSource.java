// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * What a field of a component names: a path, and the asset of the catalog that the field is bound
 * to (ADR-18).
 *
 * @param assetId empty where the scene's own mapping counts
 * @param path empty where nothing is named
 */
public record AssetSource(String assetId, String path) {

    /** A path of the scene itself. */
    public static AssetSource of(String path) {
        return new AssetSource("", path);
    }

    public boolean isBound() {
        return !assetId.isEmpty();
    }
}
