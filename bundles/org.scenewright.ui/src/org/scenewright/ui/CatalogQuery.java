// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.CatalogAsset;

/**
 * Which assets of the catalog somebody wants to see.
 *
 * @param pack empty for those of all packs
 * @param category empty for those of all categories
 */
record CatalogQuery(String text, String pack, String category, Shelf shelf) {
    /** All there are. */
    static final CatalogQuery ALL = new CatalogQuery("", "", "", Shelf.ALL);

    /** What people made of the catalog themselves. */
    enum Shelf {
        ALL,
        FAVOURITES,
        RECENT
    }

    CatalogQuery withText(String typed) {
        return new CatalogQuery(typed, pack, category, shelf);
    }

    /** Other packs have other categories. */
    CatalogQuery withPack(String chosen) {
        return new CatalogQuery(text, chosen, chosen.equals(pack) ? category : "", shelf);
    }

    CatalogQuery withCategory(String chosen) {
        return new CatalogQuery(text, pack, chosen, shelf);
    }

    CatalogQuery withShelf(Shelf chosen) {
        return new CatalogQuery(text, pack, category, chosen);
    }

    boolean isOfPack(CatalogAsset asset) {
        return pack.isEmpty() || asset.pack().equals(pack);
    }

    /** Whether an asset is in the pack and the category. */
    boolean admits(CatalogAsset asset) {
        return isOfPack(asset) && (category.isEmpty() || asset.about().category().equals(category));
    }
}
