// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that keeps what is deleted, of whatever size, so that it can come back byte for byte;
 * what is older than 30 days goes when something else comes. Any thread.
 */
public final class Trash {
    /** How long things are kept, in days. */
    public static final int DAYS = 30;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;

    /** In a folder that need not exist and is nobody else's. */
    public Trash(Path folder) {
        this(folder, InstantSource.system());
    }

    Trash(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Something that may be deleted now.
     *
     * @param place where it was
     * @param entry the folder in the trash that is all its own
     * @param copy what is kept in there
     */
    public record Kept(Path place, Path entry, Path copy) {

        /** Whether it has not been thrown away for good. */
        public boolean isThere() {
            return Files.exists(copy, LinkOption.NOFOLLOW_LINKS);
        }

        /**
         * Puts it where it was, and no longer keeps it.
         *
         * @throws IOException where it cannot be written, or something is there; it is still kept
         */
        public void restore() throws IOException {
            Files.createDirectories(above(place));
            Trash.copy(copy, place);
            remove(entry);
        }
    }

    /**
     * Keeps a file, or a folder with all that is in it, which stays where it is until somebody
     * deletes it.
     *
     * @param path what people find it by in the trash, relative
     * @throws IOException where it cannot be kept; nothing is then
     */
    public Kept keep(Path place, Path path) throws IOException {
        Files.createDirectories(folder);
        sweep();
        var entry = Files.createTempDirectory(folder, NAME.format(clock.instant()));
        var copy = entry.resolve(path).normalize();
        if (!copy.startsWith(entry) || copy.equals(entry)) {
            throw new IOException(path + " leads out of the trash");
        }
        try {
            Files.createDirectories(above(copy));
            copy(place, copy);
        } catch (IOException failure) {
            remove(entry);
            throw failure;
        }
        return new Kept(place, entry, copy);
    }

    private static Path above(Path path) {
        var parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** All of it or nothing. */
    private static void copy(Path from, Path to) throws IOException {
        var made = new ArrayList<Path>();
        try {
            for (var path : tree(from)) {
                var copy = to.resolve(from.relativize(path).toString());
                Files.copy(
                        path,
                        path.equals(from) ? to : copy,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                made.add(copy);
            }
        } catch (IOException failure) {
            for (var path : made.reversed()) {
                Files.deleteIfExists(path);
            }
            throw failure;
        }
    }

    private static List<Path> tree(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static void remove(Path entry) throws IOException {
        for (var path : tree(entry).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
        }
    }

    private void sweep() throws IOException {
        var oldest = NAME.format(clock.instant().minus(Duration.ofDays(DAYS)));
        try (Stream<Path> entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (String.valueOf(entry.getFileName()).compareTo(oldest) < 0) {
                    remove(entry);
                }
            }
        }
    }
}
