// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.Cid;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentStore;
import org.scenewright.content.MappedContent;
import org.scenewright.testing.SampleCrates;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The pictures of a view that shows many assets and is painted whenever there are more. */
class CatalogPicturesTest {
    private static final byte[] PICTURE = SampleCrates.plain(0x00FF00);
    private static final int PIXELS = 20;

    private final UiThread ui = new UiThread(Display.getDefault());
    private final Robot robot = new Robot();
    private final AssetCatalog catalog = new AssetCatalog();
    private final AtomicInteger reads = new AtomicInteger();
    @TempDir private Path folder;
    private List<CatalogAsset> seen = List.of();
    private CatalogPictures pictures;
    private boolean isDue;

    /** Counts how often somebody reads from it. */
    private final class Store implements ContentStore {
        @Override
        public String base() {
            return "memory:";
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) {
            reads.incrementAndGet();
            return PICTURE;
        }
    }

    @BeforeEach
    void open() {
        var cache = new ContentCache(folder.resolve("cache"), ContentCache.USUAL_BOUND);
        var portraits =
                new CatalogPortraits(
                        () -> {
                            throw new AssertionError("nothing is drawn");
                        },
                        cache,
                        folder);
        pictures = new CatalogPictures(catalog, portraits, ui, this::soon);
    }

    @AfterEach
    void close() {
        pictures.close();
    }

    private CatalogAsset asset(int number) {
        var contents = Map.of("a.png", Cid.of(PICTURE));
        var about = new CatalogAsset.About("Asset " + number, "", List.of(), "", "", "");
        var asset = new CatalogAsset("id-" + number, "Pack", about, "", Optional.empty(), contents);
        catalog.put(new AssetCatalog.Entry(asset, new MappedContent("", new Store(), contents)));
        return asset;
    }

    /** As a canvas does it: however often it is told, it is painted once and later. */
    private void soon() {
        if (!isDue) {
            isDue = true;
            ui.execute(this::paint);
        }
    }

    private void paint() {
        isDue = false;
        pictures.forgetWishes(PIXELS, seen.size());
        seen.forEach(asset -> pictures.of(asset, PIXELS));
    }

    private void check(int assets) {
        seen = IntStream.range(0, assets).mapToObj(this::asset).toList();
        soon();
        robot.until("every picture is there", () -> pictures.count() == assets);
        robot.until("nothing more happens", () -> !isDue && pictures.isIdle());
        assertEquals(assets, reads.get());
    }

    @Test
    void eachIsMadeOnceHoweverOftenItIsAskedFor() {
        check(30);
    }

    /** As on a large screen. */
    @Test
    void asManyAreKeptAsAreSeen() {
        check(600);
    }
}
