// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One look at all that a cache keeps: removes what was not used for longest until the rest is well
 * within the bound, and what a process that died has left half written. Other processes may read,
 * write and sweep at the same time.
 */
record CacheSweep(Path folder, long bound) {
    /** How the names of files begin that are being written. */
    static final String PART = "part-";

    private static final System.Logger LOG = System.getLogger(CacheSweep.class.getName());
    private static final long ABANDONED_MILLIS = 24L * 60 * 60 * 1000;

    private record Kept(Path file, long bytes, long used) {
        boolean isPart() {
            return file.getFileName().toString().startsWith(PART);
        }
    }

    void run() throws IOException {
        var kept = new ArrayList<Kept>();
        long now = System.currentTimeMillis();
        for (var file : files()) {
            if (!file.isPart()) {
                kept.add(file);
            } else if (now - file.used > ABANDONED_MILLIS) {
                remove(file.file);
            }
        }
        long bytes = kept.stream().mapToLong(Kept::bytes).sum();
        kept.sort(Comparator.comparingLong(Kept::used));
        for (var file : bytes > bound ? kept : List.<Kept>of()) {
            if (bytes > bound - bound / 8) {
                bytes -= file.bytes;
                remove(file.file);
            }
        }
    }

    private List<Kept> files() throws IOException {
        var walk = new Walk();
        Files.walkFileTree(folder, Set.of(), 2, walk);
        return walk.files;
    }

    /** What another process removes meanwhile is passed over. */
    @SuppressWarnings("null") // the JDK's types say nothing about null
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final List<Kept> files = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes state) {
            if (state.isRegularFile()) {
                files.add(new Kept(file, state.size(), state.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** On some systems a file stays while somebody reads it. */
    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            LOG.log(System.Logger.Level.DEBUG, "Not removed: " + path, inUse);
        }
    }
}
