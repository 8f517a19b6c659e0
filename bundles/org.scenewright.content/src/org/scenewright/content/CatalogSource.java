// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Somewhere that packs of assets come from: what they are, and by hash the bytes of their files.
 * Any thread; all but {@link #base} blocks.
 */
public interface CatalogSource extends ContentStore, AutoCloseable {

    /**
     * Reads the catalog, as it is now.
     *
     * @throws IOException with a sentence for people where there is none
     */
    CatalogFile catalog() throws IOException;

    @Override
    void close();

    /**
     * A source on this machine: a folder of a pack or of custom items, the {@code catalog.json} in
     * one, or a zip of one.
     *
     * @throws IOException with a sentence for people where it is nothing of that
     */
    static CatalogSource open(Path place) throws IOException {
        if (CustomFolder.isOne(place)) {
            return new CustomFolder(place);
        } else if (Files.isDirectory(place)) {
            return new PackFolder(place);
        }
        boolean isCatalog = place.endsWith(CatalogFile.NAME);
        return isCatalog ? new PackFolder(place.resolveSibling("")) : PackZip.open(place);
    }
}
