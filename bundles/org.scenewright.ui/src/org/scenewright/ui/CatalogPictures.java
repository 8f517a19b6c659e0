// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The pictures of assets as they are on the screen: those that were seen last are kept, the others
 * are made in the background when they are asked for, what was asked for last first. UI thread.
 */
final class CatalogPictures implements AutoCloseable {
    /** At 200 % each takes 150 KB; more only where more are seen at once. */
    private static final int MOST = 400;

    private static final int MOST_AT_ONCE = 24;

    private final AssetCatalog catalog;
    private final CatalogPortraits portraits;
    private final UiThread ui;
    private final Runnable news;
    private final LinkedHashMap<Key, Optional<Image>> images = new LinkedHashMap<>(64, 0.75f, true);
    private final ConcurrentLinkedDeque<Key> wanted = new ConcurrentLinkedDeque<>();
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    // What is asked for again while it is on its way is not made twice.
    private final Set<Key> coming = ConcurrentHashMap.newKeySet();
    private final Job work = Job.createSystem("Drawing assets", (ICoreRunnable) this::make);
    private int most = MOST;
    private boolean isClosed;

    /** What a picture shows; an asset that is given another picture is another one. */
    private record Key(String id, Optional<AssetHash> thumbnail, int pixels) {}

    private record Made(Key key, Optional<ImageData> data) {}

    /**
     * @param news is run when there are more pictures
     */
    CatalogPictures(AssetCatalog catalog, CatalogPortraits portraits, UiThread ui, Runnable news) {
        this.catalog = catalog;
        this.portraits = portraits;
        this.ui = ui;
        this.news = news;
        work.setPriority(Job.DECORATE);
    }

    /**
     * Of a size, what was asked for so far and is not there is not needed any more.
     *
     * @param seen how many of the size are seen from now on; so many are kept in any case
     */
    void forgetWishes(int pixels, int seen) {
        most = Math.max(MOST, 2 * seen);
        wanted.removeIf(key -> key.pixels() == pixels);
    }

    /** The square picture of an asset; nothing where it has none, or not yet. */
    Optional<Image> of(CatalogAsset asset, int pixels) {
        var key = new Key(asset.id(), asset.thumbnail(), pixels);
        var known = images.get(key);
        if (known == null) {
            if (!coming.contains(key)) {
                wanted.add(key);
                work.schedule();
            }
            return Optional.empty();
        }
        return known;
    }

    private void make(IProgressMonitor monitor) {
        var next = wanted.pollFirst();
        while (next != null && !monitor.isCanceled()) {
            var key = next;
            if (coming.add(key)) {
                made.add(new Made(key, data(key)));
                ui.execute(this::take);
            }
            next = wanted.pollFirst();
        }
    }

    private Optional<ImageData> data(Key key) {
        return catalog.find(key.id())
                .flatMap(portraits::of)
                .map(bitmap -> Miniature.of(bitmap, key.pixels()));
    }

    /** Some in each event, so that none takes long. */
    private void take() {
        var some = new ArrayList<Made>();
        while (some.size() < MOST_AT_ONCE && !made.isEmpty()) {
            some.add(made.remove());
        }
        if (!isClosed && !some.isEmpty()) {
            some.forEach(this::take);
            news.run();
        }
    }

    private void take(Made one) {
        var image = one.data().map(data -> new Image(ui.display(), data));
        dispose(Optional.ofNullable(images.put(one.key(), image)));
        wanted.remove(one.key());
        coming.remove(one.key());
        var oldest = images.entrySet().iterator();
        while (images.size() > most && oldest.hasNext()) {
            dispose(Optional.of(oldest.next().getValue()));
            oldest.remove();
        }
    }

    private static void dispose(Optional<Optional<Image>> image) {
        image.flatMap(one -> one).ifPresent(Image::dispose);
    }

    /** Whether nothing is being made. */
    boolean isIdle() {
        return wanted.isEmpty() && made.isEmpty() && work.getState() == Job.NONE;
    }

    /** How many there are. */
    long count() {
        return images.values().stream().filter(Optional::isPresent).count();
    }

    @Override
    public void close() {
        isClosed = true;
        wanted.clear();
        work.cancel();
        List.copyOf(images.values()).forEach(image -> dispose(Optional.of(image)));
        images.clear();
    }
}
