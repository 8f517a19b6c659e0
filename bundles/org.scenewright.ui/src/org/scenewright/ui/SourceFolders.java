// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * The folders of a project that may hold source files, as the system watches them; confined to one
 * thread.
 */
final class SourceFolders implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceFolders.class.getName());
    private static final String LIBRARIES = "node_modules";

    /** What is built from source files, or is not the project's own. */
    private static final Set<String> SKIPPED =
            Set.of(LIBRARIES, "bin", "dist", "build", "out", "target", "coverage", "temp");

    private static final Set<String> ENDINGS =
            Set.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs");
    private static final Set<String> SETTINGS = Set.of("package.json", "tsconfig.json");
    private static final int MOST = 4000;

    /** Files are often written in several steps; who goes on writing is not waited for. */
    private static final int QUIET_MILLIS = 20;

    private static final int MOST_STEPS = 20;

    private final Path directory;
    private final WatchService service;
    private int count;

    SourceFolders(Path directory) throws IOException {
        this.directory = directory;
        service = directory.getFileSystem().newWatchService();
    }

    /** Whether a file may say something about components. */
    static boolean isSource(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ENDINGS.contains(ending) || SETTINGS.contains(name);
    }

    /** Whether a file is a source file of a project itself. */
    static boolean holds(Path directory, Path file) {
        return file.startsWith(directory)
                && isSource(file)
                && StreamSupport.stream(directory.relativize(file).spliterator(), false)
                        .noneMatch(SourceFolders::isSkipped);
    }

    /** Begins to watch all of them; whether there is any source file. */
    boolean watch() throws IOException {
        // Those that are watched already do not count twice.
        count = 0;
        return watch(directory);
    }

    private boolean watch(Path folder) throws IOException {
        var walk = new Walk();
        Files.walkFileTree(folder, walk);
        return walk.hasSources;
    }

    /** Adds the folders that it passes. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private boolean hasSources;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (folder.equals(directory.resolve(LIBRARIES))) {
                // Its own entries tell that libraries come and go.
                add(folder);
                hasSources = true;
            }
            if (!folder.equals(directory) && isSkipped(folder) || count >= MOST) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            hasSources |= isSource(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** Whether what is below a folder is built, or not the project's own. */
    static boolean isSkipped(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return SKIPPED.contains(name) || name.startsWith(".");
    }

    /** One that is gone by now is no reason to watch none of the others. */
    void add(Path folder) throws IOException {
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            count++;
        } catch (NoSuchFileException | NotDirectoryException gone) {
            LOG.log(System.Logger.Level.DEBUG, "No longer there: " + folder, gone);
        }
    }

    /** Waits until something happens that may matter; whether it did within some time. */
    boolean await(long millis) throws IOException, InterruptedException {
        boolean matters = false;
        var key = next(millis);
        for (int step = 0; key.isPresent() && step < MOST_STEPS; step++) {
            matters |= matters(key.get());
            key.get().reset();
            key = next(QUIET_MILLIS);
        }
        return matters;
    }

    private Optional<WatchKey> next(long millis) throws InterruptedException {
        return Optional.ofNullable(service.poll(millis, TimeUnit.MILLISECONDS));
    }

    private boolean matters(WatchKey key) throws IOException {
        boolean matters = false;
        for (var event : key.pollEvents()) {
            matters |= matters((Path) key.watchable(), event);
        }
        return matters;
    }

    private boolean matters(Path folder, WatchEvent<?> event) throws IOException {
        if (!(event.context() instanceof Path name)) {
            // More happened than the system could remember.
            return watch() || true;
        }
        var path = folder.resolve(name);
        return folder.endsWith(LIBRARIES)
                || isSource(path)
                || isFolder(path, event) && (Files.notExists(path) || watch(path));
    }

    /** Of what is gone nobody knows any more what it was. */
    private static boolean isFolder(Path path, WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)
                || event.kind() == StandardWatchEventKinds.ENTRY_DELETE
                        && !path.getFileName().toString().contains(".");
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
