// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the files of a project with a certain ending, but for those in folders whose name starts
 * with a dot and behind links; made for one search.
 */
final class FileSearch {
    private static final int DEEPEST = 16;
    private static final int MOST_ENTRIES = 200_000;

    private final String ending;
    private final boolean isInLibraries;
    private final List<Path> found = new ArrayList<>();
    private int entries;

    /**
     * @param isInLibraries whether {@code node_modules} is searched too
     */
    FileSearch(String ending, boolean isInLibraries) {
        this.ending = ending;
        this.isInLibraries = isInLibraries;
    }

    /** The files in the order of their paths; of a huge folder only those that come first. */
    List<Path> below(Path folder) {
        walk(folder, DEEPEST);
        found.sort(null);
        return List.copyOf(found);
    }

    private void walk(Path folder, int levels) {
        for (var entry : levels > 0 ? entries(folder) : List.<Path>of()) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !isSkipped(name(entry))) {
                walk(entry, levels - 1);
            } else if (name(entry).endsWith(ending)
                    && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                found.add(entry);
            }
        }
    }

    private List<Path> entries(Path folder) {
        try (var list = Files.list(folder)) {
            var some = list.limit(MOST_ENTRIES - entries).sorted().toList();
            entries += some.size();
            return some;
        } catch (IOException | UncheckedIOException unreadable) {
            // What may not be listed may not be opened either.
            return List.of();
        }
    }

    private boolean isSkipped(String name) {
        return name.startsWith(".") || name.equals("node_modules") && !isInLibraries;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
