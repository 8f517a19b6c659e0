// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The copy of an asset of a catalog in a folder of a project: all its files but what shows it
 * small. Any thread; all but {@link #files} blocks.
 *
 * @param project the folder of the project
 * @param folder the folder of the copy by its path in the project
 */
public record AssetImport(Path project, String folder, AssetCatalog.Entry asset) {
    private static final String THUMBNAIL = "thumbnail.png";
    private static final int MOST_FILES = 2_000;
    private static final long LARGEST = 512L << 20;
    private static final long LARGEST_OF_ALL = 2L << 30;

    /** Somebody who watches files being copied, on the thread that copies. */
    public interface Watcher {
        /** The next file is about to be copied. */
        void copying(String path);

        /** Whether the rest is not wanted any more. */
        boolean isCancelled();
    }

    /** The paths of its files within the asset. */
    public List<String> files() {
        return asset.asset().contents().keySet().stream()
                .filter(path -> !path.equals(THUMBNAIL))
                .sorted()
                .toList();
    }

    /** The paths of those that the project does not have. */
    public List<String> missing() {
        var there = new ProjectFiles(project);
        return files().stream().filter(path -> bytesOf(path, there) < 0).toList();
    }

    /** Those of all that the project has. */
    private long bytesThere() {
        var there = new ProjectFiles(project);
        return files().stream().mapToLong(path -> Math.max(0, bytesOf(path, there))).sum();
    }

    /** Those of a file of the project; fewer than none where it does not have it. */
    private long bytesOf(String path, ProjectFiles there) {
        return there.look(inProject(path)).bytes();
    }

    private String inProject(String path) {
        return folder + "/" + path;
    }

    /** Whether the folder holds some of the files, and none that differs. */
    boolean holdsSame(ProjectFiles there) {
        boolean holdsAny = false;
        for (var path : files()) {
            if (there.resolve(inProject(path)) instanceof Resolution.Found found) {
                holdsAny = true;
                if (!isSame(path, found.content())) {
                    return false;
                }
            }
        }
        return holdsAny;
    }

    private boolean isSame(String path, Content there) {
        try {
            var bytes = there.bytes(LARGEST);
            var hash = Optional.ofNullable(asset.asset().contents().get(path));
            return hash.filter(AssetHash::isProvable).isPresent()
                    ? Cid.proves(hash.orElseThrow(), bytes)
                    : Arrays.equals(bytes, bytes(path, LARGEST));
        } catch (IOException unreadable) {
            // What cannot be compared is left alone.
            return false;
        }
    }

    private byte[] bytes(String path, long most) throws IOException {
        return switch (asset.provider().resolve(path)) {
            case Resolution.Found found -> found.content().bytes(Math.min(LARGEST, most));
            case Resolution.Missing missing -> throw missing(path, "it is not in the asset");
            case Resolution.Outside outside -> throw missing(path, "it would lie outside");
        };
    }

    private IOException missing(String path, String why) {
        return new IOException(
                "%s of \"%s\" cannot be imported: %s."
                        .formatted(path, asset.asset().about().name(), why));
    }

    /**
     * Copies what is missing, whole files only, until with what is there the asset has 2 GB; it
     * overwrites nothing.
     *
     * @return the paths in the project of what was copied
     * @throws IOException with a sentence for people where a file cannot be had or written; those
     *     before it stay
     */
    public List<String> copy(Watcher watcher) throws IOException {
        return copy(watcher, LARGEST_OF_ALL);
    }

    /**
     * @param most bytes of all files together
     */
    List<String> copy(Watcher watcher, long most) throws IOException {
        requireFew();
        var copied = new ArrayList<String>();
        long left = Math.max(0, most - bytesThere());
        for (var path : missing()) {
            if (watcher.isCancelled()) {
                return copied;
            }
            watcher.copying(path);
            var flaw = PortableName.pathFlaw(inProject(path));
            if (flaw.isPresent()) {
                throw missing(path, "its name " + flaw.get());
            }
            var bytes = within(path, left, most);
            left -= bytes.length;
            write(path, bytes);
            copied.add(inProject(path));
        }
        return copied;
    }

    private void requireFew() throws IOException {
        if (files().size() > MOST_FILES) {
            throw new TooLargeException(
                    "\"%s\" cannot be imported: it has %,d files, and an asset may have %,d."
                            .formatted(asset.asset().about().name(), files().size(), MOST_FILES));
        }
    }

    private byte[] within(String path, long left, long most) throws IOException {
        try {
            var bytes = bytes(path, left);
            if (bytes.length <= left) {
                return bytes;
            }
        } catch (TooLargeException large) {
            if (left >= LARGEST) {
                throw large;
            }
        }
        throw new TooLargeException(
                "%s of \"%s\" cannot be imported: with it the asset takes more than %,d bytes."
                        .formatted(path, asset.asset().about().name(), most));
    }

    private void write(String path, byte[] bytes) throws IOException {
        var target = project.resolve(inProject(path));
        var parent = Optional.ofNullable(target.getParent()).orElse(project);
        if (!isInside(parent)) {
            throw missing(path, "a link leads out of the project");
        }
        Files.createDirectories(parent);
        // Not a temporary file of the system's kind, which nobody else may read.
        var part = parent.resolve(".import-" + UUID.randomUUID());
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
            Files.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Whether a folder, or what there is of it, really lies in the project. */
    private boolean isInside(Path parent) throws IOException {
        var there = parent;
        while (!Files.exists(there)) {
            there = Optional.ofNullable(there.getParent()).orElse(project);
        }
        return there.toRealPath().startsWith(project.toRealPath());
    }
}
