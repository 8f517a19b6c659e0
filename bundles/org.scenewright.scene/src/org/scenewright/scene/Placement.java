// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Optional;

/**
 * Where an item is placed in a scene, and as what.
 *
 * @param name what its entity is called, made unique
 * @param folder the folder of the project in which the item's files are or will be, without a slash
 *     at its end; empty for the project itself
 * @param world where the item stands in the world
 * @param place where it hangs in the tree
 * @param asset the asset whose files they are; fields that name them are bound to it by a component
 *     {@value #BINDING}, which is written before they are
 */
public record Placement(
        String name, String folder, Pose world, Edit.Place place, Optional<Asset> asset) {
    /** The component that binds fields of its entity to assets of a catalog. */
    public static final String BINDING = "scenewright::Asset";

    /**
     * An asset of a catalog.
     *
     * @param provider what its provider is called; empty where nobody has said so
     * @param isCustom whether it is an item that people made in this project
     */
    public record Asset(String id, String provider, boolean isCustom) {}
}
