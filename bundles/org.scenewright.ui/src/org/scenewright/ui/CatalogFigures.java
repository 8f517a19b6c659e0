// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.assets.ByteCount;
import org.scenewright.assets.Model;
import org.scenewright.assets.Texture;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.Content;
import org.scenewright.content.Resolution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Counts in the background what an asset is made of; only the one that was asked for last. UI
 * thread.
 */
final class CatalogFigures {
    private static final long MOST_BYTES = 100L << 20;
    private static final int REST_MILLIS = 120;

    private final AssetCatalog catalog;
    private final CatalogPortraits portraits;
    private final UiThread ui;
    private final Consumer<Counted> reader;
    private final Job work = Job.createSystem("Counting", (ICoreRunnable) this::count);
    private volatile String asked = "";

    /**
     * What there is to know.
     *
     * @param rows names of figures, and what they are
     */
    record Counted(String id, List<List<String>> rows) {}

    /**
     * @param reader takes what was counted, on the UI thread
     */
    CatalogFigures(
            AssetCatalog catalog,
            CatalogPortraits portraits,
            UiThread ui,
            Consumer<Counted> reader) {
        this.catalog = catalog;
        this.portraits = portraits;
        this.ui = ui;
        this.reader = reader;
        work.setPriority(Job.DECORATE);
    }

    /** Begins, unless somebody asks for another one soon. */
    void ask(String id) {
        asked = id;
        work.cancel();
        work.schedule(REST_MILLIS);
    }

    void close() {
        work.cancel();
    }

    private void count(IProgressMonitor monitor) {
        String id = asked;
        catalog.find(id)
                .map(CatalogFigures.this::rows)
                .filter(rows -> id.equals(asked))
                .ifPresent(rows -> ui.execute(() -> reader.accept(new Counted(id, rows))));
    }

    private List<List<String>> rows(AssetCatalog.Entry entry) {
        var rows = new ArrayList<List<String>>();
        int files = entry.asset().contents().size();
        if (new CatalogFiles(entry).isRemote()) {
            // Looking at what lies elsewhere must not bring all of it here.
            rows.add(List.of("Files", files + ", not fetched yet"));
            return rows;
        }
        rows.add(List.of("Files", files + bytes(entry).map(size -> ", " + size).orElse("")));
        portraits.model(entry).ifPresent(model -> rows.addAll(rows(model)));
        return rows;
    }

    private static List<List<String>> rows(Model model) {
        var materials = new HashSet<>();
        var textures = new HashSet<>();
        for (var part : model.parts()) {
            if (!part.collider()) {
                materials.add(part.material());
                pictures(part).forEach(texture -> textures.add(texture.bitmap()));
            }
        }
        var box = model.bounds();
        var size =
                "%.1f × %.1f × %.1f m"
                        .formatted(
                                box.maxX() - box.minX(),
                                box.maxY() - box.minY(),
                                box.maxZ() - box.minZ());
        return List.of(
                List.of("Triangles", "%,d".formatted(model.triangles())),
                List.of("Materials", materials.size() + ""),
                List.of("Textures", textures.size() + ""),
                List.of("Size", box.isEmpty() ? "Nothing to be seen" : size),
                List.of("Animations", model.rig().map(rig -> rig.clips().size()).orElse(0) + ""));
    }

    private static Stream<Texture> pictures(Model.Part part) {
        var maps = part.material().maps();
        return Stream.of(maps.base(), maps.emissive(), maps.normal(), maps.metallicRoughness())
                .flatMap(Optional::stream);
    }

    /** How large its files are together; nothing where that cannot be told. */
    private static Optional<String> bytes(AssetCatalog.Entry entry) {
        long sum = 0;
        try {
            for (var path : entry.asset().contents().keySet()) {
                var content = content(entry, path);
                if (content.isEmpty()) {
                    return Optional.empty();
                }
                sum += content.get().bytes(MOST_BYTES - sum).length;
            }
        } catch (IOException unreadable) {
            System.getLogger(CatalogFigures.class.getName())
                    .log(System.Logger.Level.DEBUG, "A file cannot be had", unreadable);
            return Optional.empty();
        }
        return Optional.of(ByteCount.words(sum));
    }

    private static Optional<Content> content(AssetCatalog.Entry entry, String path) {
        return entry.provider().resolve(path) instanceof Resolution.Found found
                ? Optional.of(found.content())
                : Optional.empty();
    }
}
