// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.content.AssetHash;
import org.scenewright.content.Cid;
import org.scenewright.content.Content;
import org.scenewright.content.Manifest;
import org.scenewright.content.ProjectFile;
import org.scenewright.content.Resolution;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Where the files of the scene of an editor are, once that is open. Any thread. */
final class ScenePlaces implements AssetPlaces, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScenePlaces.class.getName());
    private static final int KEPT = 1000;

    /** One after the other: hashing is work for all processors already. */
    private final ReentrantLock hashing = new ReentrantLock();

    private final Executor background =
            work -> Thread.ofVirtual().name("places of assets").start(work);
    private final Supplier<Optional<OpenScene>> scene;
    private final ServerHabits habits;
    private final Registration switched;
    private final AtomicLong revision = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Version, AssetHash> hashes = new Recent();

    /** The state of a file in which it has one hash. */
    private record Version(Path file, long size, long modified) {
        static Version of(Path file) throws IOException {
            return new Version(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    private static final class Recent extends LinkedHashMap<Version, AssetHash> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, AssetHash> eldest) {
            return size() > KEPT;
        }
    }

    /**
     * @param scene nothing while it is not open; asked on any thread
     */
    ScenePlaces(Supplier<Optional<OpenScene>> scene, ServerHabits habits) {
        this.scene = scene;
        this.habits = habits;
        switched = habits.onRealm(this::changed);
    }

    /** Files may be elsewhere by now. */
    void changed() {
        revision.incrementAndGet();
        listeners.forEach(Runnable::run);
    }

    @Override
    public CompletableFuture<Place> find(Field field) {
        return scene.get()
                .map(open -> CompletableFuture.supplyAsync(() -> find(open, field), background))
                .orElseGet(() -> AssetPlaces.none().find(field));
    }

    private Place find(OpenScene open, Field field) {
        var bindings = AssetBindings.of(field.scene(), field.entity());
        var place = open.assets().place(bindings.source(field.field(), field.src()));
        var hash =
                place.resolution() instanceof Resolution.Found(var content, var path)
                        ? hash(content)
                        : Optional.<AssetHash>empty();
        return new Place(place.provider().name(), hash, base(place));
    }

    /** What is in the project will be in the realm when it is deployed. */
    private String base(AssetLibrary.Place place) {
        boolean isOurs = place.resolution() instanceof Resolution.Found(ProjectFile file, var path);
        return isOurs ? habits.realm() + "/contents/" : place.provider().base();
    }

    private Optional<AssetHash> hash(Content content) {
        return content instanceof ProjectFile(var file) ? hash(file) : content.hash();
    }

    private Optional<AssetHash> hash(Path file) {
        hashing.lock();
        try {
            var version = Version.of(file);
            var known = hashes.get(version);
            if (known != null) {
                return Optional.of(known);
            }
            var hash = Cid.of(file);
            hashes.put(version, hash);
            return Optional.of(hash);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, file + " cannot be read", gone);
            return Optional.empty();
        } finally {
            hashing.unlock();
        }
    }

    @Override
    public CompletableFuture<List<String>> files() {
        return scene.get()
                .map(
                        open ->
                                CompletableFuture.supplyAsync(
                                        () -> files(open.session().project().directory()),
                                        background))
                .orElseGet(() -> AssetPlaces.none().files());
    }

    @Override
    public CompletableFuture<List<String>> files(Field field) {
        return files().thenApply(
                        all ->
                                SourceKind.of(field.field())
                                        .map(kind -> kind.among(all))
                                        .orElse(all));
    }

    @Override
    public CompletableFuture<Supply> supply(Field field, String asset) {
        return scene.get()
                .map(
                        open ->
                                CompletableFuture.supplyAsync(
                                        () -> new FieldSupply(open, field).of(asset), background))
                .orElseGet(() -> AssetPlaces.none().supply(field, asset));
    }

    private static List<String> files(Path project) {
        try {
            return Manifest.paths(project);
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, project + " cannot be listed", unreadable);
            return List.of();
        }
    }

    @Override
    public long revision() {
        return revision.get();
    }

    @Override
    public Registration onChanged(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        switched.close();
        listeners.clear();
    }
}
