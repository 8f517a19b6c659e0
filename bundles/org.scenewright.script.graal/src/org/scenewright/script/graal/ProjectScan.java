// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The source files below a project's folder, in order of their names: without packages, what a
 * build makes and hidden folders, and without following links.
 *
 * @param files at most {@link #MOST_FILES}
 * @param isWhole whether there are no more
 */
record ProjectScan(List<Path> files, boolean isWhole) {
    static final int MOST_FILES = 10_000;
    static final int MOST_LOOKED_AT = 100_000;
    private static final int DEPTH = 40;
    private static final Pattern SOURCE = Pattern.compile("(?s).*\\.[cm]?[jt]sx?");
    private static final Set<String> LEFT_OUT =
            Set.of("node_modules", "bin", "dist", "build", "out", "target", "coverage", "temp");

    static ProjectScan of(Path project) throws IOException {
        var walk = new Walk(project);
        Files.walkFileTree(
                project, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, walk);
        return new ProjectScan(walk.found.stream().sorted().toList(), walk.isWhole);
    }

    private static boolean isSource(String name) {
        return SOURCE.matcher(name).matches() && !name.matches("(?s).*\\.d\\.[cm]?ts");
    }

    @SuppressWarnings("null") // the interface says nothing about null
    private static final class Walk extends SimpleFileVisitor<Path> {
        final List<Path> found = new ArrayList<>();
        final Path project;
        boolean isWhole = true;
        private int lookedAt;

        Walk(Path project) {
            this.project = project;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = String.valueOf(folder.getFileName());
            boolean leftOut = name.startsWith(".") || LEFT_OUT.contains(name);
            return leftOut && !folder.equals(project) ? FileVisitResult.SKIP_SUBTREE : next();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isSource(file.getFileName().toString())) {
                found.add(file);
            }
            return next();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return next();
        }

        private FileVisitResult next() {
            isWhole = found.size() < MOST_FILES && ++lookedAt < MOST_LOOKED_AT;
            return isWhole ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }
    }
}
