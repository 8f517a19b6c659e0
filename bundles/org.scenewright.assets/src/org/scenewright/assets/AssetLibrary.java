// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetFile;
import org.scenewright.content.LocalPath;
import org.scenewright.content.ProjectFiles;
import org.scenewright.scene.Problem;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models and pictures of one project, each loaded once, in the background, when first asked
 * for.
 *
 * <p>Any thread; no call waits for a disk. What was loaded is kept until the library is closed or
 * told to forget it.
 */
public final class AssetLibrary implements AutoCloseable {
    private final ProjectFiles files;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Shelf<Model> models;
    private final Shelf<Bitmap> pictures;
    private final Workers workers = new Workers();

    public AssetLibrary(Path projectDirectory) {
        files = new ProjectFiles(projectDirectory);
        var decoded = new Pictures();
        models =
                new Shelf<>(workers, new GltfReader(files, decoded)::read, files::look, this::tell);
        pictures =
                new Shelf<>(
                        workers, new PictureReader(files, decoded)::read, files::look, this::tell);
    }

    /** A listener until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** The model at a path of the project; {@code None} for an empty path. */
    public Loading<Model> model(String src) {
        return models.get(src);
    }

    /** The picture at a path of the project; {@code None} for an empty path. */
    public Loading<Bitmap> picture(String src) {
        return pictures.get(src);
    }

    /**
     * Tells a listener each path whose asset became ready or failed, on a loader's thread, or was
     * forgotten, on the thread of whoever forgot it; spelled as it was asked for.
     */
    public Registration onLoaded(Consumer<String> listener) {
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

    /** What is missing, broken or incomplete among the assets asked for so far, by path. */
    public List<Problem> problems() {
        return Stream.concat(models.problems(), pictures.problems()).distinct().toList();
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
        workers.close();
        listeners.clear();
    }

    private void tell(String path) {
        listeners.forEach(listener -> listener.accept(path));
    }
}
