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

/** Looks for a source file or composite that was written after the bundle; it asks the disk. */
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
            return age.newer.map(file -> sentence(directory, bundle, file));
        } catch (IOException unreadable) {
            System.getLogger(BundleAge.class.getName())
                    .log(System.Logger.Level.DEBUG, "The sources were not looked at", unreadable);
            return Optional.empty();
        }
    }

    /** Entities are played as they are in the editor; only code has to be built for that. */
    private static String sentence(Path directory, Path bundle, Path newer) {
        String what =
                isComposite(newer)
                        ? "build the scene so that its code knows of it."
                        : "build the scene to play what is written there.";
        return "%s is newer than %s: %s"
                .formatted(directory.relativize(newer), directory.relativize(bundle), what);
    }

    private static boolean isComposite(Path file) {
        return file.toString().endsWith(".composite");
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
        if (isNewer && (SourceFolders.holds(directory, file) || isComposite(file))) {
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
