// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a project that are its own: none behind links, of packages or that a build makes.
 *
 * @param paths folder by folder
 * @param troubles where more may be, as sentences
 */
record ProjectFiles(List<Path> paths, List<String> troubles) {
    private static final int DEEPEST = 16;
    static final int MOST = 200_000;
    private static final Set<String> SKIPPED = Set.of("node_modules", "bin", "dist", "build");

    /** Looks through a folder. */
    static ProjectFiles of(Path root) {
        return of(root, MOST);
    }

    static ProjectFiles of(Path root, int most) {
        var walk = new Walk(root, most);
        walk.all();
        return new ProjectFiles(List.copyOf(walk.found), List.copyOf(walk.troubles));
    }

    private static final class Walk {
        private final Path root;
        private final int most;
        private final List<Path> found = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();
        private final Deque<Path> folders = new ArrayDeque<>();

        Walk(Path root, int most) {
            this.root = root;
            this.most = most;
            folders.add(root);
        }

        void all() {
            while (!folders.isEmpty() && found.size() < most) {
                list(folders.removeFirst());
            }
            if (!folders.isEmpty() || found.size() > most) {
                troubles.add("Only the first %,d files were looked at.".formatted(found.size()));
            }
        }

        private void list(Path folder) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.sorted().forEach(this::sort);
            } catch (IOException | UncheckedIOException unreadable) {
                troubles.add("The folder " + name(folder) + " cannot be listed.");
            }
        }

        private void sort(Path entry) {
            if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                found.add(entry);
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !isSkipped(entry)) {
                enter(entry);
            }
        }

        private void enter(Path folder) {
            if (folder.getNameCount() - root.getNameCount() < DEEPEST) {
                folders.addLast(folder);
            } else {
                troubles.add("The folder " + name(folder) + " lies too deep to be looked at.");
            }
        }

        private static boolean isSkipped(Path folder) {
            String name = String.valueOf(folder.getFileName());
            return name.startsWith(".") || SKIPPED.contains(name);
        }

        private String name(Path folder) {
            return folder.equals(root)
                    ? root.toString()
                    : root.relativize(folder).toString().replace('\\', '/');
        }
    }
}
