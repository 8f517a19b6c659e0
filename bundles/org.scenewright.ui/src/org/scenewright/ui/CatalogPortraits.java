// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Model;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.Cid;
import org.scenewright.content.ContentCache;
import org.scenewright.content.TooLargeException;
import org.scenewright.render.Portrait;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pictures of assets: those that their packs have, and of models without one those that our own
 * renderer draws, which the cache of this machine keeps. For threads that may wait.
 */
final class CatalogPortraits {
    private static final System.Logger LOG = System.getLogger(CatalogPortraits.class.getName());

    /** What is drawn in another way some day must be told from what is kept. */
    private static final String BASE = "portrait 1";

    private static final int PIXELS = 192;
    private static final int MOST_BYTES = 8 << 20;

    /** Viewports are drawn by the same thread, and wait meanwhile. */
    private static final int MOST_TRIANGLES = 500_000;

    private final PortraitStudio studio;
    private final ContentCache cache;
    private final Path nowhere;

    /**
     * @param graphics is asked for when something is drawn for the first time
     * @param nowhere a folder without any files
     */
    CatalogPortraits(Supplier<Graphics> graphics, ContentCache cache, Path nowhere) {
        studio = new PortraitStudio(graphics);
        this.cache = cache;
        this.nowhere = nowhere;
    }

    /** What an asset looks like; nothing where nobody can tell. */
    Optional<Bitmap> of(AssetCatalog.Entry entry) {
        var files = new CatalogFiles(entry);
        var picture = files.picture();
        if (picture.isPresent()) {
            try {
                return Bitmap.decode(picture.get().bytes(MOST_BYTES));
            } catch (IOException unreadable) {
                LOG.log(System.Logger.Level.DEBUG, "No picture", unreadable);
                return Optional.empty();
            }
        }
        // Looking at what lies elsewhere must not bring all of it here.
        return files.isRemote() ? Optional.empty() : drawn(entry, files);
    }

    private Optional<Bitmap> drawn(AssetCatalog.Entry entry, CatalogFiles files) {
        var key = files.model().flatMap(files::hash).map(CatalogPortraits::key);
        var kept = key.flatMap(this::kept);
        if (kept.isPresent()) {
            return kept;
        }
        var drawn =
                model(entry)
                        .filter(model -> model.triangles() <= MOST_TRIANGLES)
                        .flatMap(model -> studio.draw(new Portrait(model), PIXELS));
        drawn.ifPresent(cut -> key.ifPresent(name -> cache.keep(BASE, name, cut.rgba())));
        return drawn.map(cut -> new Bitmap(cut.pixels(), cut.pixels(), cut.rgba()));
    }

    private static AssetHash key(String model) {
        return new AssetHash("of-" + Cid.of(model.getBytes()).text());
    }

    private Optional<Bitmap> kept(AssetHash key) {
        try {
            return cache.find(BASE, key, 4L + PIXELS * PIXELS * 4)
                    .filter(bytes -> bytes.length == PIXELS * PIXELS * 4)
                    .map(bytes -> new Bitmap(PIXELS, PIXELS, bytes));
        } catch (TooLargeException strange) {
            return Optional.empty();
        }
    }

    /** Reads the model of an asset, and nothing else. */
    Optional<Model> model(AssetCatalog.Entry entry) {
        var path = new CatalogFiles(entry).model();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var only = new AssetCatalog();
        only.put(entry);
        try (var library = new AssetLibrary(nowhere, only)) {
            var source = new AssetSource(entry.asset().id(), path.get());
            library.model(source);
            library.settled().join();
            return library.model(source).ready();
        }
    }
}
