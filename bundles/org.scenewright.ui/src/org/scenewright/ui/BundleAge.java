// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Looks for a source file that was written after the bundle; it asks the disk. */
final class BundleAge extends SimpleFileVisitor<Path> {
    private static final int MOST = 20_000;

    private final Path directory;
    private final FileTime built;
    private Optional<Path> newer = Optional.empty();
    private int seen;

    private BundleAge(Path directory, FileTime built) {
        this.directory = directory;
        this.built = built;
    }

    /** A sentence that says so, if there is one. */
    static Optional<String> sentence(Path directory, Path bundle) {
        try {
            var age = new BundleAge(directory, Files.getLastModifiedTime(bundle));
            Files.walkFileTree(directory, age);
            return age.newer.map(
                    file ->
                            "%s is newer than %s: build the scene to play what is written there."
                                    .formatted(
                                            directory.relativize(file),
                                            directory.relativize(bundle)));
        } catch (IOException unreadable) {
            System.getLogger(BundleAge.class.getName())
                    .log(System.Logger.Level.DEBUG, "The sources were not looked at", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(directory) && SourceFolders.isSkipped(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean isNewer = attributes.lastModifiedTime().compareTo(built) > 0;
        if (isNewer && SourceFolders.holds(directory, file)) {
            newer = Optional.of(file);
        }
        return newer.isPresent() || ++seen > MOST
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }
}
