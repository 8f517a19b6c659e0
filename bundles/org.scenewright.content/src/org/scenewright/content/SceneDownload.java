// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Brings all files of a deployed scene into a new folder. The folder appears when all of them are
 * there, and not at all where something fails or it is cancelled. Whoever deployed the scene chose
 * the names and sizes: paths that are not plain, names that some system reserves and what would
 * make the folder a repository of other tools is left out and told.
 */
public final class SceneDownload {
    /** The official tools deploy files of 50 MB. */
    private static final long LARGEST_FILE = 64L << 20;

    private static final long PER_PARCEL = 50L << 20;
    private static final long LEAST = 300L << 20;

    /** The server itself says how many parcels there are. */
    private static final long MOST = 4L << 30;

    private static final int AT_ONCE = 6;

    /** Files that are fetched or wait to be written, as each of them is in memory. */
    private static final int AHEAD = 2 * AT_ONCE;

    /** Folders in which tools find commands to run, and files that tell the workbench to. */
    private static final Set<String> TOOLS =
            Set.of(".git", "git~1", ".hg", ".svn", ".project", ".settings", ".metadata");

    private final ContentStore store;
    private final DeployedEntity entity;
    private final Watcher watcher;
    private final List<String> problems = new ArrayList<>();
    private final long room;
    private long left;

    /** Somebody who sees how far it is, and may end it; called by the thread that waits. */
    public interface Watcher {

        /** Tells that some of all files are there. */
        void reached(int files, int of);

        /** Whether to end. Asked about ten times a second. */
        boolean isCanceled();

        /**
         * Makes of the files what else the scene needs, before anybody sees the folder.
         *
         * @return sentences about what that leaves out
         * @throws IOException with a sentence for people where there will be no scene
         */
        default List<String> complete(Path folder) throws IOException {
            return List.of();
        }
    }

    /** One file that has come, or a sentence that says why not. */
    private record Arrival(String path, byte[] bytes, String problem) {}

    private SceneDownload(ContentStore store, DeployedEntity entity, Watcher watcher) {
        this.store = store;
        this.entity = entity;
        this.watcher = watcher;
        room = room(entity);
        left = room;
        problems.addAll(entity.problems());
    }

    /** How many bytes a scene may have, by the parcels that it says it stands on. */
    static long room(DeployedEntity entity) {
        long parcels = entity.pointers().stream().distinct().count();
        return Math.clamp(PER_PARCEL * parcels, LEAST, MOST);
    }

    /**
     * Fetches the files of a scene; blocks.
     *
     * @param folder is not there yet, or empty
     * @return a sentence for each file that was left out
     * @throws IOException with a sentence for people where the scene cannot be had
     * @throws CancellationException where the watcher ended it
     */
    public static List<String> fetch(
            ContentStore store, DeployedEntity entity, Path folder, Watcher watcher)
            throws IOException {
        var parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null || Files.exists(folder) && !isEmpty(folder)) {
            throw new IOException(folder + " is no new or empty folder.");
        }
        Files.createDirectories(parent);
        // Not a temporary directory of the system's kind, which nobody else may read.
        var part = Files.createDirectory(parent.resolve(".scene-" + UUID.randomUUID()));
        try {
            var download = new SceneDownload(store, entity, watcher);
            download.fetchAll(part);
            download.problems.addAll(watcher.complete(part));
            Files.deleteIfExists(folder);
            Files.move(part, folder);
            return List.copyOf(download.problems);
        } finally {
            remove(part);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (var path : all) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void fetchAll(Path folder) throws IOException {
        var files = wanted();
        var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
        try {
            var arrivals = new ExecutorCompletionService<Arrival>(threads);
            var open = files.entrySet().iterator();
            for (int done = -AHEAD; done < files.size(); done++) {
                if (done >= 0) {
                    watcher.reached(done, files.size());
                    write(next(arrivals), folder);
                }
                if (open.hasNext()) {
                    var file = open.next();
                    arrivals.submit(() -> arrival(file.getKey(), file.getValue()));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        describe(folder);
    }

    /** Where a file and a folder have one name, the file is left out. */
    private Map<String, AssetHash> wanted() {
        var folders = new HashSet<String>();
        for (var path : entity.content().keySet()) {
            String key = path.toLowerCase(Locale.ROOT);
            for (int at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
                folders.add(key.substring(0, at));
            }
        }
        var wanted = new TreeMap<>(entity.content());
        wanted.keySet().removeIf(path -> isUnwanted(path.toLowerCase(Locale.ROOT), folders));
        return wanted;
    }

    private boolean isUnwanted(String key, Set<String> folders) {
        if (folders.contains(key)) {
            problems.add("File \"" + key + "\" has the name of a folder and is left out.");
            return true;
        }
        boolean isTool = Stream.of(key.split("/")).anyMatch(TOOLS::contains);
        if (isTool) {
            problems.add("File \"" + key + "\" is one of other tools and is left out.");
        }
        return isTool;
    }

    private Arrival arrival(String path, AssetHash hash) throws IOException {
        try {
            return new Arrival(path, store.bytes(hash, LARGEST_FILE), "");
        } catch (NoAnswerException failed) {
            if (failed.status() != 404 && failed.status() != 410) {
                throw failed;
            }
            return new Arrival(path, new byte[0], failed.getMessage());
        } catch (IOException wrong) {
            // Too large, or not what its hash says: the scene is one file poorer.
            return new Arrival(path, new byte[0], String.valueOf(wrong.getMessage()));
        }
    }

    private Arrival next(ExecutorCompletionService<Arrival> arrivals) throws IOException {
        try {
            Future<Arrival> next = null;
            while (next == null) {
                if (watcher.isCanceled()) {
                    throw new CancellationException("canceled");
                }
                next = arrivals.poll(100, TimeUnit.MILLISECONDS);
            }
            return next.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException why
                    ? why
                    : new IOException("The files cannot be fetched: " + failed.getCause() + ".");
        }
    }

    private void write(Arrival arrival, Path folder) throws IOException {
        if (!arrival.problem.isEmpty()) {
            problems.add("File \"" + arrival.path + "\" is left out: " + arrival.problem);
            return;
        }
        left -= arrival.bytes.length;
        if (left < 0) {
            throw new TooLargeException(
                    "The files of this scene are too large for its parcels: with \"%s\" they take more than %,d MB."
                            .formatted(arrival.path, room >> 20));
        }
        var file = folder.resolve(arrival.path).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("File \"" + arrival.path + "\" leads outside.");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, arrival.bytes);
    }

    /** What a scene says of itself is its settings, also where no such file was deployed. */
    private void describe(Path folder) throws IOException {
        var settings = folder.resolve("scene.json");
        if (!entity.metadata().isEmpty() && Files.notExists(settings)) {
            Files.write(settings, entity.metadata().getBytes(StandardCharsets.UTF_8));
        }
    }
}
