// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.assets.NamedPaths;
import org.scenewright.content.AssetFile;
import org.scenewright.content.AssetHash;
import org.scenewright.content.Cid;
import org.scenewright.content.ContentCache;
import org.scenewright.content.LocalPath;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.TooLargeException;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The files of the project of an open scene behind the port of a shared session. What comes is
 * written where the scene names it, as an import of an asset does it, and kept in the cache under
 * its hash, too. Any thread.
 */
final class ProjectAssets implements SharedFiles, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProjectAssets.class.getName());
    private static final String ANYWHERE = "";

    // Files come and go unseen, but not often.
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SceneSession scene;
    private final ContentCache cache;
    private final Path project;
    private final ProjectFiles files;
    private final NeededFiles needs;
    private final Registration link;

    // One after the other, so that few bytes are in memory at once.
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Hashed> hashes = new HashMap<>();
    private volatile boolean isStale = true;
    private Map<String, String> needed = Map.of();
    private List<String> missing = List.of();
    private long lookedAt;

    /** What a file holds, as it was then. */
    private record Hashed(AssetFile file, AssetHash hash) {}

    ProjectAssets(SceneSession scene, ContentCache cache) {
        this.scene = scene;
        this.cache = cache;
        this.files = new ProjectFiles(scene.project().directory());
        this.project = files.root();
        this.needs = new NeededFiles(files);
        this.link = scene.link(new Ear());
    }

    /** Notices that other files are named. */
    private final class Ear implements Link {
        @Override
        public String name() {
            return "session files";
        }

        @Override
        public void changed(SceneSnapshot snapshot, Changes changes) {
            isStale |= NamedPaths.concerns(snapshot, changes);
        }
    }

    private <T> CompletableFuture<T> later(Supplier<T> work, T otherwise) {
        return CompletableFuture.supplyAsync(
                        () -> inTurn(work),
                        task -> Thread.ofVirtual().name("session files").start(task))
                .exceptionally(
                        failure -> {
                            LOG.log(System.Logger.Level.ERROR, "Files of a session", failure);
                            return otherwise;
                        });
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private void look() {
        boolean isOld = System.nanoTime() - lookedAt > LOOK_NANOS;
        if (isStale || isOld) {
            isStale = false;
            needed = needs.of(scene.snapshot());
            missing = needed.values().stream().filter(needs::isMissing).toList();
            lookedAt = System.nanoTime();
        }
    }

    @Override
    public CompletableFuture<List<String>> missing() {
        return later(
                () -> {
                    look();
                    return missing;
                },
                List.of());
    }

    @Override
    public CompletableFuture<List<FileMark>> held() {
        return later(this::marks, List.of());
    }

    private List<FileMark> marks() {
        look();
        hashes.keySet().retainAll(needed.values());
        return needed.values().stream().flatMap(path -> mark(path).stream()).toList();
    }

    private Optional<FileMark> mark(String path) {
        var now = files.look(path);
        var file = needs.found(path);
        if (file.isEmpty() || now.bytes() < 0 || now.bytes() > LARGEST) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(hashes.get(path)).filter(hashed -> hashed.file.equals(now));
        if (known.isPresent()) {
            return known.map(hashed -> new FileMark(path, hashed.hash));
        }
        try {
            var hash = Cid.of(file.get().file());
            hashes.put(path, new Hashed(now, hash));
            return Optional.of(new FileMark(path, hash));
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "Not read: " + path, unreadable);
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<Found> find(String path) {
        return later(() -> held(path), new Found.Absent("It cannot be read."));
    }

    private Found held(String path) {
        look();
        var named = LocalPath.key(path).flatMap(key -> Optional.ofNullable(needed.get(key)));
        var file = named.flatMap(needs::found);
        if (file.isEmpty()) {
            return new Found.Absent(named.isEmpty() ? "No scene names it." : "It is missing.");
        }
        try {
            byte[] bytes = file.get().bytes(LARGEST);
            return new Found.Held(Cid.of(bytes), Digests.sha256(bytes), bytes);
        } catch (TooLargeException large) {
            return new Found.Absent("It is larger than 64 MB.");
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "Not read: " + path, unreadable);
            return new Found.Absent("It cannot be read.");
        }
    }

    @Override
    public CompletableFuture<Boolean> restore(String path, AssetHash hash) {
        return later(() -> restored(path, hash), false);
    }

    private boolean restored(String path, AssetHash hash) {
        try {
            var bytes = cache.find(ANYWHERE, hash, LARGEST);
            return bytes.isPresent() && put(path, bytes.get()) instanceof Kept.Done;
        } catch (TooLargeException large) {
            return false;
        }
    }

    @Override
    public CompletableFuture<Kept> keep(String path, AssetHash hash, Supplier<byte[]> bytes) {
        return later(
                () -> kept(path, hash, bytes.get()), new Kept.Refused("It cannot be written."));
    }

    private Kept kept(String path, AssetHash hash, byte[] bytes) {
        if (!Cid.proves(hash, bytes)) {
            return new Kept.Wrong();
        }
        cache.keep(ANYWHERE, hash, bytes);
        return put(path, bytes);
    }

    private Kept put(String path, byte[] bytes) {
        look();
        isStale = true;
        if (!needed.containsValue(path)) {
            // Nobody wants it any more.
            return new Kept.Done();
        }
        try {
            return write(project.resolve(path), bytes);
        } catch (FileAlreadyExistsException faster) {
            // Whoever was faster keeps what is theirs; a folder there keeps any file away.
            return Files.isRegularFile(project.resolve(path))
                    ? new Kept.Done()
                    : new Kept.Refused("Something else lies there.");
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "Not written: " + path, unwritable);
            return new Kept.Refused("It cannot be written.");
        }
    }

    private Kept write(Path target, byte[] bytes) throws IOException {
        var folder = Optional.ofNullable(target.getParent()).orElse(project);
        if (!isInside(folder)) {
            return new Kept.Refused("A link leads out of the project.");
        }
        Files.createDirectories(folder);
        var part = folder.resolve(".import-" + UUID.randomUUID());
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
            Files.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return new Kept.Done();
    }

    /** Whether a folder, or what there is of it, really lies in the project. */
    private boolean isInside(Path folder) throws IOException {
        var there = folder;
        while (!Files.exists(there)) {
            there = Optional.ofNullable(there.getParent()).orElse(project);
        }
        return there.toRealPath().startsWith(project);
    }

    @Override
    public void close() {
        link.close();
    }
}
