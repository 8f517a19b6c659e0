// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.CatalogFile;
import org.scenewright.content.CatalogServer;
import org.scenewright.content.CatalogSource;
import org.scenewright.content.ContentCache;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.Downloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what is at the places of packs; for a thread that may wait for a disk or a network.
 *
 * @param cache keeps what servers have sent
 */
record CatalogStocking(Downloads downloads, ContentCache cache) {

    /**
     * What is at a place by now.
     *
     * @param before what was there when somebody looked last
     */
    CatalogStock look(PackPlace place, CatalogStock before) {
        var version = version(place);
        if (!place.isEnabled()) {
            return CatalogStock.unwanted(place);
        } else if (before.place().equals(place) && before.version().equals(version)) {
            return before;
        }
        return read(place, version, before);
    }

    /** What is at a place now, whether or not it has changed. */
    CatalogStock again(CatalogStock before) {
        return read(before.place(), before.version(), before);
    }

    /** Tells whether what is at a place has changed; nothing for what is not on this machine. */
    static String version(PackPlace place) {
        return place.path().map(CatalogStocking::version).orElse("");
    }

    private static String version(Path path) {
        if (CustomFolder.isOne(path)) {
            return CustomFolder.version(path);
        }
        var file = Files.isDirectory(path) ? path.resolve(CatalogFile.NAME) : path;
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException missing) {
            return "missing";
        }
    }

    private CatalogStock read(PackPlace place, String version, CatalogStock before) {
        try {
            var source = source(place, before);
            var catalog = source.catalog();
            return before.at(version).with(source, catalog);
        } catch (IOException unreadable) {
            return CatalogStock.broken(place, version, unreadable);
        }
    }

    /**
     * A folder or a server stays the same source whatever is in it; a zip is read as it was when
     * opened.
     */
    private CatalogSource source(PackPlace place, CatalogStock before) throws IOException {
        if (place.isAddress()) {
            return before.source().isPresent()
                    ? before.source().get()
                    : new CatalogServer(place.text(), downloads, cache);
        }
        var path = place.path();
        if (path.isEmpty()) {
            throw new IOException(place.text() + " is neither a folder nor a file nor an address.");
        }
        boolean isFolder = Files.isDirectory(path.get()) || path.get().endsWith(CatalogFile.NAME);
        return isFolder && before.source().isPresent()
                ? before.source().get()
                : CatalogSource.open(path.get());
    }
}
