// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetFile;
import org.scenewright.content.ContentProvider;
import org.scenewright.content.LayeredContent;
import org.scenewright.content.LocalPath;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.Resolution;
import org.scenewright.scene.Problem;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models and pictures of one scene, those of its project and those of the assets that it is
 * bound to, each loaded once, in the background, when first asked for.
 *
 * <p>Any thread; no call waits for a disk. What was loaded is kept until the library is closed or
 * told to forget it.
 */
public final class AssetLibrary implements AutoCloseable {
    private final ProjectFiles files;
    private final LayeredContent own;
    private final Sources sources;
    private final AssetCatalog.Registration catalog;
    private final List<Consumer<AssetSource>> listeners = new CopyOnWriteArrayList<>();
    private final Shelf<Model> models;
    private final Shelf<Bitmap> pictures;
    private final Workers workers;

    /** The library of a project that no catalog belongs to. */
    public AssetLibrary(Path projectDirectory) {
        this(projectDirectory, new AssetCatalog());
    }

    /**
     * @param catalog what sources may be bound to; what changes there is read anew
     */
    public AssetLibrary(Path projectDirectory, AssetCatalog catalog) {
        this(projectDirectory, catalog, new Workers());
    }

    AssetLibrary(Path projectDirectory, AssetCatalog catalog, Workers workers) {
        this.workers = workers;
        files = new ProjectFiles(projectDirectory);
        own = new LayeredContent(files);
        sources = new Sources(own, catalog);
        var decoded = new Pictures(workers);
        models =
                new Shelf<>(
                        workers,
                        new GltfReader(sources, workers, decoded)::read,
                        files::look,
                        this::tell);
        pictures =
                new Shelf<>(
                        workers,
                        new PictureReader(sources, workers, decoded)::read,
                        files::look,
                        this::tell);
        this.catalog = catalog.onChanged(this::forgetAsset);
    }

    /** A listener until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** The model that a source leads to; {@code None} for an empty path. */
    public Loading<Model> model(AssetSource source) {
        return models.get(source);
    }

    /** The picture that a source leads to; {@code None} for an empty path. */
    public Loading<Bitmap> picture(AssetSource source) {
        return pictures.get(source);
    }

    /**
     * From now on what waits to be loaded has its turn by these distances, the nearest first; what
     * has none comes before all else.
     *
     * @param distances of sources, spelled as they were asked for
     */
    public void order(Map<AssetSource, Double> distances) {
        workers.order(distances);
    }

    /**
     * Where a source leads to by now. It may ask a disk.
     *
     * @return whose it is, and what was found there
     */
    public Place place(AssetSource source) {
        var lead = sources.find(source);
        var owner = lead.provider() == own ? own.owner(source.path()) : lead.provider();
        return new Place(owner, lead.resolution());
    }

    /**
     * From now on what the project has not got is looked for at another provider, such as the scene
     * as it is deployed (ADR-18: in the mode of the SDK an unknown path is asked for), or at none.
     * Everything is read anew.
     */
    public void behind(Optional<ContentProvider> provider) {
        own.behind(provider);
        models.forgetAll();
        pictures.forgetAll();
    }

    /** Whose the content is that a source leads to, and what it has there. */
    public record Place(ContentProvider provider, Resolution resolution) {}

    /**
     * Tells a listener each source whose asset became ready or failed, on a loader's thread, or was
     * forgotten, on the thread of whoever forgot it; spelled as it was asked for.
     */
    public Registration onLoaded(Consumer<AssetSource> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Completes as soon as nothing is being loaded. */
    public CompletableFuture<Void> settled() {
        return workers.idle();
    }

    /**
     * Drops what was loaded from a file, or with the help of it, because the file changed; it is
     * read again when next asked for.
     *
     * @param path inside the project, in any case
     */
    public void forget(String path) {
        files.forget();
        LocalPath.key(path)
                .ifPresent(
                        key -> {
                            models.forget(key);
                            pictures.forget(key);
                        });
    }

    private void forgetAsset(String id) {
        models.forgetAsset(id);
        pictures.forgetAsset(id);
    }

    /** What is missing, broken or incomplete among the assets asked for so far, by path. */
    public List<Problem> problems() {
        return problems(source -> true);
    }

    /**
     * As {@link #problems()}, of some of the assets alone, such as those that a scene still names.
     *
     * @param isWanted is asked about sources whose paths are keys, as {@link LocalPath#key} makes
     *     them
     */
    public List<Problem> problems(Predicate<AssetSource> isWanted) {
        return Stream.concat(models.problems(isWanted), pictures.problems(isWanted))
                .distinct()
                .toList();
    }

    /**
     * The files that what was loaded is made from, missing ones among them, as they were then, by
     * names that {@link #forget} knows them by.
     */
    public Map<String, AssetFile> seen() {
        var all = new HashMap<>(models.seen());
        all.putAll(pictures.seen());
        return all;
    }

    /** The same files as they are now; it asks the disk about each of them. */
    public Map<String, AssetFile> files() {
        return seen().keySet().stream().collect(Collectors.toMap(key -> key, files::look));
    }

    /** Ends all loading; what is still asked for afterwards stays pending. */
    @Override
    public void close() {
        catalog.close();
        workers.close();
        listeners.clear();
    }

    private void tell(AssetSource source) {
        listeners.forEach(listener -> listener.accept(source));
    }
}
